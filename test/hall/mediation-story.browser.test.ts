import { addDays, asInstant, fullDayText, shanghaiDay } from '../../types/common/time'
import { hallContract } from '../../types/hall.contract'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { measure } from '../harness/measure'
import { approves, centres, joins, openTown, people, type Town } from '../harness/town'

/** An agreement is confirmed on two phones, one of them in elder mode, while the mediator changes a word of it. */

const centreId = centres.jingui
const neighbour = 'lives-above'
const followUpOn = addDays(shanghaiDay(asInstant(Date.now())), 30)

let town: Town
let browser: BrowserHarness
let asking: Visitor
let other: Visitor
let mediationId = ''
const page = () => `/hall/resident/mediation-page?centreId=${centreId}&mediationId=${mediationId}`
const propose = (text: string) =>
  town.done(hallContract, 'proposeAgreement', { centreId, mediationId, text, followUpOn }, people.staff)

beforeAll(async () => {
  town = await openTown()
  await joins(town, neighbour, centreId, '郑楼上', 31)
  await approves(town, people.staff, centreId, neighbour)
  const asked = { centreId, text: '卫生间天花板一直滴水', other: '楼上' }
  ;({ mediationId } = await town.done(hallContract, 'askMediation', asked, people.resident))
  await town.done(hallContract, 'takeMediation', { centreId, mediationId }, people.staff)
  const { code } = await town.done(hallContract, 'invitationCode', { centreId, mediationId }, people.staff)
  await town.done(hallContract, 'joinMediation', { centreId, code }, neighbour)
  await propose('十天内重做防水,费用各半')
  browser = await startBrowser(town.cloud.url)
  asking = await browser.openAs(people.resident, page(), { elder: true })
  other = await browser.openAs(neighbour, page())
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await town?.cloud.stop()
})

const standard = { text: 17, second: 14, hit: 44 }
const elder = { text: 22, second: 20, hit: 60 }
/** What cannot be read or hit on the page, or does not fit (design.md). */
const faults = async (visitor: Visitor, { text, second, hit }: typeof standard) => {
  await visitor.loaded()
  const { texts, controls, overflow, glued } = await measure(visitor.page)
  return {
    small: texts.filter(({ px, secondary }) => px < (secondary ? second : text)),
    pale: texts.filter(({ contrast }) => contrast < 4.5),
    hardToHit: controls.filter(({ width, height }) => width < hit || height < hit),
    glued,
    overflow,
  }
}
const none = { small: [], pale: [], hardToHit: [], glued: [], overflow: 0 }

/** Agrees to the question a tap brings up. */
const agrees = async (visitor: Visitor) => {
  await visitor.tap('我同意,确认协议')
  await visitor.page.getByText('我同意', { exact: true }).filter({ visible: true }).click()
}

test('both read the same text, and what to do fits the screen', async () => {
  for (const visitor of [asking, other]) {
    await visitor.sees('协议写好了,请您看看同意不同意')
    await visitor.sees('十天内重做防水,费用各半')
  }
  expect(await faults(asking, elder)).toEqual(none)
  expect(await faults(other, standard)).toEqual(none)
  await asking.screenshot('story-mediation-elder')
})

test('one confirms; the mediator then changes a word, and that yes counts no longer', async () => {
  await agrees(asking)
  await asking.hears('确认好了,等另一方')
  await asking.sees('您已确认,等 郑*上 确认')
  await propose('十天内重做防水,楼上付三成')
})

test('whoever still has the old text before them confirms nothing, and reads the new one', async () => {
  await agrees(other)
  await other.sees('协议刚刚改过,请看清新的再确认')
  await other.sees('楼上付三成')
  await other.sees('调解协议(第 2 版)')
})

test('both confirm the new text, and it is agreed on both phones', async () => {
  await agrees(other)
  await other.sees('您已确认,等 王*明 确认')
  await asking.refresh()
  await asking.sees('请您看看同意不同意')
  await agrees(asking)
  await asking.hears('各方都确认了,谈成了')
  await other.refresh()
  for (const visitor of [asking, other]) await visitor.sees(`各方都确认了,${fullDayText(followUpOn)}回访`)
  await other.screenshot('story-mediation-agreed')
  expect([...asking.errors, ...other.errors]).toEqual([])
})

test('the mediator works at an office PC, whoever else opens the link finds nothing', async () => {
  const desk = `/hall/staff/mediation-desk-page?centreId=${centreId}&mediationId=${mediationId}`
  const mediator = await browser.openAs(people.staff, desk, { pc: true })
  await mediator.sees('协议做到了没有')
  expect(await faults(mediator, standard)).toEqual(none)
  await mediator.screenshot('story-mediation-desk')
  const secretary = await browser.openAs(people.secretary, desk, { pc: true })
  await secretary.sees('没有找到这条记录')
  expect(await secretary.page.getByText('防水').count()).toBe(0)
})
