import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { type Measures, measure } from '../harness/measure'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

/** Everybody can read it and hit it: what the pages residents use most measure, in elder mode (长辈版) and without. */

let town: Town
let browser: BrowserHarness
let pages: readonly (readonly [name: string, path: string, text: string])[] = []

beforeAll(async () => {
  town = await openTown()
  const desk = deskOf(town)
  const full = await desk.published({ cap: 1, waitCap: 5 })
  const [neighbour = ''] = await desk.crowd('elder', 1)
  await desk.enrol(full, neighbour)
  await desk.enrol(full, people.resident)
  await desk.stateNeed('想学用手机挂号')
  await desk.cancel(full, neighbour)
  pages = [
    ['home', '/pages/home/home-page', '条新通知'],
    ['lists', '/pages/lists/lists-page', '义务理发'],
    ['service', `/lists/resident/service-page?centreId=${centreId}&projectId=${full}`, '报名名单 1/1'],
    ['me', '/pages/me/me-page', '条没看过'],
  ]
  browser = await startBrowser(town.cloud.url)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await town?.cloud.stop()
})

const texts = (measures: Measures, wrong: (text: Measures['texts'][number]) => boolean) =>
  measures.texts.filter(wrong).map(({ text, px, contrast }) => `${text}: ${px} px, ${contrast}:1`)

const tooSmall = (measures: Measures, least: number) =>
  measures.controls
    .filter(({ width, height }) => width < least || height < least)
    .map(({ label, width, height }) => `${label}: ${width} × ${height}`)

describe.each([
  { look: 'elder mode', elder: true, text: 22, second: 20, hit: 60 },
  { look: 'the standard look', elder: false, text: 17, second: 14, hit: 44 },
])('in $look', ({ elder, text, second, hit }) => {
  const measured = new Map<string, Measures>()
  let visitor: Visitor

  beforeAll(async () => {
    visitor = await browser.openAs(people.resident, '/pages/home/home-page', { elder })
    for (const [name, path, words] of pages) {
      await visitor.go(path)
      await visitor.sees(words)
      await visitor.screenshot(`story-${elder ? 'elder' : 'standard'}-${name}`)
      measured.set(name, await measure(visitor.page))
    }
  }, 60_000)
  afterAll(() => visitor?.leave())

  const everywhere = (wrong: (measures: Measures) => unknown) =>
    Object.fromEntries([...measured].map(([name, measures]) => [name, wrong(measures)]))
  const nothing = { home: [], lists: [], service: [], me: [] }

  test(`words are at least ${text} px, smaller ones at least ${second} px`, () => {
    const small = ({ px, secondary }: Measures['texts'][number]) => px < (secondary ? second : text)
    expect(everywhere((measures) => texts(measures, small))).toEqual(nothing)
    for (const measures of measured.values()) expect(measures.texts.length).toBeGreaterThan(8)
  })
  test(`whatever can be tapped is at least ${hit} px high and wide`, () => {
    expect(everywhere((measures) => tooSmall(measures, hit))).toEqual(nothing)
    for (const measures of measured.values()) expect(measures.controls.length).toBeGreaterThan(2)
  })
  test('words stand out against what is behind them by 4.5 at least', () => {
    expect(everywhere((measures) => texts(measures, ({ contrast }) => contrast < 4.5))).toEqual(nothing)
  })
  test('nothing is wider than a screen of 375 px, and boxes do not touch', () => {
    expect(
      everywhere(({ overflow, glued }) => [...glued, ...(overflow > 0 ? [`${overflow} px`] : [])]),
    ).toEqual(nothing)
  })
  test('no page complains', () => {
    expect(visitor.errors).toEqual([])
  })
})

test('elder mode has four entries on home, one of them the phone', async () => {
  const visitor = await browser.openAs(people.resident, '/pages/home/home-page', { elder: true })
  await visitor.sees('说需求')
  const entries = await visitor.page.locator('.home-entries__one').count()
  expect(entries + 1).toBeLessThanOrEqual(4)
  for (const [, path, words] of pages) {
    await visitor.go(path)
    await visitor.sees(words)
    await visitor.sees('打电话给金桂社区 027-1234567')
  }
  await visitor.leave()
})

test('a tap on 长辈版 changes every page at once and is remembered', async () => {
  const visitor = await browser.openAs(people.resident, '/pages/home/home-page')
  await visitor.tap('长辈版')
  await visitor.sees('打电话给金桂社区')
  await visitor.go('/pages/me/me-page')
  await visitor.sees('打电话给金桂社区')
  await visitor.tap('标准版')
  expect(await visitor.page.getByText('打电话给金桂社区').filter({ visible: true }).count()).toBe(0)
  await visitor.leave()
})
