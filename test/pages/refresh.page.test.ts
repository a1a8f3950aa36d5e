import { instantOf } from '../../types/common/time'
import { canteenId, centreId, daughter, dayAfter, monday, type Noon, openNoon, staff } from '../canteen/noon'
import { openPhone, type Phone } from '../harness/page'

/** Two taps faster than a read: what the first wanted to see again is given up for what the second has to show. */

const served = instantOf(monday, 670)
const menuId = `${canteenId}_${monday}_lunch`
let noon: Noon
let phone: Phone

beforeAll(async () => {
  noon = await openNoon()
  await noon.menu(monday)
  await noon.menu(dayAfter(1))
  for (const nameMasked of ['钱*爷', '孙*奶']) {
    const dinerId = await noon.diner({ nameMasked, room: '101' })
    const rows = [{ dinerId, mealId: 'a', delivery: false }]
    await noon.done('orderForMany', { centreId, menuId, rows }, staff)
  }
  await noon.clock({ now: served })
  await noon.tick()
})
afterAll(() => noon?.stop())

test('a second write while the read after the first is under way is seen, too', async () => {
  const url = `/canteen/staff/kitchen-page?centreId=${centreId}`
  phone = openPhone({ cloud: noon.town.cloud, openid: staff, now: served }, url)
  await phone.sees('还有 2 位没领')
  phone.program.holdAnswers('kitchen')
  await phone.tap('领餐,钱*爷 5栋 101')
  await phone.settles()
  await phone.tap('领餐,孙*奶 5栋 101')
  await phone.settles()
  phone.program.letGo()
  await phone.sees('还有 0 位没领')
  phone.close()
})

test('a first read that began before a write is not taken for what holds after it', async () => {
  const order = '明天 11月24日 周二 午餐 订软食套餐,付 5.00 元'
  phone = openPhone({ cloud: noon.town.cloud, openid: daughter, now: served }, '/canteen/resident/order-page')
  await phone.sees('软食套餐')
  phone.program.holdAnswers('account')
  await phone.tap('餐费账户')
  await phone.settles()
  phone.back()
  await phone.tap(order)
  await phone.hears('订好了 1 顿')
  phone.program.letGo()
  await phone.settles()
  await phone.tap('餐费账户')
  await phone.sees('11月24日午餐 软食套餐')
  phone.close()
})
