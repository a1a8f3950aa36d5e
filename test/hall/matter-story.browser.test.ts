import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { noFaults, pageFaults } from '../harness/page-faults'
import {
  centreId,
  colleague,
  type MatterHall,
  minute,
  neighbour,
  openMatterHall,
  resident,
  staff,
} from './matter-hall'
import { morning } from './matter-rows'

/** A broken lamp is raised, sorted, answered with a photo, confirmed and closed in one day, on two kinds of phone. */

// one red pixel
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

const folder = mkdtempSync(join(tmpdir(), 'linli-lamp-'))
const lamp = join(folder, 'lamp.png')
let hall: MatterHall
let browser: BrowserHarness

beforeAll(async () => {
  writeFileSync(lamp, Buffer.from(png, 'base64'))
  hall = await openMatterHall()
  browser = await startBrowser(hall.town.cloud.url)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await hall?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Waits until so many photos of the page can be seen, not only their frames; they come when they are scrolled to. */
const seesPhotos = async ({ page }: Visitor, count: number): Promise<void> => {
  for (const photo of await page.locator('.taro_page:visible img').all()) await photo.scrollIntoViewIfNeeded()
  await page.waitForFunction(`
    const photos = [...document.querySelectorAll('.taro_page img')].filter((one) => one.checkVisibility())
    photos.length === ${count} && photos.every(({ naturalWidth }) => naturalWidth > 0)`)
}

describe.each([
  { look: 'standard' as const, text: '东门的路灯不亮,晚上看不清路', place: '东门' },
  { look: 'elder' as const, text: '7栋楼道里的灯坏了', place: '7栋 2单元' },
])('$look', ({ look, text, place }) => {
  let hours = 0
  let matterId = ''
  let who: Visitor
  const opens = async (openid: string, url: string, as: { pc?: boolean } = {}) => {
    hours += 1
    const now = morning + hours * 30 * minute
    await hall.clock(now)
    who = await browser.openAs(openid, url, { elder: look === 'elder' && !as.pc, now, ...as })
  }
  afterEach(async () => {
    const { errors } = who
    await who.leave()
    expect(errors).toEqual([])
  })

  test('a resident raises it with a photo', async () => {
    await opens(resident, '/hall/resident/raise-page')
    await who.type('什么事', text)
    await who.type('在哪里', place)
    await who.choose('拍一张或选一张', lamp)
    await who.sees('再加一张')
    expect(await pageFaults(who, look)).toEqual(noFaults)
    await who.screenshot(`story-matter-raise-${look}`)
    await who.tap('提给社区')
    await who.sees('社区看到后分办')
    await who.loaded()
    await seesPhotos(who, 1)
    expect(await pageFaults(who, look)).toEqual(noFaults)
    const [row] = await hall.rows('matters', { text })
    matterId = row?._id ?? ''
    expect(row?.by).toBe(resident)
  })

  test('a neighbour who means the same says 「我也是」 instead', async () => {
    await opens(neighbour, '/hall/resident/raise-page')
    await who.type('什么事', `${text.slice(0, 8)}了`)
    await who.type('在哪里', place)
    await who.tap('提给社区')
    await who.sees('有人提过差不多的')
    expect(await pageFaults(who, look)).toEqual(noFaults)
    await who.screenshot(`story-matter-similar-${look}`)
    await who.tap(`我也是,${text}`)
    await who.sees('您说过「我也是」')
  })

  test('the staff give it to somebody, at the office PC', async () => {
    await opens(staff, `/hall/staff/matter-desk-page?centreId=${centreId}&matterId=${matterId}`, { pc: true })
    await who.sees('1 位邻居也关心')
    expect(await pageFaults(who, 'standard')).toEqual(noFaults)
    await who.page.getByLabel('谁来办', { exact: true }).selectOption('冯*事 社区工作者')
    await who.screenshot(`story-matter-sort-${look}`)
    await who.tap('就这么分办')
    await who.sees('接下来:答复')
    expect((await hall.matter(matterId)).officer).toBe(colleague)
  })

  test('whoever has it answers with a photo of the lamp that is lit', async () => {
    await opens(colleague, `/hall/staff/matter-desk-page?centreId=${centreId}&matterId=${matterId}`)
    await who.type('怎么办好的', '灯头换好了,今晚就亮')
    await who.choose('拍一张或选一张', lamp)
    await who.sees('再加一张')
    await who.tap('答复提事人')
    await who.hears('答复了,等提事人确认')
    await who.refresh() // what was said in passing is gone
    await who.sees('等提的人确认')
    await who.loaded()
    await seesPhotos(who, 2)
    expect(await pageFaults(who, look)).toEqual(noFaults)
    await who.screenshot(`story-matter-answered-${look}`)
  })

  test('whoever raised it says that it is solved', async () => {
    await opens(resident, '/hall/resident/my-matters-page')
    await who.sees('1 件有答复了,请您说一声解决了没有')
    expect(await pageFaults(who, look)).toEqual(noFaults)
    await who.tap(text)
    await who.sees('社区的答复')
    await who.sees('还没解决')
    await who.loaded()
    await seesPhotos(who, 2)
    expect(await pageFaults(who, look)).toEqual(noFaults)
    await who.screenshot(`story-matter-confirm-${look}`)
    await who.tap('解决了')
    await who.sees('办结了')
    const { state, story } = await hall.matter(matterId)
    expect(state).toBe('closed')
    expect(story.map(({ kind }) => kind)).toEqual(['raised', 'assign', 'answer', 'closed'])
    expect((story.at(-1)?.at ?? 0) - (story[0]?.at ?? 0)).toBeLessThan(12 * 60 * minute)
  })
})
