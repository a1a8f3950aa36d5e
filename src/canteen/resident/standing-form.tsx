import { useState } from 'react'
import { weekdayText } from '../../../types/common/time'
import type { MealSlot } from '../../../types/common/words'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { ChooseOne, ChooseSome } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { MyDiner, StandingOrder } from '../shown'
import { daysOf, draftOf, type StandingDraft } from '../standing-draft.rule'
import { slotWords } from '../words'

interface StandingFormProps {
  diner: MyDiner
  canteenId: string
  standing: StandingOrder
  slot: MealSlot
  /** Meals as the menus of these days call them. */
  mealNames: readonly string[]
}

const weekdays = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, word: weekdayText(value) }))
const ways = [
  { value: true, word: '送上门' },
  { value: false, word: '到食堂吃' },
]

/** The standing order of one slot. */
export function StandingForm({ diner, canteenId, standing, slot, mealNames }: StandingFormProps) {
  const before = draftOf(standing.days, slot, mealNames, standing.mayDeliver)
  const [changed, setChanged] = useState<Partial<StandingDraft>>({})
  const draft = { ...before, ...changed }
  const { send, busy, refusal } = useWrite(canteen.saveStanding)
  const set = (change: Partial<StandingDraft>) => setChanged({ ...changed, ...change })
  const names = [...new Set([draft.meal, ...mealNames])]
  // lunch and dinner have the same choices on one page
  const named = <Value,>(choice: { value: Value; word: string }) => ({
    ...choice,
    label: `${slotWords[slot]} ${choice.word}`,
  })
  const save = async () => {
    const { centreId, dinerId } = diner
    const done = await send({ centreId, dinerId, canteenId, days: [...daysOf(standing.days, draft)] })
    if (!done) return
    setChanged({})
    say(draft.weekdays.length > 0 ? '定好了,菜单一发布就替您订上' : '停掉了,已经订的不受影响')
  }
  return (
    <Card title={`${slotWords[slot]}哪几天`}>
      <ChooseSome
        label={`${slotWords[slot]}哪几天`}
        values={draft.weekdays}
        onChange={(values) => set({ weekdays: values })}
        choices={weekdays.map(named)}
      />
      <Note>订哪一种(哪天没有或者有忌口,就订当天没有忌口的第一种)</Note>
      <ChooseOne
        label={`${slotWords[slot]}订哪一种`}
        value={draft.meal}
        onChange={(meal) => set({ meal })}
        choices={names.map((name) => named({ value: name, word: name }))}
      />
      {standing.mayDeliver && (
        <ChooseOne
          label={`${slotWords[slot]}怎么用餐`}
          value={draft.delivery}
          onChange={(delivery) => set({ delivery })}
          choices={ways.map(named)}
        />
      )}
      <RefusalNotice refusal={refusal} />
      <Button
        text={
          draft.weekdays.length > 0
            ? `固定订${slotWords[slot]},每周 ${draft.weekdays.length} 天`
            : `不固定订${slotWords[slot]}`
        }
        kind="main"
        busy={busy}
        disabled={Object.keys(changed).length === 0}
        onTap={() => void save()}
      />
    </Card>
  )
}
