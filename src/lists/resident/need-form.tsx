import { weekdayText } from '../../../types/common/time'
import { audiences } from '../../../types/common/words'
import { ChooseOne, ChooseSome } from '../../ui/choices'
import { Field } from '../../ui/field'
import { NumberField } from '../../ui/number-field'
import { PickMoment } from '../../ui/picker'
import { TextField } from '../../ui/text-field'
import { chosenAudiences, type NeedDraft } from './need-draft'

interface NeedFormProps {
  draft: NeedDraft
  change: (changed: Partial<NeedDraft>) => void
  /** Chinese text by field, from the refusal. */
  errors: Readonly<Record<string, string>>
}

const audienceChoices = audiences.map((value) => ({ value, word: value }))
const weekdayChoices = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, word: weekdayText(value) }))

/** The fields of a need (需求). */
export function NeedForm({ draft, change, errors }: NeedFormProps) {
  return (
    <>
      <TextField
        label="需要什么"
        placeholder="比如:老爸走路不方便,想请医生上门量血压"
        value={draft.text}
        onChange={(text) => change({ text })}
        max={300}
        tall
        error={errors.text}
      />
      <Field label="给谁用" error={errors.beneficiary}>
        <ChooseSome
          label="给谁用"
          choices={audienceChoices}
          values={draft.beneficiary}
          onChange={(chosen) => change({ beneficiary: chosenAudiences(draft.beneficiary, chosen) })}
        />
      </Field>
      <NeedTimes draft={draft} change={change} errors={errors} />
      <NumberField
        label="几个人"
        value={draft.headcount}
        onChange={(headcount) => change({ headcount })}
        min={1}
        max={500}
        error={errors.headcount}
      />
      <Field label="出门方便吗">
        <ChooseOne
          label="出门方便吗"
          choices={[
            { value: false, word: '能出门' },
            { value: true, word: '走动不方便,需要上门' },
          ]}
          value={draft.mobilityImpaired}
          onChange={(mobilityImpaired) => change({ mobilityImpaired })}
        />
      </Field>
    </>
  )
}

function NeedTimes({ draft, change, errors }: NeedFormProps) {
  return (
    <Field label="什么时候合适" error={errors.weekdays ?? errors.hours}>
      <ChooseOne
        label="什么时候合适"
        choices={[
          { value: true, word: '随时都行' },
          { value: false, word: '要看时间' },
        ]}
        value={draft.anyTime}
        onChange={(anyTime) => change({ anyTime })}
      />
      {!draft.anyTime && (
        <>
          <ChooseSome
            label="星期几"
            choices={weekdayChoices}
            values={draft.weekdays}
            onChange={(weekdays) => change({ weekdays })}
          />
          <PickMoment label="从几点" mode="time" value={draft.from} onPick={(from) => change({ from })} />
          <PickMoment label="到几点" mode="time" value={draft.until} onPick={(until) => change({ until })} />
        </>
      )}
    </Field>
  )
}
