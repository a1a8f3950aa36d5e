import { useState } from 'react'
import { Card, Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { StatusTag } from '../../ui/status-tag'
import type { MyDiner, OfferedMenu } from '../shown'
import { closedWords, cutoffWords, menuWords } from '../words'
import { MealRow } from './meal-row'
import { OrderedMeal } from './ordered-meal'

interface OfferedMenuCardProps {
  diner: MyDiner
  canteenId: string
  menu: OfferedMenu
  mayDeliver: boolean
}

/** One day's lunch or dinner: what is ordered, or what can be. */
export function OfferedMenuCard({ diner, canteenId, menu, mayDeliver }: OfferedMenuCardProps) {
  const { ordered, state } = menu
  const [delivery, setDelivery] = useState(ordered?.delivery ?? mayDeliver)
  const [changing, setChanging] = useState(false)
  const closed = closedWords[state]
  const orders = state === 'open' && (!ordered || changing)
  return (
    <Card
      title={menuWords(menu)}
      aside={
        ordered ? (
          <StatusTag tone="own" word="已订" />
        ) : (
          closed !== undefined && <StatusTag tone="calm" word={closed} />
        )
      }
    >
      <Note>{cutoffWords(menu.cutoffAt)}</Note>
      {ordered && (
        <OrderedMeal
          diner={diner}
          menu={menu}
          ordered={ordered}
          changing={changing}
          onChange={() => setChanging(!changing)}
        />
      )}
      {orders && mayDeliver && (
        <ChooseOne
          label={`${menuWords(menu)} 怎么用餐`}
          value={delivery}
          onChange={setDelivery}
          choices={[
            { value: true, word: '送上门', label: `${menuWords(menu)} 送上门` },
            { value: false, word: '到食堂吃', label: `${menuWords(menu)} 到食堂吃` },
          ]}
        />
      )}
      {orders &&
        menu.meals.map((meal) => (
          <MealRow
            key={meal.mealId}
            diner={diner}
            canteenId={canteenId}
            menu={menu}
            meal={meal}
            delivery={delivery && mayDeliver}
            onDone={() => setChanging(false)}
          />
        ))}
      {!orders &&
        !ordered &&
        menu.meals.map((meal) => <Note key={meal.mealId}>{`${meal.name}:${meal.dishes.join('、')}`}</Note>)}
    </Card>
  )
}
