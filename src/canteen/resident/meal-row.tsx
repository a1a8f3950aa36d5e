import { Text, View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { StatusTag } from '../../ui/status-tag'
import type { MyDiner, OfferedMeal, OfferedMenu } from '../shown'
import { usePlace } from '../use-place'
import { menuWords, money, priceWords } from '../words'
import './meal-row.scss'

interface MealRowProps {
  diner: MyDiner
  canteenId: string
  menu: OfferedMenu
  meal: OfferedMeal
  delivery: boolean
  onDone: () => void
}

/** One meal with what it costs this diner, what does not suit, and the one tap that orders it. */
export function MealRow({ diner, canteenId, menu, meal, delivery, onDone }: MealRowProps) {
  const { place, busy, refusal } = usePlace(diner, canteenId)
  const { menuId, ordered } = menu
  const { mealId, name, dishes, clashes, toPay, left } = meal
  const isOrdered = ordered?.mealId === mealId && ordered.delivery === delivery
  const verb = ordered ? '改订' : '订'
  const order = async () => {
    const placed = await place([{ menuId, mealId, delivery, toPay }])
    if (placed) onDone()
  }
  return (
    <View className="meal-row">
      <Text className="meal-row__name">{name}</Text>
      <Note>{dishes.join('、')}</Note>
      <Note>
        {priceWords(meal)}
        {left < 20 && left > 0 && `,还剩 ${left} 份`}
      </Note>
      {clashes.length > 0 && <StatusTag tone="warn" word={`有忌口 ${clashes.join(';')}`} />}
      <RefusalNotice refusal={refusal} />
      <Button
        text={isOrdered ? '订的就是这份' : left > 0 ? `${verb}这份,付 ${money(toPay)}` : '订满了'}
        label={`${menuWords(menu)} ${verb}${name},付 ${money(toPay)}`}
        kind="main"
        busy={busy}
        disabled={left <= 0 || isOrdered}
        onTap={() => void order()}
      />
    </View>
  )
}
