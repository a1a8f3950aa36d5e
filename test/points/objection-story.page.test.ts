import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, neighbour, openStory, roomOfResident, type Story } from './story'

/** An objection that is upheld, on phones: whoever objects gives a reason, and so does whoever decides. */

let story: Story
let phone: Phone

beforeAll(async () => {
  story = await openStory()
  const { earns, movesIn, passbookAt } = story
  await movesIn(neighbour, '刘阿姨', 8)
  const passbookId = await passbookAt(roomOfResident)
  await earns(passbookId, 20)
  await earns(passbookId, 7)
})
afterAll(() => story?.town.cloud.stop())

const open = (openid: string, url: string) => {
  phone = openPhone({ cloud: story.town.cloud, openid }, url)
}
const opensObjections = () => open(people.secretary, `/points/staff/objections-page?centreId=${centreId}`)
afterEach(() => phone.close())

const object = '有异议,对「1栋 105 垃圾分类 7次 +7」提异议'

test('another household objects to a line of the public notice', async () => {
  open(neighbour, '/points/resident/public-notice-page')
  await phone.sees('觉得哪一笔不对,公示期内可以提异议')
  await phone.tap(object)
  await phone.sees('只有社区工作人员看得到是谁提的')
  await phone.sees('写了原因才能继续')
  await phone.type('原因', '那天他家没有参加')
  await phone.tap('提异议')
  await phone.losesSight('只有社区工作人员看得到是谁提的')
  expect(phone.doings.toasts).toEqual(['收到了,书记处理后会通知您'])
})

test('a household objects to a line once', async () => {
  open(neighbour, '/points/resident/public-notice-page')
  await phone.tap(object)
  await phone.type('原因', '再说一遍')
  await phone.tap('提异议')
  await phone.settles()
  const { rows } = await story.desk.done('objections', { centreId, state: 'open' }, people.secretary)
  expect(rows.map(({ reason }) => reason)).toEqual(['那天他家没有参加'])
})

test('the secretary upholds it with words for both', async () => {
  opensObjections()
  await phone.sees('1栋 105 垃圾分类')
  await phone.sees('那天他家没有参加')
  await phone.tap('成立,冲正,这一笔记错了')
  await phone.type('原因', '核对过签到表')
  await phone.tap('冲正这一笔')
  await phone.sees('这里没有异议')
  expect(phone.doings.toasts).toEqual(['已冲正,通知已发'])
  await phone.tap('成立')
  await phone.sees('处理:核对过签到表')
  await phone.offersNo('成立,冲正,这一笔记错了')
})

test('the line stays, says 已冲正, and the balance is what it was before', async () => {
  open(people.resident, '/points/resident/passbook-page')
  await phone.sees('1栋 105 · 余额 20')
  await phone.sees('已冲正')
  await phone.settles()
  expect(phone.text().match(/^[+−]\d+$/gm)).toEqual(['−7', '+7', '+20'])
  phone.open('/points/resident/public-notice-page')
  await phone.sees('您家的')
  await phone.settles()
  expect(phone.text()).not.toContain('+7')
})
