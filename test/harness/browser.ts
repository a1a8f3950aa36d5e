import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from './chromium'

const screenshots = join(__dirname, '..', '..', 'dist', 'screenshots')
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
const pc = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 }

export interface Look {
  /** Elder mode (长辈版), chosen by hand. */
  elder?: boolean
  /** The screen of an office PC instead of a phone's. */
  pc?: boolean
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
  /** Taps the button, link or chip of that name. */
  tap(name: string): Promise<void>
  /** Types into the field of that label. */
  type(label: string, value: string): Promise<void>
  /** Writes the whole page as shown to `dist/screenshots/<name>.png`. */
  screenshot(name: string): Promise<void>
  leave(): Promise<void>
}

export interface BrowserHarness {
  /** Opens the client as somebody, at a page. */
  openAs(openid: string, path: string, look?: Look): Promise<Visitor>
  close(): Promise<void>
}

const visitor = async (origin: string, context: BrowserContext): Promise<Visitor> => {
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const shown = page.locator('.taro_page:not(.taro_page_hide), .taro_page_show').last()
  return {
    page,
    errors,
    go: async (path) => {
      await page.goto(`${origin}/#${path}`)
      await page.locator('.page').first().waitFor()
    },
    sees: (text) => page.getByText(text).filter({ visible: true }).first().waitFor(),
    tap: (name) => page.getByLabel(name, { exact: true }).filter({ visible: true }).first().click(),
    type: (label, value) => shown.getByLabel(label, { exact: true }).first().fill(value),
    screenshot: async (name) => {
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true })
    },
    leave: () => context.close(),
  }
}

/** Starts Chromium for the client served at `origin` (the local cloud's address). */
export const startBrowser = async (origin: string): Promise<BrowserHarness> => {
  const browser = await launchChromium()
  return {
    openAs: async (openid, path, look = {}) => {
      const context = await browser.newContext({
        ...(look.pc ? pc : phone),
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      })
      const stored = {
        'linli.openid': openid,
        'linli.look': JSON.stringify({ data: look.elder ? 'elder' : 'standard' }),
      }
      const lines = Object.entries(stored).map(
        ([key, value]) => `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(value)})`,
      )
      await context.addInitScript({ content: lines.join('\n') })
      const opened = await visitor(origin, context)
      await opened.go(path)
      return opened
    },
    close: () => browser.close(),
  }
}
