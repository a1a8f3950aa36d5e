import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, neighbour, openStory, roomOfResident, type Story } from './story'

/** A household merged into another, on phones: an old woman moves in with her son, and her points come along. */

let story: Story
let phone: Phone
let oldId = ''

beforeAll(async () => {
  story = await openStory()
  const { earns, movesIn, passbookAt } = story
  oldId = await movesIn(neighbour, '王奶奶', 8)
  await earns(oldId, 10)
  await earns(oldId, 20)
  await earns(await passbookAt(roomOfResident), 50)
})
afterAll(() => story?.town.cloud.stop())

const open = (openid: string, url: string) => {
  phone = openPhone({ cloud: story.town.cloud, openid }, url)
}
const opensPassbook = () =>
  open(people.staff, `/points/staff/passbook-page?centreId=${centreId}&passbookId=${oldId}`)
afterEach(() => phone.close())

/** What went in and out, newest first. */
const sums = async (): Promise<readonly string[]> => {
  await phone.settles()
  return phone.text().match(/^[+−]\d+$/gm) ?? []
}

test('staff say into which household and why, and come to the one that stays', async () => {
  opensPassbook()
  await phone.sees('余额 30')
  await phone.tap('并到另一户')
  await phone.sees('先找到要并入的那一户')
  await phone.type('楼栋', '1')
  await phone.type('房号', roomOfResident)
  await phone.tap('加上这一户')
  await phone.sees('并到 1栋 105')
  await phone.type('原因', '老人搬来同住')
  await phone.tap('把 30 分和家人都并过去')
  await phone.sees('余额 80')
  expect(phone.doings.toasts).toEqual(['已并户,30 分转过去了'])
  expect(phone.route()).toBe('points/staff/passbook-page')
  expect(await sums()).toEqual(['+30', '+50'])
})

test('the old passbook says 已并入别户, is empty and keeps its history', async () => {
  opensPassbook()
  await phone.sees('余额 0 · 已并入别户')
  expect(await sums()).toEqual(['−30', '+20', '+10'])
  await phone.offersNo('并到另一户')
  await phone.offersNo('冲正「垃圾分类 20次 +20」')
})

test('whoever moved sees the common passbook, with both in it', async () => {
  open(neighbour, '/points/resident/passbook-page')
  await phone.sees('1栋 105 · 余额 80')
  await phone.sees('(您)')
  await phone.sees('王*明')
  expect(await sums()).toEqual(['+30', '+50'])
})
