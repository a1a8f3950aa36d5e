import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { openPhone, type Phone } from '../harness/page'
import { openTown, people, type Town } from '../harness/town'
import { centreId } from './desk'

const importPage = `/lists/staff/import-page?centreId=${centreId}`
const demo = (name: string) => join(__dirname, '..', '..', 'localcloud', 'demo', 'matching-dev', name)

let town: Town
let folder: string
let phone: Phone
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linli-sheets-'))
  town = await openTown()
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await town?.cloud.stop()
})
afterEach(() => phone.close())

/** Opens the import page with a file at hand, as it lies in a chat. */
const openWith = (file: string | undefined) => {
  phone = openPhone({ cloud: town.cloud, openid: people.staff }, importPage)
  phone.program.pick(file)
}
/** Writes an Excel file of these cells. */
const sheet = async (name: string, cells: readonly (readonly (string | number)[])[]): Promise<string> => {
  const path = join(folder, name)
  writeFileSync(path, await writeExcelFile(cells.map((row) => row.map((value) => ({ value })))).toBuffer())
  return path
}

test('a file of 120 needs is looked at first and then imported', async () => {
  openWith(demo('needs.jsonl'))
  await phone.tap('选文件,先看一遍')
  await phone.sees('前 20 行读成这样')
  expect(phone.text()).toContain('needs.jsonl')
  await phone.tap('导入 120 条')
  await phone.sees('导入了 120 条需求')
  await phone.tap('看需求清单')
  await phone.sees('车间上了机器人')
  expect(phone.route()).toBe('lists/staff/needs-page')
})

test('the same file again adds nothing', async () => {
  openWith(demo('needs.jsonl'))
  await phone.tap('选文件,先看一遍')
  await phone.sees('120清单里已有')
  expect(phone.names().filter((name) => /^导入 \d+ 条$/.test(name))).toEqual([])
})

test('after the resources the desk gives reasons for every suggestion', async () => {
  openWith(demo('resources.jsonl'))
  await phone.tap('社区资源')
  await phone.tap('选文件,先看一遍')
  await phone.tap('导入 60 条')
  await phone.sees('导入了 60 条资源')
  await phone.tap('去对接台')
  await phone.sees('需求 120 · 已配 0 · 缺口 0')
  const lines = phone.text().split('\n')
  const reasons = lines.filter((line) => line.startsWith('✓ ') && !line.includes('待对接'))
  const suggestions = phone.names().filter((name) => name.startsWith('采用 '))
  expect(suggestions.length).toBeGreaterThan(10)
  expect(reasons).toHaveLength(suggestions.length)
  expect(reasons.some((reason) => reason.includes('对象符合'))).toBe(true)
})

test('an Excel sheet with mistakes names them by row and column, and imports the rest', async () => {
  openWith(
    await sheet('入户走访.xlsx', [
      ['需求内容', '服务对象', '人数', '备注'],
      ['想学用智能手机', '老人', 2, '下午'],
      ['', '老人', 1, ''],
      ['想找人修水龙头', '外星人', 1, ''],
    ]),
  )
  await phone.tap('选文件,先看一遍')
  await phone.sees('2 行有问题,先不导入')
  await phone.sees('第 3 行')
  await phone.sees('第 4 行')
  await phone.tap('导入 1 条')
  await phone.sees('导入了 1 条需求')
})

test('a sheet whose columns are not known is refused in words', async () => {
  openWith(
    await sheet('别的.xlsx', [
      ['甲', '乙'],
      ['一', '二'],
    ]),
  )
  await phone.tap('选文件,先看一遍')
  await phone.sees('需求内容')
  await phone.losesSight('正在办理')
  expect(phone.route()).toBe('lists/staff/import-page')
  expect(phone.names().filter((name) => /^导入 \d+ 条$/.test(name))).toEqual([])
})

test('closing the picker changes nothing', async () => {
  openWith(undefined)
  await phone.tap('选文件,先看一遍')
  await phone.sees('选一个文件')
  expect(phone.names()).toContain('选文件,先看一遍')
})
