import { useState } from 'react'
import { asInstant } from '../../../types/common/time'
import { spanText } from '../../lists/words'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { MomentField } from '../../ui/moment-field'
import { NumberField } from '../../ui/number-field'
import { Row } from '../../ui/row'

interface Slot {
  startsAt: number
  endsAt: number
  places: number
}

const hour = 3_600_000
const dayLength = 24 * hour
const mostSlots = 60

/** The bookable times of a service, each with its places. */
export function SlotsField({ slots, onChange }: { slots: Slot[]; onChange: (slots: Slot[]) => void }) {
  const [startsAt, setStartsAt] = useState(asInstant(Math.ceil(Date.now() / hour) * hour + dayLength))
  const [hours, setHours] = useState(1)
  const [places, setPlaces] = useState(1)
  const add = () => {
    onChange([...slots, { startsAt, endsAt: startsAt + hours * hour, places }])
    setStartsAt(asInstant(startsAt + dayLength))
  }
  return (
    <Card title="可以约的时间">
      <MomentField label="开始" value={startsAt} onChange={setStartsAt} />
      <NumberField label="几个小时" value={hours} onChange={setHours} min={1} max={12} />
      <NumberField label="能约几户" value={places} onChange={setPlaces} min={1} max={100} />
      <Button text="加上这个时间" disabled={slots.length >= mostSlots} onTap={add} />
      {slots.map((slot, at) => (
        <Row
          key={slot.startsAt}
          title={spanText(slot.startsAt, slot.endsAt)}
          note={`${slot.places} 户`}
          aside={
            <Button
              text="去掉"
              label={`去掉第 ${at + 1} 个时间`}
              kind="quiet"
              onTap={() => onChange(slots.filter((_, other) => other !== at))}
            />
          }
        />
      ))}
    </Card>
  )
}
