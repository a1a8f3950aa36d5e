import type { MealSlot } from '../../../types/common/words'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { open } from '../../pages/open'
import { AskReason } from '../../ui/ask-reason'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { say } from '../../ui/say'
import { StatusTag, type Tone } from '../../ui/status-tag'
import type { MenuOfStaff } from '../shown'
import { menuOfStaffPath } from '../staff-paths'
import { cutoffWords, menuWords, money } from '../words'

const states: Readonly<Record<MenuOfStaff['state'], { readonly tone: Tone; readonly word: string }>> = {
  draft: { tone: 'warn', word: '没发布' },
  published: { tone: 'good', word: '可以订' },
  frozen: { tone: 'own', word: '已截单' },
  settled: { tone: 'calm', word: '已结' },
  cancelled: { tone: 'late', word: '不开' },
}

interface MenuSlotProps {
  centreId: string
  canteenId: string
  day: string
  slot: MealSlot
  menu: MenuOfStaff | undefined
}

/** One day's lunch or dinner in the week's plan. */
export function MenuSlot({ centreId, canteenId, day, slot, menu }: MenuSlotProps) {
  const words = menuWords({ day, slot })
  const edit = () => open(menuOfStaffPath(centreId, canteenId, day, slot))
  if (!menu) {
    return (
      <Card
        title={words}
        aside={<Button text="写菜单" label={`写菜单,${words}`} kind="quiet" onTap={edit} />}
      />
    )
  }
  const { meals, ordered, deliveries, capacity, cutoffAt, state } = menu
  return (
    <Card title={words} aside={<StatusTag {...states[state]} />}>
      {meals.map(({ id, name, price }) => (
        <Note key={id}>
          {name} {money(price)}
        </Note>
      ))}
      <Note>
        订了 {ordered}/{capacity} 份,送餐 {deliveries} · {cutoffWords(cutoffAt)}
      </Note>
      {(state === 'draft' || state === 'published') && (
        <Side>
          <Button text="改菜单" label={`改菜单,${words}`} onTap={edit} />
          <CancelMenu centreId={centreId} menu={menu} />
        </Side>
      )}
      {menu.cancelledBecause !== '' && <Note>原因:{menu.cancelledBecause}</Note>}
    </Card>
  )
}

function CancelMenu({ centreId, menu }: { centreId: string; menu: MenuOfStaff }) {
  const write = useWrite(canteen.cancelMenu)
  const cancel = async (reason: string) => {
    const done = await write.send({ centreId, menuId: menu.menuId, reason })
    if (done) say(done.orders > 0 ? `不开了,${done.orders} 份的钱退回,已通知` : '不开了')
    return done
  }
  return (
    <AskReason
      text="这顿不开"
      title={`${menuWords(menu)} 不开`}
      note={menu.ordered > 0 ? `订了的 ${menu.ordered} 份全部退款,原因会通知他们` : '原因会写在菜单上'}
      yes="这顿不开,全部退款"
      kind="quiet"
      write={write}
      onReason={cancel}
    />
  )
}
