import type { canteenContract } from '../../../types/canteen.contract'
import type { OutputOf } from '../../../types/common/contract'
import { Note } from '../../ui/card'
import { SelectField } from '../../ui/select-field'

type Canteens = OutputOf<typeof canteenContract, 'canteens'>['rows']

interface CanteenChoiceProps {
  canteens: Canteens
  canteenId: string
  onChange: (canteenId: string) => void
}

/** Which canteen: the nearest unless another is chosen. */
export function CanteenChoice({ canteens, canteenId, onChange }: CanteenChoiceProps) {
  const one = canteens.find((canteen) => canteen.canteenId === canteenId)
  const where = one && [one.name, one.address, one.phone].filter(Boolean).join(' · ')
  if (canteens.length === 1) return <Note>{where}</Note>
  return (
    <SelectField
      label="在哪个食堂"
      {...(where && { hint: where })}
      value={canteenId}
      onChange={onChange}
      choices={canteens.map((canteen) => ({ value: canteen.canteenId, word: canteen.name }))}
    />
  )
}
