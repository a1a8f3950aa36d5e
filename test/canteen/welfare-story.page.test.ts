import { communityContract } from '../../types/community.contract'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, type Desk, openDesk, today } from './desk'

/** Nobody answers on the fourth floor: from the courier's tick to the words of whoever found out. */

let desk: Desk
let phone: Phone

const door = '5栋 402 孙*奶'

beforeAll(async () => {
  desk = await openDesk()
  const dinerId = await desk.elder({ name: '孙奶奶', building: '5栋', room: '402' }, 50_00)
  const delivery = { reason: '行动不便', until: '2099-06-30' }
  const settings = { needs: [], avoids: [], careTags: [], owesUpTo: 0, ended: false }
  const at = { centreId, dinerId, building: '5栋', room: '402' }
  await desk.done('saveDiner', { ...at, ...settings, delivery }, people.staff)
  const rows = [{ dinerId, mealId: 'a', delivery: true }]
  await desk.done('orderForMany', { centreId, menuId: desk.menuOf(today()), rows }, people.staff)
  await desk.now()
  await desk.tick()
})
afterAll(() => desk?.town.cloud.stop())

const open = (openid: string, url: string) => {
  phone = openPhone({ cloud: desk.town.cloud, openid }, url)
}
const opensChecks = () => open(people.staff, `/canteen/staff/welfare-page?centreId=${centreId}`)
afterEach(() => phone.close())

test('while everybody answers there is nothing to do', async () => {
  opensChecks()
  await phone.sees('没有等着联系的老人')
})

test('the courier ticks that nobody answers, and reads that somebody will look', async () => {
  open(people.volunteer, `/canteen/courier/routes-page?centreId=${centreId}`)
  await phone.tap('我来送 5栋')
  await phone.tap(`没人应门,${door}`)
  await phone.sees('后来送到了')
  await phone.settles()
  expect(phone.doings.toasts.at(-1)).toBe('已通知社区,有人会去看老人')
})

test('the person the canteen names has a notice that leads to the elder', async () => {
  open(people.staff, '/community/resident/notices-page')
  await phone.sees('送餐没人应门,请马上联系老人')
  const { rows } = await desk.town.done(communityContract, 'notices', {}, people.staff)
  expect(rows[0]?.page).toBe(`/canteen/staff/welfare-page?centreId=${centreId}`)
})

test('who, since when, by whom and who was told stand on the card', async () => {
  opensChecks()
  await phone.sees('1 位老人还没联系上,请马上打电话或上门')
  await phone.sees(door)
  await phone.sees('赵*愿 送餐,没人应门')
  await phone.sees('已通知 李*作')
})

test('the numbers to call are shown whole after a tap that stays written', async () => {
  opensChecks()
  await phone.sees('谁看过会写进办事记录')
  expect(phone.text()).not.toContain('13912345678')
  await phone.tap(`看电话和紧急联系人,${door}`)
  await phone.tap('打给 孙奶奶 13812341234')
  await phone.tap('打给 赵小妹(女儿) 13912345678')
  expect(phone.doings.calls).toEqual(['13812341234', '13912345678'])
  const { rows } = await desk.town.done(communityContract, 'auditLog', { centreId }, people.secretary)
  expect(rows[0]?.action).toBe('canteen.welfareContact')
})

test('what was tried is noted, and the alarm stays', async () => {
  opensChecks()
  await phone.tap(`记一笔,${door}`)
  await phone.type('做了什么', '打了两次电话没人接')
  await phone.tap('记下来')
  await phone.sees('打了两次电话没人接')
  await phone.sees('1 位老人还没联系上')
  expect(phone.doings.toasts).toEqual(['记下了,还没联系上会接着提醒'])
})

test('the answer needs what was found and how one knows', async () => {
  opensChecks()
  await phone.tap(`联系上了,${door}`)
  await phone.sees('选一项,再写一句怎么知道的')
  await phone.tap('平安')
  await phone.sees('选一项,再写一句怎么知道的')
  await phone.type('怎么知道的', '女儿接了电话,去医院复查')
  await phone.tap('写明情况,结束提醒')
  await phone.sees('没有等着联系的老人')
  expect(phone.doings.toasts).toEqual(['写好了,不再提醒,已告诉 赵*愿'])
})

test('afterwards the course of it can be read, and nothing more be done', async () => {
  opensChecks()
  await phone.tap('已回话')
  await phone.sees('女儿接了电话,去医院复查')
  await phone.sees('打了两次电话没人接')
  await phone.sees('平安')
  await phone.offersNo(`联系上了,${door}`)
})

test('the courier reads that the elder is well', async () => {
  open(people.volunteer, '/community/resident/notices-page')
  await phone.sees('没人应门的老人有回话了')
})
