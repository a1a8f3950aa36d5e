import { Card, Note } from '../../ui/card'
import { ChooseSome } from '../../ui/choices'
import { NumberField } from '../../ui/number-field'
import { TextField } from '../../ui/text-field'
import { type DishDraft, fenOf, type MealDraft } from '../menu-draft'

interface MealFieldProps {
  no: number
  meal: MealDraft
  dishes: readonly DishDraft[]
  /** Somebody ordered: name and price stand. */
  fixed: boolean
  onChange: (meal: MealDraft) => void
}

/** A meal: its name, its price, its dishes. */
export function MealField({ no, meal, dishes, fixed, onChange }: MealFieldProps) {
  const { name, yuan, dishIds, cap } = meal
  const named = dishes.filter((dish) => dish.name.trim() !== '')
  const priced = fenOf(yuan) !== undefined
  return (
    <Card title={`套餐 ${no}`}>
      {fixed && <Note>有人订了,名字和价钱不要改</Note>}
      <TextField
        label={`套餐 ${no} 的名字`}
        value={name}
        onChange={(text) => onChange({ ...meal, name: text })}
        max={20}
      />
      <TextField
        label={`套餐 ${no} 多少元`}
        value={yuan}
        onChange={(text) => onChange({ ...meal, yuan: text })}
        max={6}
        keyboard="digit"
        error={priced ? undefined : '写成 15 或 15.50'}
      />
      <ChooseSome
        label={`套餐 ${no} 里的菜`}
        values={dishIds}
        onChange={(ids: string[]) => onChange({ ...meal, dishIds: ids })}
        choices={named.map((dish) => ({ value: dish.id, word: dish.name }))}
      />
      <NumberField
        label={`套餐 ${no} 最多几份`}
        hint="0 就是不限"
        value={cap}
        onChange={(value) => onChange({ ...meal, cap: value })}
        min={0}
        max={2000}
      />
    </Card>
  )
}
