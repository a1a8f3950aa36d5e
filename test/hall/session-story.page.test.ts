import { openPhone, type Phone } from '../harness/page'
import { approves, joins } from '../harness/town'
import {
  centreId,
  day,
  matterRow,
  morning,
  openSessionHall,
  resident,
  type SessionHall,
  staff,
} from './session-hall'

/** The last of 15 sessions on a lift: planned, announced, answered, attended, written down, closed, read. */

const hour = 3_600_000
const startsAt = morning + 4 * day + 10 * hour
const anna = 'session-anna'
const matterId = 'lift'

let hall: SessionHall
let phone: Phone
let sessionId = ''

const storyOf = (count: number) =>
  Array.from({ length: count }, (_one, n) => ({
    ...{ key: `s${n}`, at: morning, kind: 'minutes', by: staff, byMasked: '李*作', about: `s${n}` },
    ...{ text: `第 ${n + 1} 次议事会,到会 30 人:继续商量`, internal: false },
  }))
const heldOf = (count: number) =>
  Array.from({ length: count }, (_one, n) => ({
    ...{ sessionId: `s${n}`, at: morning, title: '', outcome: 'continued' as const },
  }))

beforeAll(async () => {
  hall = await openSessionHall()
  await joins(hall.town, anna, centreId, '安一楼', 31)
  await approves(hall.town, staff, centreId, anna)
  const done = ['assign', 'announce', 'meet', 'minutes'] as const
  await hall.plant('matters', [
    matterRow(matterId, { text: '1栋加装电梯', done, sessions: heldOf(14), story: storyOf(14) }),
  ])
})
afterAll(() => hall?.stop())
afterEach(() => phone.close())

const at = async (openid: string, url: string, now: number) => {
  await hall.clock({ now })
  phone = openPhone({ cloud: hall.town.cloud, openid, now }, url)
}
const desk = () => `/hall/staff/session-desk-page?centreId=${centreId}&sessionId=${sessionId}`
const page = () => `/hall/resident/session-page?sessionId=${sessionId}`

test('the staff plan it for the matter: it says what is missing', async () => {
  await at(
    staff,
    `/hall/staff/session-edit-page?centreId=${centreId}&sessionId=&matterId=${matterId}`,
    morning,
  )
  await phone.sees('名称、地点、每项议什么、每方的单位都要写上')
  await phone.type('地点', '社区议事厅')
  await phone.type('请哪几栋楼,用空格隔开', '1号楼')
  await phone.type('到会几人才能形成决议', '2')
  await phone.tap('再请一方')
  await phone.choose('第 1 方是谁那边的', '施工方')
  await phone.type('第 1 方单位或房号', '演示电梯公司')
  await phone.tap('存成草稿')
  await phone.hears('存成草稿了')
  await phone.sees('草稿,没有发预告')
  sessionId = (await hall.rows('sessions'))[0]?._id ?? ''
  expect(await hall.session(sessionId)).toMatchObject({
    ...{ title: '协商:1栋加装电梯', buildings: ['1栋'], quorum: 2, startsAt },
    agenda: [{ matterId, title: '1栋加装电梯', minutes: 60 }],
  })
})

test('and announce it: those who live there have a notice', async () => {
  await at(staff, desk(), morning)
  await phone.sees('请 1栋 的邻居来')
  await phone.tap('发预告')
  await phone.hears('预告发了')
  await phone.sees('已发预告')
  await phone.offersNo('出示签到码')
})

test('a neighbour says that they come, with one tap, and may change it', async () => {
  await at(anna, '/hall/resident/sessions-page', morning)
  await phone.sees('1 场等您回一声来不来')
  await phone.tap('协商:1栋加装电梯')
  await phone.sees('12月5日(周六) 19:00 至 21:00 · 社区议事厅')
  await phone.tap('我来')
  await phone.sees('您说了来')
  await phone.tap('改成不来')
  await phone.sees('您说了不来')
  await phone.tap('改成来')
  await phone.sees('已有 1 人说来')
  await phone.offersNo('签到')
  expect((await hall.session(sessionId)).coming).toBe(1)
})

test('the group gets it as text and as a card', async () => {
  await at(anna, page(), morning)
  await phone.tap('复制发群的文字')
  await phone.hears('文字已复制')
  expect(phone.doings.copied).toEqual([
    [
      '【金桂社区】议事会预告:协商:1栋加装电梯',
      '12月5日(周六) 19:00 社区议事厅',
      '1 1栋加装电梯(60 分钟)',
      '请 1栋 的邻居来,已有 1 人说来。来不来点开小程序回一声',
    ].join('\n'),
  ])
  expect(phone.share()).toEqual({
    title: '议事会:协商:1栋加装电梯',
    path: `/hall/resident/session-page?sessionId=${sessionId}`,
  })
})

test('at the door the code is on the wall, and the neighbour types it in', async () => {
  await at(staff, desk(), startsAt)
  await phone.tap('出示签到码')
  const code = await shownCode()
  phone.close()
  await at(anna, page(), startsAt)
  await phone.type('现场的 6 位数字', code === '000000' ? '111111' : '000000')
  await phone.tap('签到')
  await phone.sees('码不对或已经过期')
  await phone.type('现场的 6 位数字', code)
  await phone.tap('签到')
  await phone.hears('签到好了,到会 1 人')
  await phone.sees('您已签到')
})

const shownCode = async (): Promise<string> => {
  await phone.sees('收起')
  await phone.settles()
  return (/(\d{3}) (\d{3})/.exec(phone.text())?.slice(1) ?? []).join('')
}

test('the staff tick the builder, write in who came unasked, and write everything down', async () => {
  await at(staff, desk(), startsAt + hour)
  await phone.sees('名单,到会 1 人')
  await phone.tap('到了,施工方 演示电梯公司')
  await phone.sees('名单,到会 2 人')
  await phone.tap('记一位门口来的')
  await phone.type('单位或房号', '1栋 501')
  await phone.tap('记上,算到会')
  await phone.sees('名单,到会 3 人')
  await phone.sees('还有 1 项没写会议记录')
  await phone.type('第 1 项说了什么', '分摊办法大家都同意了')
  await phone.tap('形成决议')
  await phone.type('第 1 项定了做什么', '开工')
  await phone.type('第 1 项谁来做', '施工方')
  await phone.choose('第 1 项哪天以前', '2026-12-20')
  await phone.tap('加上这一件,第 1 项')
  await phone.sees('12月20日前 施工方 开工')
  await phone.tap('记下这一项,第 1 项')
  await phone.hears('记好了')
  await phone.tap('散会')
  await phone.hears('散会了,到会 3 人')
  await phone.sees('已散会')
  expect(phone.doings.questions).toEqual(['散会'])
})

test('everybody reads what came of it', async () => {
  await at(resident, '/hall/resident/sessions-page', startsAt + day)
  await phone.tap('开过的')
  await phone.tap('协商:1栋加装电梯')
  await phone.sees('到会 3 人')
  await phone.sees('业主 2 · 施工方 1')
  await phone.sees('分摊办法大家都同意了')
  await phone.sees('12月20日前 施工方 开工')
  await phone.offersNo('我来')
})

test('and the matter tells it as the fifteenth of one story', async () => {
  await at(resident, `/hall/resident/matter-page?matterId=${matterId}`, startsAt + day)
  await phone.sees('第 14 次议事会,到会 30 人:继续商量')
  await phone.sees('第 15 次议事会定在 12月5日(周六) 19:00,社区议事厅')
  await phone.sees('第 15 次议事会,到会 3 人:形成决议;12月20日前 施工方 开工')
})

test('one that is called off says why', async () => {
  sessionId = await hall.announced({ startsAt: startsAt + 7 * day, title: '电梯验收', buildings: ['1'] })
  await at(staff, desk(), startsAt + 2 * day)
  await phone.tap('取消这场议事会')
  await phone.type('原因', '施工方那天来不了')
  await phone.tap('取消并通知')
  await phone.hears('取消了,通知了')
  await phone.sees('施工方那天来不了')
  phone.close()
  await at(anna, page(), startsAt + 2 * day)
  await phone.sees('施工方那天来不了')
  await phone.offersNo('我来')
})
