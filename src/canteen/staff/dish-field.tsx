import type { Allergen, DietTag } from '../../../types/common/words'
import { Card, Note } from '../../ui/card'
import { ChooseSome } from '../../ui/choices'
import { TextField } from '../../ui/text-field'
import { avoidWords, needWords } from '../diet-words'
import type { DishDraft } from '../menu-draft'

interface DishFieldProps {
  no: number
  dish: DishDraft
  onChange: (dish: DishDraft) => void
}

/** A dish, whom it suits and what is in it. */
export function DishField({ no, dish, onChange }: DishFieldProps) {
  return (
    <Card title={`菜 ${no}`}>
      <TextField
        label={`菜 ${no} 的名字`}
        value={dish.name}
        onChange={(name) => onChange({ ...dish, name })}
        max={20}
      />
      <ChooseSome
        label={`菜 ${no} 适合`}
        values={dish.tags}
        onChange={(tags: DietTag[]) => onChange({ ...dish, tags })}
        choices={needWords.map((value) => ({ value, word: value }))}
      />
      <Note>里面有什么要避开的</Note>
      <ChooseSome
        label={`菜 ${no} 含有`}
        values={dish.allergens}
        onChange={(allergens: Allergen[]) => onChange({ ...dish, allergens })}
        choices={avoidWords.map((value) => ({ value, word: `含${value}` }))}
      />
    </Card>
  )
}
