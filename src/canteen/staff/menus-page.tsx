import { useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { addDays, type ShanghaiDay, weekdayOf } from '../../../types/common/time'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Button } from '../../ui/button'
import { Side } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { menuPath } from '../paths'
import type { CanteenOfStaff } from '../shown'
import { today } from '../today'
import { dayWords } from '../words'
import { MenuSlot } from './menu-slot'
import { OfCanteen } from './of-canteen'
import { useCanteen } from './use-canteen'
import { WeekActions } from './week-actions'

const mondayOf = (day: ShanghaiDay): ShanghaiDay => addDays(day, 1 - weekdayOf(day))

/** 排菜单: a week at a time; copied from the week before, published to the group. */
function MenusPage({ centreId }: AtWork) {
  const chosen = useCanteen(centreId)
  const { canteen: one } = chosen
  useShareAppMessage(() => ({
    title: `${one?.name ?? '长者食堂'}这几天吃什么,点开就能订`,
    path: menuPath(centreId, one?.canteenId ?? ''),
  }))
  return (
    <Page title="排菜单" sentence={one?.name} reading={chosen.canteens}>
      <OfCanteen chosen={chosen}>
        {(found) => <Week key={found.canteenId} centreId={centreId} canteen={found} />}
      </OfCanteen>
    </Page>
  )
}

function Week({ centreId, canteen: one }: { centreId: string; canteen: CanteenOfStaff }) {
  const [monday, setMonday] = useState(mondayOf(today()))
  const menus = useRead(canteen.menusOfStaff, { centreId, canteenId: one.canteenId, from: monday })
  const days = [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count))
  return (
    <>
      <Side>
        <Button text="上一周" onTap={() => setMonday(addDays(monday, -7))} />
        <Button text={`${dayWords(monday)}起`} kind="quiet" onTap={() => setMonday(mondayOf(today()))} />
        <Button text="下一周" onTap={() => setMonday(addDays(monday, 7))} />
      </Side>
      <Loaded reading={menus} rows={7}>
        {({ rows }) => (
          <>
            <WeekActions centreId={centreId} canteen={one} monday={monday} menus={rows} />
            {days.flatMap((day) =>
              one.slots.flatMap(({ slot }) => {
                const menu = rows.find((row) => row.day === day && row.slot === slot)
                // what was not cooked on a day that is over cannot be written any more
                if (!menu && day < today()) return []
                return (
                  <MenuSlot
                    key={`${day}${slot}`}
                    centreId={centreId}
                    canteenId={one.canteenId}
                    day={day}
                    slot={slot}
                    menu={menu}
                  />
                )
              }),
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

export default atWork(MenusPage)
