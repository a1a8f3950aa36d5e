import { join } from 'node:path'
import type { BrowserContext, Page, Request } from 'playwright-core'
import { launchChromium } from './chromium'

const screenshots = join(__dirname, '..', '..', 'dist', 'screenshots')
/** As wide as the narrowest phones in use, because what fits there fits everywhere. */
const phone = { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
const pc = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 }

/** How long anything may take to be seen, in milliseconds. */
const patience = 20_000
/** How long after the last answer nothing more is asked for, in milliseconds. */
const quiet = 160

export interface Look {
  /** Elder mode (长辈版), chosen by hand. */
  elder?: boolean
  /** The screen of an office PC instead of a phone's. */
  pc?: boolean
  /** What time the phone believes it is, where the town's clock stands elsewhere than today. */
  now?: number
}

/** One person in front of one screen. */
export interface Visitor {
  readonly page: Page
  /** Errors the pages threw or logged, for `expect(visitor.errors).toEqual([])`. */
  readonly errors: string[]
  /** Goes to a page of the client, for example `/lists/resident/edition-page?centreId=…`. */
  go(path: string): Promise<void>
  /** Waits until a text is to be seen. */
  sees(text: string): Promise<void>
  /** Waits until a passing word (a toast) has said a text since the page was loaded, also when it is gone again. */
  hears(text: string): Promise<void>
  /** Taps the button, link or chip of that name. */
  tap(name: string): Promise<void>
  /** Types into the field of that label. */
  type(label: string, value: string): Promise<void>
  /** Chooses a file where the tap on a name asks for one. */
  choose(name: string, file: string): Promise<void>
  /** What the page copied last. */
  copied(): Promise<string>
  /** Sets the clock of this person's phone; its timers go on. */
  itIs(at: number): Promise<void>
  /** Loads the page again. */
  refresh(): Promise<void>
  /** Waits until one page has taken the place of the one before. */
  settled(): Promise<void>
  /** Waits until the page has everything it asked for. */
  loaded(): Promise<void>
  /** Writes the whole page as shown to `dist/screenshots/<name>.png`. */
  screenshot(name: string): Promise<void>
  leave(): Promise<void>
}

export interface BrowserHarness {
  /** Opens the client as somebody, at a page. */
  openAs(openid: string, path: string, look?: Look): Promise<Visitor>
  /** Opens an address in a browser that does not know yet who sits in front of it. */
  open(url: string, look?: Look): Promise<Visitor>
  close(): Promise<void>
}

/** Runs in the page: keeps every word a toast says, because a slow machine may look after it has gone. */
const listen = `new MutationObserver(() => {
  const words = document.querySelector('.taro__toast')?.textContent ?? ''
  if (words !== '' && !window.heard?.endsWith(words)) window.heard = (window.heard ?? '') + '\\n' + words
}).observe(document, { subtree: true, childList: true, characterData: true })`

const visitor = async (origin: string, context: BrowserContext): Promise<Visitor> => {
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.addInitScript(listen)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const asking = new Set<Request>()
  let lastAt = 0
  const answered = (request: Request) => {
    asking.delete(request)
    lastAt = Date.now()
  }
  page.on('request', (request) => asking.add(request))
  page.on('requestfinished', answered)
  page.on('requestfailed', answered)
  /** The page of the address is there and stands still, and the one before has slid away. */
  const settled = async () => {
    await page.waitForFunction(`
      const pages = [...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility())
      location.pathname !== '/' || (pages.length === 1 && pages[0].querySelector('.page') !== null &&
        pages[0].id.split('?')[0] === location.hash.slice(1).split('?')[0] &&
        pages[0].getBoundingClientRect().left === 0 &&
        document.getAnimations().every(({ playState }) => playState !== 'running'))`)
  }
  const loaded = async () => {
    await settled()
    const until = Date.now() + patience
    while (asking.size > 0 || Date.now() - lastAt < quiet) {
      if (Date.now() > until) throw new Error(`still asking for ${[...asking].map((one) => one.url())}`)
      await page.waitForTimeout(quiet / 4)
    }
    await settled() // what was answered may have opened a page
  }
  const shown = page.locator('.taro_page:not(.taro_page_hide), .taro_page_show').last()
  return {
    page,
    errors,
    go: async (path) => {
      await page.goto(`${origin}/#${path}`)
      await settled()
    },
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    hears: (text) =>
      page.waitForFunction(`window.heard?.includes(${JSON.stringify(text)})`).then(() => undefined),
    tap: (name) => page.getByLabel(name, { exact: true }).filter({ visible: true }).first().click(),
    type: async (label, value) => {
      const field = shown.getByLabel(label, { exact: true }).first()
      await field.waitFor()
      // Taro's own element carries the label and holds the native control.
      const native = field.locator('input, textarea')
      await ((await native.count()) > 0 ? native.first() : field).fill(value)
    },
    choose: async (name, file) => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByLabel(name, { exact: true }).filter({ visible: true }).first().click()
      await (await chooser).setFiles(file)
    },
    itIs: (at) => page.clock.setFixedTime(at),
    copied: () => page.evaluate(() => navigator.clipboard.readText()),
    refresh: async () => {
      await page.reload()
      await settled()
    },
    settled,
    loaded,
    screenshot: async (name) => {
      await loaded()
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true })
    },
    leave: () => context.close(),
  }
}

/** Starts Chromium for the client served at `origin` (the local cloud's address). */
export const startBrowser = async (origin: string): Promise<BrowserHarness> => {
  const browser = await launchChromium()
  const contextOf = (look: Look) =>
    browser.newContext({
      ...(look.pc ? pc : phone),
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
  return {
    openAs: async (openid, path, look = {}) => {
      const context = await contextOf(look)
      const stored = {
        'linli.openid': openid,
        'linli.look': JSON.stringify({ data: look.elder ? 'elder' : 'standard' }),
      }
      const lines = Object.entries(stored).map(
        ([key, value]) => `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(value)})`,
      )
      await context.addInitScript({ content: lines.join('\n') })
      if (look.now !== undefined) await context.clock.setFixedTime(look.now)
      const opened = await visitor(origin, context)
      await opened.go(path)
      return opened
    },
    open: async (url, look = {}) => {
      const opened = await visitor(origin, await contextOf(look))
      await opened.page.goto(url)
      return opened
    },
    close: () => browser.close(),
  }
}
