import { type BrowserHarness, startBrowser } from '../harness/browser'
import { people } from '../harness/town'
import { busyEvening, eveningText } from './reception-evening'
import { centreId, evening } from './reception-rows'
import { openReception, type Reception } from './reception-town'

/** A night talk with 35 questions: 30 answered on the spot, 5 put on the problem list, and the next one booked. */

let town: Reception
let browser: BrowserHarness
let dayId: string

beforeAll(async () => {
  town = await openReception()
  browser = await startBrowser(town.town.cloud.url)
  ;({ dayId } = await busyEvening(town))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('at the desk the last two are dealt with, the day is closed, the group told', async () => {
  const url = `/hall/staff/reception-day-page?centreId=${centreId}&dayId=${dayId}`
  const desk = await browser.openAs(people.staff, url, { now: evening, pc: true })
  await desk.sees('问了 35 件,当场答复 29 件,列入问题清单 4 件,还有 2 件没记结果')
  await desk.tap('当场答复,门口第 26 件')
  await desk.type('怎么答复的', '明天去看')
  await desk.tap('记下答复')
  await desk.hears('记好了')
  await desk.tap('列入问题清单,门口第 25 件')
  await desk.type('怎么办', '约物业现场看')
  await desk.type('责任单位', '金桂物业')
  await desk.page.getByLabel('谁来办').selectOption('李*作 社区工作者')
  await desk.screenshot('story-reception-list')
  await desk.tap('列上,5 个工作日内办完')
  await desk.sees('问了 35 件,当场答复 30 件,列入问题清单 5 件')
  await desk.tap('结束,一共问了 35 件')
  await desk.tap('复制发群的文字')
  expect(await desk.copied()).toBe(eveningText)
  await desk.screenshot('story-reception-closed')
  expect(desk.errors).toEqual([])
  await desk.leave()
})

test('a resident books the next one in elder mode, and nothing runs over the edge', async () => {
  const elder = await browser.openAs(people.resident, '/hall/resident/reception-page', {
    now: evening,
    elder: true,
  })
  await elder.tap('约一个时段,12月3日(周四) 19:00 至 21:00')
  await elder.tap('19:40')
  await elder.type('想问什么', '垃圾桶太远')
  await elder.screenshot('story-reception-book')
  await elder.tap('约 19:40')
  await elder.sees('您约了 12月3日(周四) 19:40')
  const over = await elder.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(over).toBe(0)
  await elder.screenshot('story-reception-booked')
  expect(elder.errors).toEqual([])
  await elder.leave()
})
