import { hallContract } from '../../types/hall.contract'
import { openPhone, type Phone } from '../harness/page'
import { approves, centres, joins, openTown, people, type Town } from '../harness/town'

/** Water from the ceiling: asked for, taken, met over, objected to, and agreed on two phones. */

const centreId = centres.jingui
const neighbour = 'lives-above'

let town: Town
let phone: Phone

beforeAll(async () => {
  town = await openTown()
  await joins(town, neighbour, centreId, '郑楼上', 31)
  await approves(town, people.staff, centreId, neighbour)
})
afterAll(() => town?.cloud.stop())

const open = (openid: string, url: string) => {
  phone = openPhone({ cloud: town.cloud, openid }, url)
}
const opensDesk = (openid: string = people.staff) =>
  open(openid, `/hall/staff/mediations-desk-page?centreId=${centreId}`)
const opensMine = (openid: string) => open(openid, '/hall/resident/mediations-page')
/** The only mediation of this story, in a list of somebody's own. */
const opensIt = async () => {
  await phone.sees('申请的调解')
  await phone.tap(phone.names().find((name) => name.endsWith('申请的调解')) ?? '')
}
afterEach(() => phone.close())

test('a resident asks for mediation in their own words', async () => {
  opensMine(people.resident)
  await phone.sees('可以请社区的调解员一起谈')
  await phone.tap('申请调解')
  await phone.sees('社区其他人和街道都看不到')
  await phone.type('什么事', '卫生间天花板一直滴水')
  await phone.type('和谁', '楼上养金毛的那家')
  await phone.tap('请社区派调解员')
  await phone.hears('收到了,有调解员接了会通知您')
  await phone.sees('等调解员接')
})

test('a mediator sees that somebody waits, takes it, and only then reads what about', async () => {
  opensDesk()
  await phone.tap('等人接的')
  await phone.sees('接了才看得到是什么事')
  expect(phone.text()).not.toContain('滴水')
  await phone.tap(phone.names().find((name) => name.startsWith('我来调解')) ?? '')
  await phone.sees('卫生间天花板一直滴水')
  await phone.sees('和谁:楼上养金毛的那家')
})

test('the mediator calls whoever asked, and shows a code the other side joins by', async () => {
  opensDesk()
  await opensIt()
  await phone.tap('看 王*明 的电话')
  await phone.tap('打给 王小明 13810000005')
  expect(phone.doings.calls).toEqual(['13810000005'])
  await phone.tap('出示邀请码')
  await phone.sees('调解」里填:LLT')
  const code = /LLT\.\S+/.exec(phone.text())?.[0]
  phone.close()

  opensMine(neighbour)
  phone.program.scan(code)
  await phone.tap('参加别人请我去的调解')
  await phone.sees('您同意才算数')
  await phone.tap('我参加')
  await phone.sees('卫生间天花板一直滴水')
  await phone.sees('郑*上(您)')
  // how the asker speaks of the other side is not for the other side
  expect(phone.text()).not.toContain('金毛')
})

test('the mediator notes what was said and writes the agreement', async () => {
  opensDesk()
  await opensIt()
  await phone.tap('记一次调解')
  await phone.type('在哪里', '调解室')
  await phone.type('谈了什么', '双方看了水渍')
  await phone.tap('记下来')
  await phone.sees('谈过 1 次')
  await phone.tap('写协议')
  await phone.type('谈成了什么', '十天内重做防水,费用各半')
  await phone.tap('请各方确认')
  await phone.sees('协议在等')
  expect(phone.text()).toContain('还没确认:王*明、郑*上')
})

test('the other side does not agree, and says why', async () => {
  opensMine(neighbour)
  await phone.sees('等您确认')
  await opensIt()
  await phone.sees('请您看看同意不同意')
  await phone.tap('不同意,哪里不同意')
  await phone.type('原因', '一半太多,我付三成')
  await phone.tap('告诉他们')
  await phone.sees('您说了不同意,调解员会再商量')
})

test('the mediator changes the text, which starts the confirming anew', async () => {
  opensDesk()
  await opensIt()
  await phone.sees('郑*上 不同意:一半太多,我付三成')
  await phone.sees('有人不同意,再商量一下')
  await phone.tap('改协议')
  await phone.sees('改了以后,各方要重新确认')
  await phone.type('谈成了什么', '十天内重做防水,楼上付三成')
  await phone.tap('请各方确认')
  await phone.sees('调解协议(第 2 版)')
})

test('both confirm on their own phones, and then it is agreed', async () => {
  opensMine(people.resident)
  await opensIt()
  await phone.tap('我同意,确认协议')
  await phone.sees('您已确认,等 郑*上 确认')
  await phone.offersNo('我同意,确认协议')
  expect(phone.doings.questions).toEqual(['确认协议'])
  phone.close()

  opensMine(neighbour)
  await opensIt()
  await phone.sees('王*明 已确认')
  await phone.tap('我同意,确认协议')
  await phone.hears('各方都确认了,谈成了')
  await phone.sees('各方都确认了')
  await phone.offersNo('不调了')
})

test('the mediator looks again and writes whether it was kept', async () => {
  opensDesk()
  await phone.sees('谈成了')
  await opensIt()
  await phone.type('协议做到了没有', '已经不漏了')
  await phone.tap('记下回访')
  await phone.hears('回访记好了')
  await phone.sees('已经不漏了')
  phone.close()
  opensMine(people.resident)
  await opensIt()
  await phone.sees('已经不漏了')
})

test('a link to it tells anybody else, the secretary too, that there is none', async () => {
  const { rows } = await town.done(hallContract, 'myMediations', { centreId }, people.resident)
  const mediationId = rows[0]?.mediationId ?? ''
  open(people.secretary, `/hall/staff/mediation-desk-page?centreId=${centreId}&mediationId=${mediationId}`)
  await phone.sees('没有找到这条记录')
  expect(phone.text()).not.toContain('防水')
  phone.close()
  open(
    people.residentElsewhere,
    `/hall/resident/mediation-page?centreId=${centreId}&mediationId=${mediationId}`,
  )
  await phone.sees('没有找到这条记录')
})

test('whoever does not mediate sees counts', async () => {
  opensDesk(people.officer)
  await phone.sees('这个月申请的')
  await phone.settles()
  await phone.offersNo('等人接的')
  expect(phone.text()).toMatch(/1\s*谈成/)
})
