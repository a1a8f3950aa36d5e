import Taro from '@tarojs/taro'
import { addDays, type ShanghaiDay } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { ShareButton } from '../../lists/share-button'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { menuPath } from '../paths'
import type { CanteenOfStaff, MenuOfStaff } from '../shown'
import { today } from '../today'

interface WeekActionsProps {
  centreId: string
  canteen: CanteenOfStaff
  monday: ShanghaiDay
  menus: readonly MenuOfStaff[]
}

/** What is done to a whole week: copied from the one before, published, told to the group. */
export function WeekActions({ centreId, canteen: one, monday, menus }: WeekActionsProps) {
  const copying = useWrite(canteen.copyWeek)
  const publishing = useWrite(canteen.publishMenus)
  const { canteenId } = one
  const drafts = menus.filter(({ state, day }) => state === 'draft' && day >= today()).length
  const isPast = addDays(monday, 6) < today()
  const copy = async () => {
    const done = await copying.send({ centreId, canteenId, from: addDays(monday, -7), to: monday })
    if (done) say(`抄了 ${done.copied} 顿${done.kept > 0 ? `,原有的 ${done.kept} 顿没动` : ''}`)
  }
  const publish = async () => {
    const from = monday < today() ? today() : monday
    const done = await publishing.send({ centreId, canteenId, from, to: addDays(monday, 6) })
    if (!done) return
    await Taro.setClipboardData({ data: done.text }).catch(() => undefined) // the text also stands on the page
    say('发布了,发群的文字已复制')
  }
  if (isPast) return null
  return (
    <Card title="这一周">
      <RefusalNotice refusal={copying.refusal ?? publishing.refusal} />
      <Side>
        <Button text="抄上一周的菜单" busy={copying.busy} onTap={() => void copy()} />
        <Button
          text={drafts > 0 ? `发布 ${drafts} 顿,复制发群的文字` : '复制发群的文字'}
          kind="main"
          busy={publishing.busy}
          disabled={menus.length === 0}
          onTap={() => void publish()}
        />
        <ShareButton text="把菜单卡片发到群里" path={menuPath(centreId, canteenId)} />
      </Side>
      <Note>发布以后居民就能订;有人订了的套餐不能删、不能改价。</Note>
    </Card>
  )
}
