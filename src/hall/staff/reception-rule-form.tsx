import Taro from '@tarojs/taro'
import { useState } from 'react'
import { dayText, weekdayText } from '../../../types/common/time'
import { receptionKindNames, receptionKinds } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { DayField } from '../../ui/day-field'
import { Field } from '../../ui/field'
import { MainButton } from '../../ui/main-button'
import { NumberField } from '../../ui/number-field'
import { PickMoment } from '../../ui/picker'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import type { ReceptionRule } from '../reception-words'
import { draftOf, endOf, type RuleDraft, ruleFactsOf, withKind } from './reception-rule-draft'

const kinds = receptionKinds.map((value) => ({ value, word: receptionKindNames[value] }))
const rhythms = ['每周', '每月第一个', '每月第二个', '每月第三个', '每月第四个', '每月最后一个'].map(
  (word, value) => ({ value, word }),
)
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, word: weekdayText(value) }))

/** When the days come again, their slots, where and with whom. */
export function ReceptionRuleForm({ centreId, rule }: { centreId: string; rule?: ReceptionRule }) {
  const [draft, setDraft] = useState(() => draftOf(rule))
  const { send, busy, refusal } = useWrite(hall.saveReceptionRule)
  const set = (change: Partial<RuleDraft>) => setDraft({ ...draft, ...change })
  const errors = refusal?.fields ?? {}
  const isReady = [draft.title, draft.place, draft.host].every((words) => words.trim() !== '')
  const save = async () => {
    const saved = await send({
      centreId,
      ...ruleFactsOf(draft),
      ...(rule && { ruleId: rule.ruleId }),
    })
    if (!saved) return
    const [first] = saved.days
    say(first ? `定好了,最近一次是${dayText(first)}` : '定好了,现在没有要办的日子')
    void Taro.navigateBack()
  }
  return (
    <>
      <Card title="什么时候">
        <ChooseOne
          label="哪一种"
          value={draft.kind}
          choices={kinds}
          onChange={(kind) => setDraft(withKind(draft, kind))}
        />
        <ChooseOne label="多久一次" value={draft.nth} choices={rhythms} onChange={(nth) => set({ nth })} />
        <ChooseOne
          label="周几"
          value={draft.weekday}
          choices={weekdays}
          onChange={(weekday) => set({ weekday })}
        />
        <Field label="几点开始">
          <PickMoment
            label="几点开始"
            mode="time"
            value={draft.startsAt}
            onPick={(startsAt) => set({ startsAt })}
          />
        </Field>
        <NumberField
          label="几个时段"
          value={draft.slots}
          onChange={(slots) => set({ slots })}
          min={1}
          max={60}
        />
        <NumberField
          label="一个时段几分钟"
          value={draft.slotMinutes}
          onChange={(slotMinutes) => set({ slotMinutes })}
          min={5}
          max={60}
        />
        <Note>到 {endOf(draft)} 结束,没约的人也可以直接来</Note>
        <ChooseOne
          label="放假那天"
          value={draft.skipHolidays}
          onChange={(skipHolidays) => set({ skipHolidays })}
          choices={[
            { value: true, word: '法定节假日不办' },
            { value: false, word: '放假也办' },
          ]}
        />
        <DayField label="从哪天起" value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
      </Card>
      <Card title="在哪里,谁来听">
        <TextField
          label="名称"
          value={draft.title}
          onChange={(title) => set({ title })}
          max={30}
          error={errors.title}
        />
        <TextField
          label="地点"
          value={draft.place}
          onChange={(place) => set({ place })}
          max={60}
          error={errors.place}
        />
        <TextField
          label="谁来听"
          placeholder="比如:周书记"
          value={draft.host}
          onChange={(host) => set({ host })}
          max={20}
          error={errors.host}
        />
        {rule && (
          <ChooseOne
            label="还办不办"
            value={draft.stopped}
            onChange={(stopped) => set({ stopped })}
            choices={[
              { value: false, word: '接着办' },
              { value: true, word: '停办' },
            ]}
          />
        )}
        {rule && <Note>已经有人约的日子不变,其余的按新的排</Note>}
      </Card>
      <RefusalNotice refusal={refusal} />
      <MainButton
        text={rule ? '改好了,按这个排' : '定下来,排好往后五周'}
        busy={busy}
        disabled={!isReady}
        onTap={() => void save()}
      />
    </>
  )
}
