import { instantOf } from '../../types/common/time'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { canteenId, centreId, monday, type Noon, openNoon, staff } from './noon'

/** Noon at the kitchen on the volunteer's own phone: the count, the cut-off, and ticking off who came. */

const menuId = `${canteenId}_${monday}_lunch`
let noon: Noon
let phone: Phone
let ids: readonly string[] = []

const orderFor = (dinerId: string, mealId: string, delivery: boolean) =>
  noon.done('orderForMany', { centreId, menuId, rows: [{ dinerId, mealId, delivery }] }, staff)
/** It is so many minutes after midnight, for the town and for the phone. */
const itIs = async (minutes: number) => {
  await noon.clock({ now: instantOf(monday, minutes) })
  phone.program.itIs(instantOf(monday, minutes))
}

beforeAll(async () => {
  noon = await openNoon()
  await noon.menu(monday)
  ids = [
    await noon.diner({ nameMasked: '钱*爷', building: '2栋', room: '101' }),
    await noon.diner({
      nameMasked: '孙*奶',
      building: '5栋',
      room: '402',
      needs: ['低盐'],
      avoids: ['虾蟹'],
    }),
    await noon.diner({ nameMasked: '李*爷', building: '10栋', room: '301' }),
    await noon.diner({ nameMasked: '周*婆', building: '5栋', room: '201' }),
  ]
  const [first = '', second = '', third = ''] = ids
  await orderFor(first, 'a', false)
  await orderFor(second, 'a', true)
  await orderFor(third, 'b', true)
  const url = `/canteen/staff/kitchen-page?centreId=${centreId}`
  phone = openPhone({ cloud: noon.town.cloud, openid: people.volunteer, now: instantOf(monday, 540) }, url)
})
afterAll(() => noon?.stop())

test('before the cut-off the count can still change, says so, and nobody is ticked yet', async () => {
  await phone.sees('还会变')
  await phone.sees('今天(周一) 9:30 截单')
  await phone.sees('堂食 1(已领 0) · 送餐 2')
  await phone.sees('截单以后就能勾。')
  await phone.offersNo('领餐,钱*爷 2栋 101')
  await phone.offersNo('记下剩 0 份')
})

test('at the cut-off it stands; special diets and clashes are named', async () => {
  await itIs(572)
  await noon.tick()
  phone.program.comeBack()
  await phone.sees('已截单')
  await phone.sees('已经截单')
  await phone.sees('有忌口,要换菜')
  await phone.sees('油爆虾:含虾蟹')
  await phone.sees('低盐')
})

test('a portion added late stands beside the count, with its reason', async () => {
  const late = { centreId, menuId, dinerId: ids[3] ?? '', mealId: 'b', delivery: false, reason: '昨天刚出院' }
  await noon.done('addLate', late, staff)
  await itIs(575)
  phone.program.comeBack()
  await phone.sees('截单后加 1')
  await phone.sees('昨天刚出院')
})

test('who comes is ticked off, and a wrong tick is taken back', async () => {
  await itIs(670)
  await phone.tap('领餐,钱*爷 2栋 101')
  await phone.sees('还有 1 位没领')
  await phone.sees('堂食 2(已领 1) · 送餐 2')
  await phone.tap('取消领餐,钱*爷 2栋 101')
  await phone.sees('还有 2 位没领')
})

test('two at the counter at once are both ticked, however slow the way back is', async () => {
  phone.program.holdAnswers('kitchen')
  await phone.tap('领餐,钱*爷 2栋 101')
  await phone.settles()
  await phone.tap('领餐,周*婆 5栋 201')
  await phone.settles()
  phone.program.letGo()
  await phone.sees('还有 0 位没领')
  expect(Object.keys((await noon.menuRow(menuId)).served)).toHaveLength(2)
})

test('what was left over is written down', async () => {
  await phone.tap('剩余份数加一')
  await phone.tap('记下剩 1 份')
  await phone.settles()
  expect(phone.doings.toasts).toEqual(['记下了,剩 1 份'])
  expect((await noon.menuRow(menuId)).leftOver).toBe(1)
  expect(await noon.faults()).toEqual([])
  phone.close()
})
