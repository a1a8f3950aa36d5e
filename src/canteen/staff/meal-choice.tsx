import { ChooseOne } from '../../ui/choices'
import { StatusTag } from '../../ui/status-tag'
import type { Take } from '../many.rule'
import type { ElderToTake } from '../shown'
import { money } from '../words'

interface MealChoiceProps {
  elder: ElderToTake
  take: Take | undefined
  onTake: (take: Take | undefined) => void
}

const none = ''

/** The meals one elder can have, with what each costs them; what does not suit is said beside it. */
export function MealChoice({ elder, take, onTake }: MealChoiceProps) {
  const { building, room, name, meals, mayDeliver } = elder
  const door = `${building} ${room} ${name}`
  const there = meals.filter(({ left }) => left > 0)
  const choose = (mealId: string) => {
    const meal = there.find((one) => one.mealId === mealId)
    onTake(meal && { mealId, delivery: take?.delivery ?? mayDeliver, toPay: meal.toPay })
  }
  const choices = [
    ...there.map(({ mealId, name: word, toPay }) => ({
      value: mealId,
      word: `${word} 付 ${money(toPay)}`,
      label: `${word},付 ${money(toPay)},${door}`,
    })),
    { value: none, word: '不订', label: `不订,${door}` },
  ]
  if (there.length === 0) return <StatusTag tone="calm" word="订满了" />
  return (
    <>
      <ChooseOne
        label={`${door} 订哪一种`}
        value={take?.mealId ?? none}
        onChange={choose}
        choices={choices}
      />
      {there.map(
        ({ mealId, name: word, clashes }) =>
          clashes.length > 0 && (
            <StatusTag key={mealId} tone="warn" word={`${word}有忌口 ${clashes.join(';')}`} />
          ),
      )}
      {take && mayDeliver && (
        <ChooseOne
          label={`${door} 怎么用餐`}
          value={take.delivery}
          onChange={(delivery) => onTake({ ...take, delivery })}
          choices={[
            { value: true, word: '送上门', label: `送上门,${door}` },
            { value: false, word: '到食堂吃', label: `到食堂吃,${door}` },
          ]}
        />
      )}
    </>
  )
}
