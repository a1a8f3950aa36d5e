import { useState } from 'react'
import { points } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { spanText, whenText } from '../../lists/words'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { redemptionsPath } from '../paths'
import type { ShelfItem } from '../shown'

interface RedeemSheetProps {
  centreId: string
  item: ShelfItem
  balance: number
  onClose: () => void
}

/** As many pieces as one redemption may ask for. */
const mostAtOnce = 100

/** Says what will happen before it does: how many points for how many pieces, and what stays. */
export function RedeemSheet({ centreId, item, balance, onClose }: RedeemSheetProps) {
  const { send, busy, refusal } = useWrite(points.redeem)
  const [quantity, setQuantity] = useState(1)
  const slots = item.slots.filter(({ left, startsAt }) => left > 0 && startsAt > Date.now())
  const [slotId, setSlotId] = useState(slots[0]?.id)
  const cost = item.price * quantity
  const affordable = Math.max(1, Math.floor(balance / item.price))
  const allowed = item.limit > 0 ? Math.min(item.limit, mostAtOnce) : mostAtOnce
  const redeem = async () => {
    const { itemId, price } = item
    const done = await send({ centreId, itemId, quantity, price, ...(slotId && { slotId }) })
    if (!done) return
    say(`兑换好了,取货码 ${done.pickupCode},${whenText(done.pickupBy)} 前来取`)
    onClose()
    open(redemptionsPath)
  }
  return (
    <Sheet title={item.title} open onClose={onClose}>
      {item.kind === 'goods' && (
        <NumberField
          label="几件"
          value={quantity}
          onChange={setQuantity}
          min={1}
          max={Math.min(item.left, affordable, allowed)}
        />
      )}
      {item.kind === 'service' && (
        <ChooseOne
          label="什么时间"
          value={slotId}
          onChange={setSlotId}
          choices={slots.map(({ id, startsAt, endsAt, left }) => ({
            value: id,
            word: `${spanText(startsAt, endsAt)} 剩 ${left}`,
          }))}
        />
      )}
      {item.kind === 'service' && slots.length === 0 && <Note>这项服务暂时没有空的时间</Note>}
      <Note>
        用 {cost} 分换 {quantity} 件,换完余 {balance - cost} 分
      </Note>
      <RefusalNotice refusal={refusal} />
      <Button
        text={`用 ${cost} 分兑换`}
        kind="main"
        busy={busy}
        disabled={cost > balance || (item.kind === 'service' && slotId === undefined)}
        onTap={() => void redeem()}
      />
    </Sheet>
  )
}
