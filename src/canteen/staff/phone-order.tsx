import { View } from '@tarojs/components'
import { useState } from 'react'
import { Refusal } from '../../cloud/refusal'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { Take } from '../many.rule'
import type { CanteenNear, ElderToTake, Menu } from '../shown'
import { menuWords, money } from '../words'

interface PhoneOrderProps {
  centreId: string
  canteen: CanteenNear
  menu: Menu
  elder: ElderToTake
  take: Take
  /** Name of the chosen meal. */
  meal: string
  onDone: () => void
}

/** 电话订餐: one order, with who called and what they said; the kitchen reads it. */
export function PhoneOrder({ centreId, canteen: one, menu, elder, take, meal, onDone }: PhoneOrderProps) {
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<Refusal>()
  const { send, busy, refusal } = useWrite(canteen.placeOrders)
  const { dinerId, building, room, name } = elder
  const door = `${building} ${room} ${name}`
  const price = money(take.toPay)
  const order = async () => {
    setRefused(undefined)
    const picks = [{ menuId: menu.menuId, ...take }]
    const { canteenId } = one
    const done = await send({ centreId, dinerId, canteenId, picks, note: note.trim() })
    const [result] = done?.results ?? []
    if (!result) return
    if (result.state === 'refused') return setRefused(new Refusal(result.code, result.why))
    setOpen(false)
    say(`${name}的${meal}订好了,付 ${money(result.toPay)}`)
    onDone()
  }
  return (
    <View>
      <Button text="电话来订" label={`电话来订,${door}`} kind="quiet" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={`电话来订,${door}`} open onClose={() => setOpen(false)}>
          <Note>
            {menuWords(menu)} {meal},{take.delivery ? '送上门' : '到食堂吃'}
          </Note>
          <TextField
            label="谁打来的、怎么说的"
            hint="厨房和送餐的人看得到"
            placeholder="比如:女儿来电,饭要软一点"
            value={note}
            onChange={setNote}
            max={60}
          />
          <RefusalNotice refusal={refusal ?? refused} />
          <Button text={`订这一份,付 ${price}`} kind="main" busy={busy} onTap={() => void order()} />
        </Sheet>
      )}
    </View>
  )
}
