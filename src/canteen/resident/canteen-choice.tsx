import type { canteenContract } from '../../../types/canteen.contract'
import type { OutputOf } from '../../../types/common/contract'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { SelectField } from '../../ui/select-field'
import type { Locating } from '../use-location'

type Canteens = OutputOf<typeof canteenContract, 'canteens'>['rows']

interface CanteenChoiceProps {
  canteens: Canteens
  canteenId: string
  onChange: (canteenId: string) => void
  location: Locating
}

const far = (metres: number | undefined): string =>
  metres === undefined ? '' : metres < 1000 ? ` ${metres} 米` : ` ${(metres / 1000).toFixed(1)} 公里`

/** Which canteen: the nearest unless another is chosen. */
export function CanteenChoice({ canteens, canteenId, onChange, location }: CanteenChoiceProps) {
  const one = canteens.find((canteen) => canteen.canteenId === canteenId)
  const where = one && [one.name, one.address, one.phone].filter(Boolean).join(' · ')
  if (canteens.length === 1) return <Note>{where}</Note>
  return (
    <>
      <SelectField
        label="在哪个食堂"
        {...(where && { hint: where })}
        value={canteenId}
        onChange={onChange}
        choices={canteens.map(({ canteenId: value, name, metres }) => ({
          value,
          word: `${name}${far(metres)}`,
        }))}
      />
      {!location.place && <Button text="按离我近的排" kind="quiet" onTap={() => void location.locate()} />}
      {location.failed && <Note>没有拿到位置,请允许定位,或者自己选。</Note>}
    </>
  )
}
