import { asInstant, clockText, minutesOfDay, momentText, parseHours } from '../../../types/common/time'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { MomentField } from '../../ui/moment-field'
import { PickMoment } from '../../ui/picker'
import { endingAt, eveningBefore, type ProjectDraft, startingAt } from './project-draft'
import { spanText } from './words'

interface ProjectTimesProps {
  draft: ProjectDraft
  onChange: (draft: ProjectDraft) => void
  errors: Readonly<Record<string, string>>
}

/** When it is, read back in people's words; the rest moves along with the start. */
export function ProjectTimes({ draft, onChange, errors }: ProjectTimesProps) {
  const pickEnd = (clock: string) => {
    const minutes = parseHours(`00:00-${clock}`)?.to
    if (minutes !== undefined) onChange(endingAt(draft, minutes))
  }
  return (
    <Card title={spanText(draft.startsAt, draft.endsAt)}>
      <MomentField
        label="开始"
        value={draft.startsAt}
        onChange={(startsAt) => onChange(startingAt(draft, startsAt))}
        error={errors.startsAt}
      />
      <Field label="结束" error={errors.endsAt}>
        <PickMoment
          label="结束时间"
          mode="time"
          value={clockText(minutesOfDay(asInstant(draft.endsAt)))}
          onPick={pickEnd}
        />
      </Field>
    </Card>
  )
}

/** Until when one may enrol; may still move after publishing. */
export function ClosingTime({ draft, onChange, errors }: ProjectTimesProps) {
  const now = asInstant(Date.now())
  return (
    <Card title={`${momentText(asInstant(draft.closesAt), now)} 截止报名`}>
      <MomentField
        label="报名截止"
        value={draft.closesAt}
        onChange={(closesAt) => onChange({ ...draft, closesAt })}
        error={errors.closesAt}
      />
      <Button
        text="改成前一天 18:00 截止"
        kind="quiet"
        onTap={() => onChange({ ...draft, closesAt: eveningBefore(draft.startsAt) })}
      />
    </Card>
  )
}
