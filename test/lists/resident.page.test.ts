import { openPhone, type Phone } from '../harness/page'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

const { resident } = people
const listsPage = '/pages/lists/lists-page'
const servicePage = (projectId: string) =>
  `/lists/resident/service-page?centreId=${centreId}&projectId=${projectId}`

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

let phone: Phone
const open = (url?: string, openid: string = resident) => {
  phone = openPhone({ cloud: town.cloud, openid }, url)
  return phone
}
afterEach(() => phone.close())

/** A published edition of one service of that name. */
const offer = async (title: string, places = { cap: 20, waitCap: 10 }): Promise<string> => {
  const projectId = await desk.draft(places, title)
  const { reply } = await desk.publish([projectId])
  if (!reply.ok) throw new Error(reply.code)
  return projectId
}

test('home greets a resident and leads to what they come for', async () => {
  open()
  await phone.sees('王小明,今天')
  await phone.tap('订餐,长者食堂,能送上门')
  await phone.sees('先登记用餐的老人')
  expect(phone.route()).toBe('canteen/resident/order-page')
  phone.close()
  open('/pages/me/me-page')
  await phone.tap('我的报名')
  await phone.sees('您还没有要参加的服务')
  expect(phone.route()).toBe('lists/resident/my-enrolments-page')
})

describe('the menu', () => {
  test('says that there is none yet, and what to do', async () => {
    open(listsPage)
    await phone.sees('这里还没有发布服务清单')
    await phone.tap('说一条需求')
    expect(phone.route()).toBe('lists/resident/say-need-page')
  })
  test('enrols with one tap and tells the place', async () => {
    const projectId = await offer('义务理发')
    await desk.enrol(projectId, people.secretary)
    open(listsPage)
    await phone.sees('12月服务菜单 第1期')
    await phone.sees('还剩 19 位')
    await phone.tap('我要报名,义务理发')
    await phone.sees('已报名 第 2 位')
    expect(phone.doings.toasts).toEqual(['已报名,是第 2 位,请按时到'])
    expect(phone.doings.subscribed).toHaveLength(1)
    expect((await desk.people(projectId)).map(({ state }) => state)).toEqual(['seat', 'seat'])
  })
  test('offers the waiting list of a full service', async () => {
    const projectId = await offer('修小家电', { cap: 1, waitCap: 5 })
    await desk.enrol(projectId, people.secretary)
    await desk.enrol(projectId, people.staff)
    open(listsPage)
    await phone.sees('已满,已有 1 位候补')
    await phone.tap('我要候补,修小家电')
    await phone.sees('候补 第 2 位')
    expect(phone.doings.toasts).toEqual(['已候补,排第 2 位,有人取消会自动递补并通知您'])
  })
  test('has nothing to tap once all places are taken', async () => {
    const projectId = await offer('磨剪刀', { cap: 1, waitCap: 0 })
    await desk.enrol(projectId, people.secretary)
    open(listsPage)
    await phone.sees('名额和候补都满了')
    await phone.offersNo('我要报名,磨剪刀')
    await phone.offersNo('我要候补,磨剪刀')
  })
})

describe('the page of a service', () => {
  test('gives up a place after asking', async () => {
    const projectId = await offer('量血压')
    await desk.enrol(projectId, resident)
    open(servicePage(projectId))
    phone.program.agree(false)
    await phone.tap('取消报名,量血压')
    expect(phone.doings.questions).toEqual(['取消报名'])
    expect(await desk.people(projectId)).toHaveLength(1)
    phone.program.agree(true)
    await phone.tap('取消报名,量血压')
    await phone.sees('报名,还剩 20 个名额')
    expect(phone.doings.toasts).toEqual(['已取消报名'])
    expect(await desk.people(projectId)).toEqual([])
  })
  test('enrols a member of the family by name', async () => {
    const projectId = await offer('配老花镜')
    open(servicePage(projectId))
    await phone.tap('替一位家人报名')
    await phone.type('家人姓名', '王大爷')
    await phone.tap('替王大爷报名,还剩 20 位')
    await phone.sees('王大爷 已报名 第 1 位')
    expect(await desk.people(projectId)).toMatchObject([{ name: '王*爷' }])
  })
  test('tells who came before the screen was loaded, masked', async () => {
    const projectId = await offer('教用手机')
    await desk.enrol(projectId, people.secretary)
    open(servicePage(projectId))
    await phone.sees('1 周*记')
    expect(phone.text()).not.toContain('周书记')
  })
})

test('whoever waits moves up when a seat is given up, and reads so', async () => {
  const projectId = await offer('磨刀石', { cap: 1, waitCap: 5 })
  await desk.enrol(projectId, people.secretary)
  await desk.enrol(projectId, resident)
  open('/lists/resident/my-enrolments-page')
  await phone.sees('候补 第 1 位')
  await desk.cancel(projectId, people.secretary)
  phone.open('/community/resident/notices-page')
  await phone.sees('磨刀石')
  await phone.tap('去看看,候补有名额了')
  await phone.sees('已报名 第 1 位')
})

test('a tap that got no answer is done once when it is repeated', async () => {
  const projectId = await offer('磨刀')
  open(servicePage(projectId))
  await phone.sees('报名,还剩 20 个名额')
  phone.program.loseAnswers(true)
  await phone.tap('报名,还剩 20 个名额')
  await phone.sees('没有成功,请重试')
  expect(await desk.people(projectId)).toHaveLength(1)
  phone.program.loseAnswers(false)
  await phone.tap('报名,还剩 20 个名额')
  await phone.sees('已报名 第 1 位')
  expect(await desk.people(projectId)).toHaveLength(1)
})

test('without a network the last known menu is shown with its time', async () => {
  await offer('看口腔')
  open(listsPage)
  await phone.sees('看口腔')
  const { storage } = phone.program
  phone.close()
  phone = openPhone({ cloud: town.cloud, openid: resident, storage, online: false }, listsPage)
  await phone.sees('看口腔')
  phone.program.network(false)
  await phone.sees('显示的是')
})

describe('a need', () => {
  test('is said in one’s own words and found again', async () => {
    open()
    await phone.tap('说需求,要什么,告诉社区')
    await phone.type('需要什么', '老妈腿脚不好,想请人上门剪头发')
    await phone.tap('老人')
    await phone.tap('走动不方便,需要上门')
    await phone.tap('要看时间')
    await phone.tap('周二')
    await phone.choose('从几点', '14:00')
    await phone.choose('到几点', '16:00')
    await phone.tap('几个人加一')
    await phone.tap('说给社区')
    await phone.sees('已经记下')
    await phone.tap('看我的需求')
    await phone.sees('老妈腿脚不好,想请人上门剪头发')
    await phone.sees('老人 · 周二 14:00-16:00 · 2 人 · 需要上门')
    await phone.sees('待对接')
  })
  test('is taken back after asking', async () => {
    await desk.stateNeed('想学跳广场舞')
    open('/lists/resident/my-needs-page')
    await phone.tap('撤回,想学跳广场舞')
    await phone.sees('已撤回')
    expect(phone.doings.questions).toEqual(['撤回这条需求'])
  })
  test('with words that are not allowed says so and keeps what was written', async () => {
    open('/lists/resident/say-need-page')
    await phone.type('需要什么', '网上赌博')
    await phone.tap('说给社区')
    await phone.sees('内容里有不合适的词,请换个说法')
    await phone.type('需要什么', '网上挂号')
    await phone.tap('说给社区')
    await phone.sees('已经记下')
  })
  test('names the field that is wrong', async () => {
    open('/lists/resident/say-need-page')
    await phone.type('需要什么', '想学剪纸')
    await phone.tap('要看时间')
    await phone.choose('从几点', '16:00')
    await phone.choose('到几点', '14:00')
    await phone.tap('说给社区')
    await phone.sees('× ')
  })
})
