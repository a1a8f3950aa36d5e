import { build } from '../config/build'
import { type BrowserHarness, type Look, startBrowser } from './harness/browser'
import { startTestCloud } from './harness/cloud'
import { type DemoPage, demoPages } from './harness/demo-pages'

const looks: readonly (readonly [suffix: string, look: Look])[] = [
  ['', {}],
  ['-elder', { elder: true }],
  ['-pc', { pc: true }],
]

const patience = 12_000

/** Takes the picture once nothing loads any more; says what went wrong on the page. */
const shoot = async (browser: BrowserHarness, [name, openid, path]: DemoPage): Promise<string[]> => {
  const wrong: string[] = []
  for (const [suffix, look] of looks) {
    const visitor = await browser.openAs(openid, path, look)
    await visitor.page.waitForLoadState('networkidle', { timeout: patience }).catch(() => undefined)
    await visitor.screenshot(`${name}${suffix}`)
    wrong.push(...visitor.errors.map((error) => `${name}${suffix}: ${error}`))
    await visitor.leave()
  }
  return wrong
}

const main = async (): Promise<void> => {
  build(['functions', 'h5'])
  const asked = process.argv.slice(2)
  const cloud = await startTestCloud({ demo: true })
  const browser = await startBrowser(cloud.url)
  const wrong: string[] = []
  for (const page of demoPages) {
    if (asked.length > 0 && !asked.includes(page[0])) continue
    wrong.push(...(await shoot(browser, page)))
  }
  await browser.close()
  await cloud.stop()
  process.stdout.write(`dist/screenshots\n${wrong.join('\n')}\n`)
  if (wrong.length > 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
