import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { busyEvening, eveningText } from './reception-evening'
import { centreId, evening } from './reception-rows'
import { openReception, type Reception } from './reception-town'

/** The end of a night talk with 35 questions, on the phone of whoever writes them down. */

let town: Reception
let phone: Phone
beforeAll(async () => {
  town = await openReception()
  const { dayId } = await busyEvening(town)
  const url = `/hall/staff/reception-day-page?centreId=${centreId}&dayId=${dayId}`
  phone = openPhone({ cloud: town.town.cloud, openid: people.staff, now: evening }, url)
}, 120_000)
afterAll(async () => {
  phone?.close()
  await town?.stop()
})

test('two are left, and the day cannot be closed before they are dealt with', async () => {
  await phone.sees('问了 35 件,当场答复 29 件,列入问题清单 4 件,还有 2 件没记结果')
  await phone.sees('还有 2 件没记结果,记完就能结束')
  await phone.offersNo('当场答复,第 12 件事')
})

test('one is answered, the other goes on the problem list', async () => {
  await phone.tap('当场答复,门口第 26 件')
  await phone.type('怎么答复的', '明天去看')
  await phone.tap('记下答复')
  await phone.sees('当场答复 30 件')
  await phone.tap('列入问题清单,门口第 25 件')
  await phone.type('怎么办', '约物业现场看')
  await phone.type('责任单位', '金桂物业')
  await phone.choose('谁来办', '李*作 社区工作者')
  await phone.tap('列上,5 个工作日内办完')
  await phone.sees('问了 35 件,当场答复 30 件,列入问题清单 5 件')
})

test('the day is closed, and the group reads 35, 30 and 5', async () => {
  await phone.tap('结束,一共问了 35 件')
  await phone.tap('复制发群的文字')
  expect(phone.doings.copied).toEqual([eveningText])
})
