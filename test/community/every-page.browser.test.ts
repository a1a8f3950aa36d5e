import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { startTestCloud, type TestCloud } from '../harness/cloud'
import { demoPages } from '../harness/demo-pages'
import { measure } from '../harness/measure'

/** What holds for every page on a phone: residents' pages in elder mode (长辈版), staff's in the standard look. */

let cloud: TestCloud
let browser: BrowserHarness
const visitors = new Map<string, Visitor>()

beforeAll(async () => {
  cloud = await startTestCloud({ demo: true })
  browser = await startBrowser(cloud.url)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await cloud?.stop()
})

test.each(demoPages)(
  '%s as %s is readable, can be hit, fits and does not complain',
  async (_, openid, path) => {
    const elder = !path.includes('/staff/')
    const key = `${openid} ${elder}`
    const visitor = visitors.get(key) ?? (await browser.openAs(openid, path, { elder }))
    visitors.set(key, visitor)
    await visitor.go(path)
    await visitor.loaded()

    const { texts, controls, overflow, glued } = await measure(visitor.page)
    const [text, second, hit] = elder ? [22, 20, 60] : [17, 14, 44]
    expect({
      small: texts.filter(({ px, secondary }) => px < (secondary ? second : text)),
      pale: texts.filter(({ contrast }) => contrast < 4.5),
      hardToHit: controls.filter(({ width, height }) => width < hit || height < hit),
      glued,
      overflow,
      errors: visitor.errors.splice(0),
    }).toEqual({ small: [], pale: [], hardToHit: [], glued: [], overflow: 0, errors: [] })
    expect(texts.length).toBeGreaterThan(2)
  },
)
