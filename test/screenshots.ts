import { build } from '../config/build'
import { type BrowserHarness, type Look, startBrowser } from './harness/browser'
import { startTestCloud } from './harness/cloud'

const jingui = 'hudong.chunjiang.jingui'
const yinxing = 'hudong.chunjiang.yinxing'
const at = (path: string, centreId: string) => `${path}?centreId=${centreId}`

/** Every page, as somebody of the demo town who has something to see there: name, openid, path. */
const pages: readonly (readonly [name: string, openid: string, path: string])[] = [
  ['home', 'demo-resident-jin', '/pages/home/home-page'],
  ['home-stranger', 'demo-stranger', '/pages/home/home-page'],
  ['lists', 'demo-resident-jin', '/pages/lists/lists-page'],
  ['me', 'demo-staff-yinxing', '/pages/me/me-page'],
  ['edition', 'demo-stranger', at('/lists/resident/edition-page', yinxing)],
  ['editions', 'demo-resident-jin', at('/lists/resident/editions-page', yinxing)],
  ['my-enrolments', 'demo-resident-jin', '/lists/resident/my-enrolments-page'],
  ['say-need', 'demo-resident-chen', '/lists/resident/say-need-page'],
  ['my-needs', 'demo-resident-chen', '/lists/resident/my-needs-page'],
  ['choose', 'demo-stranger', '/community/resident/choose-page'],
  ['join', 'demo-stranger', at('/community/resident/join-page', jingui)],
  ['centre', 'demo-resident-chen', at('/community/resident/centre-page', jingui)],
  ['notices', 'demo-resident-chen', '/community/resident/notices-page'],
  ['privacy', 'demo-resident-chen', '/community/resident/privacy-page'],
  ['desk', 'demo-staff-yinxing', '/lists/staff/desk-page'],
  ['import', 'demo-staff-jingui', at('/lists/staff/import-page', jingui)],
  ['match', 'demo-staff-yinxing', at('/lists/staff/match-page', yinxing)],
  ['needs', 'demo-staff-yinxing', at('/lists/staff/needs-page', yinxing)],
  ['enter-need', 'demo-staff-yinxing', at('/lists/staff/enter-need-page', yinxing)],
  ['resources', 'demo-staff-yinxing', at('/lists/staff/resources-page', yinxing)],
  ['resource', 'demo-staff-yinxing', at('/lists/staff/resource-page', yinxing)],
  ['projects', 'demo-staff-yinxing', at('/lists/staff/projects-page', yinxing)],
  ['publish', 'demo-staff-yinxing', at('/lists/staff/publish-page', yinxing)],
  ['applications', 'demo-staff-jingui', at('/community/staff/applications-page', jingui)],
  ['households', 'demo-staff-jingui', at('/community/staff/households-page', jingui)],
  ['roles', 'demo-secretary-jingui', at('/community/staff/roles-page', jingui)],
  ['audit', 'demo-secretary-jingui', at('/community/staff/audit-page', jingui)],
  ['centres', 'demo-officer', at('/community/staff/centres-page', 'hudong')],
  ['points', 'demo-resident-jin', '/pages/points/points-page'],
  ['passbook', 'demo-resident-jin', '/points/resident/passbook-page'],
  ['shelf', 'demo-resident-jin', '/points/resident/shelf-page'],
  ['redemptions', 'demo-resident-jin', '/points/resident/redemptions-page'],
  ['code', 'demo-resident-jin', '/points/resident/code-page'],
  ['earning', 'demo-resident-jin', '/points/resident/earning-page'],
  ['shifts', 'demo-resident-jin', '/points/resident/shifts-page'],
  ['public-notice', 'demo-resident-jin', '/points/resident/public-notice-page'],
  ['honour', 'demo-resident-jin', at('/points/resident/honour-page', yinxing)],
  ['log', 'demo-staff-yinxing', at('/points/staff/log-page', yinxing)],
  ['counter', 'demo-staff-yinxing', at('/points/staff/counter-page', yinxing)],
  ['shelf-manage', 'demo-staff-yinxing', at('/points/staff/shelf-manage-page', yinxing)],
  ['shelf-item', 'demo-staff-yinxing', at('/points/staff/shelf-item-page', yinxing)],
  ['sponsors', 'demo-staff-yinxing', at('/points/staff/sponsors-page', yinxing)],
  ['shifts-manage', 'demo-staff-yinxing', at('/points/staff/shifts-manage-page', yinxing)],
  ['pending-logs', 'demo-staff-yinxing', at('/points/staff/pending-logs-page', yinxing)],
  ['objections', 'demo-staff-yinxing', at('/points/staff/objections-page', yinxing)],
  ['passbooks', 'demo-staff-yinxing', at('/points/staff/passbooks-page', yinxing)],
  ['rules', 'demo-secretary-yinxing', at('/points/staff/rules-page', yinxing)],
  ['reconciliations', 'demo-secretary-yinxing', at('/points/staff/reconciliations-page', yinxing)],
  ['start', 'demo-stranger', '/community/staff/start-page'],
]

const looks: readonly (readonly [suffix: string, look: Look])[] = [
  ['', {}],
  ['-elder', { elder: true }],
  ['-pc', { pc: true }],
]

const patience = 12_000

/** Takes the picture once nothing loads any more; says what went wrong on the page. */
const shoot = async (
  browser: BrowserHarness,
  [name, openid, path]: (typeof pages)[number],
): Promise<string[]> => {
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
  for (const page of pages) {
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
