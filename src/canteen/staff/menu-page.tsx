import { useRouter } from '@tarojs/taro'
import type { ShanghaiDay } from '../../../types/common/time'
import type { MealSlot } from '../../../types/common/words'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { today } from '../today'
import { menuWords } from '../words'
import { MenuForm } from './menu-form'
import { useCanteen } from './use-canteen'

/** One day's menu: dishes with what is in them, meals with their price. */
function MenuPage({ centreId }: AtWork) {
  const { canteenId = '', day = today(), slot = 'lunch' } = useRouter().params
  const on = { day: day as ShanghaiDay, slot: slot as MealSlot }
  const { canteens } = useCanteen(centreId)
  const rule = canteens.data?.rows
    .find((row) => row.canteenId === canteenId)
    ?.slots.find((one) => one.slot === on.slot)
  const menus = useRead(canteen.menusOfStaff, { centreId, canteenId, from: on.day })
  const menu = menus.data?.rows.find((row) => row.day === on.day && row.slot === on.slot)
  const sentence = menu && menu.ordered > 0 ? `已经有 ${menu.ordered} 份,套餐和价钱不能改` : undefined
  return (
    <Page title={menuWords(on)} sentence={sentence} reading={menus}>
      <Loaded reading={menus} rows={6}>
        {() => (
          <Loaded reading={canteens}>
            {() => (
              <MenuForm
                centreId={centreId}
                canteenId={canteenId}
                day={on.day}
                slot={on.slot}
                menu={menu}
                usual={rule?.capacity ?? 100}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  )
}

export default atWork(MenuPage)
