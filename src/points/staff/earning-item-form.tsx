import { useState } from 'react'
import type { InputOf } from '../../../types/common/contract'
import { addDays, asInstant, isShanghaiDay, shanghaiDay } from '../../../types/common/time'
import type { pointsContract } from '../../../types/points.contract'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { leaveSaying } from '../../pages/open'
import { Card } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { Field } from '../../ui/field'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { PickMoment } from '../../ui/picker'
import { RefusalNotice } from '../../ui/refusal-notice'
import { TextField } from '../../ui/text-field'
import type { EarningItem } from '../shown'

type Draft = InputOf<typeof pointsContract, 'saveEarningItem'>

const periods = [
  ['day', '每天'],
  ['week', '每周'],
  ['month', '每月'],
  ['year', '每年'],
] as const
const mostUnits = 10_000

const draftOf = (centreId: string, item?: EarningItem): Draft => ({
  centreId,
  ...(item && { itemId: item.itemId }),
  title: item?.title ?? '',
  unit: item?.unit ?? '次',
  points: item?.points ?? 10,
  caps: item?.caps ?? {},
  evidence: item?.evidence ?? 'none',
  secondPersonAbove: item?.secondPersonAbove ?? 5,
  startsOn: addDays(shanghaiDay(asInstant(Date.now())), item ? 1 : 0),
  stopped: item?.stopped ?? false,
})

/** What earns how much, how often at most, with which proof, from which day. */
export function EarningItemForm({ centreId, existing }: { centreId: string; existing?: EarningItem }) {
  const { send, busy, refusal } = useWrite(points.saveEarningItem)
  const [draft, setDraft] = useState(() => draftOf(centreId, existing))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const cap = (period: (typeof periods)[number][0], most: number) => {
    const { [period]: _, ...others } = draft.caps
    change({ caps: most === 0 ? others : { ...others, [period]: most } })
  }
  const save = async () => {
    const done = await send(draft)
    if (done) leaveSaying(`保存了,是第 ${done.version} 版`, '/points/staff/rules-page')
  }
  return (
    <Card title={existing ? `修改「${existing.title}」` : '新的积分项目'}>
      <TextField label="做什么" value={draft.title} onChange={(title) => change({ title })} max={40} />
      <TextField
        label="按什么算(次、小时、公斤)"
        value={draft.unit}
        onChange={(unit) => change({ unit })}
        max={8}
      />
      <NumberField
        label={`每${draft.unit}多少分`}
        value={draft.points}
        onChange={(sum) => change({ points: sum })}
        min={1}
        max={mostUnits}
      />
      {periods.map(([period, word]) => (
        <NumberField
          key={period}
          label={`每户${word}最多几${draft.unit}(0 是不限)`}
          value={draft.caps[period] ?? 0}
          onChange={(most) => cap(period, most)}
          min={0}
          max={mostUnits}
        />
      ))}
      <ChooseOne
        label="要不要照片"
        value={draft.evidence}
        onChange={(evidence) => change({ evidence })}
        choices={[
          { value: 'none', word: '不用照片' },
          { value: 'photo', word: '要附照片' },
        ]}
      />
      <NumberField
        label={`一次超过几${draft.unit}要复核`}
        value={draft.secondPersonAbove}
        onChange={(secondPersonAbove) => change({ secondPersonAbove })}
        min={0}
        max={mostUnits}
      />
      <Field label="从哪天开始">
        <PickMoment
          label="开始的日子"
          mode="date"
          value={draft.startsOn}
          onPick={(day) => isShanghaiDay(day) && change({ startsOn: day })}
        />
      </Field>
      {existing && (
        <ChooseOne
          label="还用不用"
          value={draft.stopped}
          onChange={(stopped) => change({ stopped })}
          choices={[
            { value: false, word: '继续用' },
            { value: true, word: '停用' },
          ]}
        />
      )}
      <RefusalNotice refusal={refusal} />
      <MainButton
        text="保存这个项目"
        busy={busy}
        disabled={draft.title.trim() === ''}
        onTap={() => void save()}
      />
    </Card>
  )
}
