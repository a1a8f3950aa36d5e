import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import type { MyDiner, OfferedMenu } from '../shown'
import { menuWords, money } from '../words'
import { RateMeal } from './rate-meal'

interface OrderedMealProps {
  diner: MyDiner
  menu: OfferedMenu
  ordered: NonNullable<OfferedMenu['ordered']>
  changing: boolean
  onChange: () => void
}

/** What is ordered: until the cut-off it can be changed and given up, afterwards it is rated. */
export function OrderedMeal({ diner, menu, ordered, changing, onChange }: OrderedMealProps) {
  const { send, busy, refusal } = useWrite(canteen.cancelOrder)
  const { name, delivery, toPay, by, standing, voided } = ordered
  const { centreId, dinerId } = diner
  const words = menuWords(menu)
  const over = menu.cutoffAt <= Date.now()
  const cancel = async () => {
    const sure = await ask('取消订餐', `${words} ${name},${money(toPay)} 退回余额。`, '取消这顿')
    if (!sure) return
    const done = await send({ centreId, dinerId, menuId: menu.menuId })
    if (done) say(`已取消,${money(done.back)} 退回余额`)
  }
  return (
    <>
      <Note>
        {name} · {delivery ? '送上门' : '到食堂吃'} · 付 {money(toPay)}
      </Note>
      <Note>{voided ? '这一份已退,钱退回余额' : standing ? '每周固定订的' : `${by} 订的`}</Note>
      <RefusalNotice refusal={refusal} />
      {!over && (
        <Side>
          <Button
            text={changing ? '不改了' : '换一份'}
            label={`${words} ${changing ? '不改了' : '换一份'}`}
            onTap={onChange}
          />
          <Button
            text="取消这一顿"
            label={`取消 ${words}`}
            kind="quiet"
            busy={busy}
            onTap={() => void cancel()}
          />
        </Side>
      )}
      {!voided && menu.servedFrom <= Date.now() && (
        <RateMeal diner={diner} menu={menu} rating={ordered.rating} />
      )}
    </>
  )
}
