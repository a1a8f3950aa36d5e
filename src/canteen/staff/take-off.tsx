import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import type { CanteenNear, ElderToTake, Menu } from '../shown'
import { menuWords, money } from '../words'

interface TakeOffProps {
  /** Where the elder is registered. */
  centreId: string
  canteen: CanteenNear
  menu: Menu
  elder: ElderToTake
  /** Before the cut-off an order is cancelled; afterwards it is voided, with a reason. */
  isOpen: boolean
}

/** Takes an order back for an elder, with the money and the subsidy. */
export function TakeOff({ isOpen, ...parts }: TakeOffProps) {
  return isOpen ? <Cancel {...parts} /> : <VoidOrder {...parts} />
}

type Parts = Omit<TakeOffProps, 'isOpen'>

const doorOf = ({ building, room, name }: ElderToTake): string => `${building} ${room} ${name}`

function Cancel({ centreId, menu, elder }: Parts) {
  const { send, busy, refusal } = useWrite(canteen.cancelOrder)
  const cancel = async () => {
    const sure = await ask('取消订餐', `${doorOf(elder)} ${menuWords(menu)},钱退回余额。`, '取消这份')
    if (!sure) return
    const done = await send({ centreId, dinerId: elder.dinerId, menuId: menu.menuId })
    if (done) say(`取消了,${money(done.back)} 退回余额`)
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button
        text="取消这一份"
        label={`取消这一份,${doorOf(elder)}`}
        kind="quiet"
        busy={busy}
        onTap={() => void cancel()}
      />
    </>
  )
}

function VoidOrder({ canteen: one, menu, elder }: Parts) {
  const write = useWrite(canteen.voidOrder)
  const giveBack = async (reason: string) => {
    const { centreId } = one
    const done = await write.send({ centreId, menuId: menu.menuId, dinerId: elder.dinerId, reason })
    if (done) say(`这一份不算,${money(done.back)} 退回余额`)
    return done
  }
  return (
    <AskReason
      text="这一份不算,退钱"
      kind="quiet"
      title={`这一份不算,退钱,${doorOf(elder)}`}
      note="送错、没送到时用;钱和补贴都退回,原因写进明细"
      yes="退掉这一份"
      write={write}
      onReason={giveBack}
    />
  )
}
