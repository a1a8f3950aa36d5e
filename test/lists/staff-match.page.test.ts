import { listsContract } from '../../types/lists.contract'
import { openPhone, type Phone } from '../harness/page'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

const { staff, resident } = people
const matchPage = `/lists/staff/match-page?centreId=${centreId}`

let town: Town
let desk: ReturnType<typeof deskOf>
let phone: Phone
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())
afterEach(() => phone.close())

const open = (url: string, openid: string = staff) => {
  phone = openPhone({ cloud: town.cloud, openid }, url)
}
const drafts = async () =>
  (await town.done(listsContract, 'projects', { centreId, state: 'draft' }, staff)).rows

test('the desk leads a member of staff to what the role allows, and nowhere else', async () => {
  open('/lists/staff/desk-page')
  await phone.sees('待审核')
  expect(phone.names()).toEqual(expect.arrayContaining(['对接台', '导入表格', '发布清单', '住户审核']))
  await phone.offersNo('职务')
  await phone.tap('对接台')
  await phone.sees('没有等着对接的需求')
  expect(phone.route()).toBe('lists/staff/match-page')
})

test('a resident without a role is told how to get one', async () => {
  open('/lists/staff/desk-page', resident)
  await phone.sees('您还没有职务')
})

test('a resource is taken with one tap, and the decision can be taken back', async () => {
  await desk.addResource({ title: '义务理发' })
  await desk.stateNeed('头发长了想剪')
  open(matchPage)
  await phone.sees('头发长了想剪')
  await phone.tap('采用 义务理发')
  await phone.sees('已生成服务项目「义务理发」')
  await phone.sees('已配 1')
  expect(await drafts()).toHaveLength(1)
  await phone.tap('放回待对接')
  await phone.sees('已放回待对接')
  await phone.sees('待对接 1')
})

test('a resource is turned down with a reason and not offered again', async () => {
  open(matchPage)
  await phone.tap('不合适 义务理发')
  await phone.tap('时间不合')
  await phone.sees('记下了:「义务理发」时间不合')
  await phone.sees('没有配得上的资源')
  await phone.offersNo('采用 义务理发')
})

test('what nobody can serve goes to the gaps and comes back from there', async () => {
  open(matchPage)
  await phone.tap('头发长了想剪,记进缺口清单')
  await phone.sees('缺口 1')
  await phone.tap('缺口 1')
  await phone.tap('头发长了想剪,放回待对接')
  await phone.sees('缺口 0')
})

test('a draft gets its place and seats and is published with the text for the group', async () => {
  const projectId = await desk.draft({ cap: 12, waitCap: 3 }, '修小家电')
  open(`/lists/staff/project-page?centreId=${centreId}&projectId=${projectId}`)
  await phone.type('地点', '社区一楼大厅')
  await phone.tap('名额加一')
  await phone.tap('保存时间、地点和名额')
  await phone.sees('社区一楼大厅')

  phone.open(`/lists/staff/publish-page?centreId=${centreId}`)
  await phone.sees('修小家电')
  await phone.tap('发布第 1 期,共 1 项')
  await phone.sees('第 1 期已发布')
  await phone.tap('复制这段文字')
  await phone.sees('群里的卡片')
  expect(phone.doings.copied[0]).toContain('社区一楼大厅 还剩 13 位')
  expect(phone.share().path).toContain(`/lists/resident/edition-page?centreId=${centreId}&editionId=`)
})

test('the list of names tells seats from the waiting list, masked', async () => {
  const projectId = await desk.published({ cap: 1, waitCap: 5 })
  await desk.enrol(projectId, resident)
  await desk.enrol(projectId, people.secretary)
  open(`/lists/staff/enrolments-page?centreId=${centreId}&projectId=${projectId}`)
  await phone.sees('王*明')
  await phone.sees('候补 第 1 位')
  expect(phone.text()).not.toContain('王小明')
})
