import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { AskReason } from '../../ui/ask-reason'
import { say } from '../../ui/say'
import type { Take } from '../many.rule'
import type { CanteenNear, ElderToTake, Menu } from '../shown'
import { money } from '../words'

interface LateOrderProps {
  canteen: CanteenNear
  menu: Menu
  elder: ElderToTake
  take: Take
  /** Name of the chosen meal. */
  meal: string
  onDone: () => void
}

/** One more after the cut-off (截单后): the kitchen counts it apart and reads why. */
export function LateOrder({ canteen: one, menu, elder, take, meal, onDone }: LateOrderProps) {
  const write = useWrite(canteen.addLate)
  const { dinerId, building, room, name } = elder
  const { mealId, delivery, toPay } = take
  const add = async (reason: string) => {
    const { centreId } = one
    const done = await write.send({ centreId, menuId: menu.menuId, dinerId, mealId, delivery, reason })
    if (!done) return undefined
    say(`给${name}加了一份${meal},付 ${money(done.toPay)},请和厨房说一声`)
    onDone()
    return done
  }
  return (
    <AskReason
      text="截单后加一份"
      title={`截单后加一份,${building} ${room} ${name}`}
      note={`${meal},${delivery ? '送上门' : '到食堂吃'}。原因厨房看得到`}
      yes={`加这一份,付 ${money(toPay)}`}
      write={write}
      onReason={add}
    />
  )
}
