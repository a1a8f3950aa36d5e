import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import { listsContract } from '../../types/lists.contract'
import { centres, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown({ testClock: true })
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

const { staff } = people
const demo = join(__dirname, '..', '..', 'localcloud', 'demo', 'matching-dev')
const demoText = (kind: 'need' | 'resource') => readFileSync(join(demo, `${kind}s.jsonl`), 'utf8')
const demoRows = (kind: 'need' | 'resource') =>
  demoText(kind)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

type Value = string | number | boolean | undefined
const sheetOf = (headers: string[], rows: readonly (readonly Value[])[]): Promise<Buffer> =>
  writeExcelFile(
    [headers, ...rows].map((row) => row.map((value) => (value === undefined ? null : { value }))),
  ).toBuffer()

const words = (value: unknown) => (Array.isArray(value) ? value.join('、') : String(value ?? ''))
const yesOrNo = (value: unknown) => (value === true ? '是' : '否')
const needSheet = () =>
  sheetOf(
    ['编号', '需求内容', '来源', '服务对象', '星期', '时间', '人数', '行动不便'],
    demoRows('need').map((need) => [
      words(need.id),
      words(need.text),
      words(need.source),
      words(need.beneficiary),
      words(need.weekdays),
      words(need.hours),
      Number(need.headcount),
      yesOrNo(need.mobilityImpaired),
    ]),
  )
const resourceSheet = () =>
  sheetOf(
    ['单位', '资源名称', '内容', '类别', '服务对象', '星期', '时间', '每次人数', '每月次数', '可上门'],
    demoRows('resource').map((resource) => [
      words(resource.unit),
      words(resource.title),
      words(resource.description),
      words(resource.categories),
      words(resource.audience),
      words(resource.weekdays),
      words(resource.hours),
      Number(resource.capacityPerSession),
      Number(resource.sessionsPerMonth),
      yesOrNo(resource.homeVisit),
    ]),
  )

const previewed = async (kind: 'need' | 'resource', name: string, content: Buffer | string) => {
  const { reply } = await desk.preview(kind, name, content)
  if (!reply.ok) throw new Error(reply.code)
  return reply.data
}
const codeOf = async (kind: 'need' | 'resource', name: string, content: Buffer | string) => {
  const { reply } = await desk.preview(kind, name, content)
  return reply.ok ? 'read' : reply.code
}

describe('the demo town’s lists', () => {
  test('come in from the data format, and again as nothing new, also as .xlsx', async () => {
    for (const [kind, rows, sheet] of [
      ['need', 120, needSheet],
      ['resource', 60, resourceSheet],
    ] as const) {
      const first = await previewed(kind, `${kind}.jsonl`, demoText(kind))
      expect(first).toMatchObject({ good: rows, bad: 0, duplicates: 0, parts: 1, problems: [] })
      expect(first.sample.length).toBe(20)
      const { reply } = await desk.commit(first.importId)
      expect(reply).toMatchObject({ ok: true, data: { added: rows, alreadyHere: 0 } })
      for (const [name, content] of [
        [`${kind}.jsonl`, demoText(kind)],
        [`${kind}.xlsx`, await sheet()],
      ] as const) {
        expect(await previewed(kind, name, content)).toMatchObject({ good: 0, bad: 0, duplicates: rows })
      }
    }
    expect(await desk.counts()).toMatchObject({ open: 120 })
    const { rows } = await town.done(listsContract, 'needs', { centreId, state: 'open' }, staff)
    expect(rows.map(({ text }) => text)).toEqual(
      demoRows('need')
        .slice(0, 20)
        .map(({ text }) => text),
    )
  })
  test('are the same whether a sheet or the data format brought them', async () => {
    const first = await previewed(
      'need',
      'n.jsonl',
      '{"text":"同一件事","weekdays":[1,2],"hours":"09:00-10:00"}',
    )
    const sheet = await sheetOf(['需求内容', '星期', '时间'], [['同一件事', '周一、周二', '9点-10点']])
    await desk.commit(first.importId)
    expect(await previewed('need', 'n.xlsx', sheet)).toMatchObject({ good: 0, duplicates: 1 })
  })
})

describe('a sheet', () => {
  test('in GB18030, with tabs, with a title line or in UTF-16 is read', async () => {
    const csv = '需求内容,服务对象\n想学广场舞,老人\n'
    // 想学剪纸 in GB18030
    const gb = Buffer.concat([
      Buffer.from([0xd0, 0xe8, 0xc7, 0xf3, 0xc4, 0xda, 0xc8, 0xdd, 0x0a]),
      Buffer.from([0xcf, 0xeb, 0xd1, 0xa7, 0xbc, 0xf4, 0xd6, 0xbd, 0x0a]),
    ])
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv, 'utf16le')])
    expect(await previewed('need', 'a.csv', gb)).toMatchObject({ sample: [{ row: 2, title: '想学剪纸' }] })
    for (const content of [`\uFEFF${csv}`, csv.replaceAll(',', '\t'), `十一月需求汇总,\n${csv}`, utf16]) {
      expect(await previewed('need', 'a.csv', content)).toMatchObject({
        good: 1,
        sample: [{ title: '想学广场舞' }],
      })
    }
  })
  test('with a quote that is never closed loses one row, not the rest', async () => {
    const csv = '需求内容,服务对象\n第一条,老人\n"第二条,老人\n第三条,老人\n第四条,火星人\n'
    const preview = await previewed('need', 'a.csv', csv)
    expect(preview.good + preview.bad).toBe(4)
    expect(preview.problems).toContainEqual(expect.objectContaining({ row: 5, column: '服务对象' }))
  })
  test('of JSON lines names the line that cannot be read', async () => {
    const preview = await previewed('need', 'a.jsonl', '{"text":"想学养花"}\n{"text":\n\n{"text":7}\n[1]')
    expect(preview).toMatchObject({ good: 2, bad: 2 })
    expect(preview.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, '整行'],
      [5, '整行'],
    ])
  })
  test('that is none is refused', async () => {
    expect(await codeOf('need', 'a.xlsx', 'PK but no workbook')).toBe('LISTS.UNREADABLE_FILE')
    expect(await codeOf('need', 'a.pdf', '%PDF')).toBe('LISTS.UNREADABLE_FILE')
    expect(await codeOf('need', 'a.csv', '姓名,电话\n王,1\n')).toBe('LISTS.WRONG_COLUMNS')
    expect(await codeOf('need', 'a.csv', '\n')).toBe('LISTS.WRONG_COLUMNS')
    expect(await codeOf('resource', 'a.csv', '需求内容\n想学\n')).toBe('LISTS.WRONG_COLUMNS')
    expect(await codeOf('need', 'a.csv', `需求内容\n${'x\n'.repeat(10_001)}`)).toBe('LISTS.TOO_BIG')
    const gone = { centreId, kind: 'need' as const, fileId: 'cloud://x/none.csv', fileName: 'none.csv' }
    expect((await town.ask(listsContract, 'previewImport', gone, staff)).reply).toMatchObject({
      code: 'LISTS.NO_FILE',
    })
  })
  test('keeps who asked sealed', async () => {
    const { importId } = await previewed('need', 'a.csv', '需求内容,姓名,楼栋\n怕黑想装灯,赵铁柱,3\n')
    await desk.commit(importId)
    const { rows } = await town.done(listsContract, 'needs', { centreId, state: 'open' }, staff)
    expect(rows[0]).toMatchObject({ text: '怕黑想装灯', person: '赵*柱' })
    expect(readFileSync(join(town.cloud.dataDir, 'database', 'data.mdb'), 'latin1')).not.toContain(
      Buffer.from('赵铁柱').toString('latin1'),
    )
  })
})

describe('a broken sheet of five thousand rows', () => {
  const isBad = (n: number) => n % 7 === 3
  const rows = Array.from({ length: 5_000 }, (_, n) => [
    `大表第${n}条`,
    isBad(n) ? '外星人' : '老人',
    isBad(n) ? -1 : 2,
  ])
  const bad = rows.filter((_, n) => isBad(n)).length

  test('offers the good rows, names each bad one by row and column, and comes in', async () => {
    const content = await sheetOf(['需求内容', '服务对象', '人数'], rows)
    const before = await desk.counts()
    const started = performance.now()
    const preview = await previewed('need', 'big.xlsx', content)
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(preview).toMatchObject({ good: 5_000 - bad, bad, duplicates: 0, parts: 9 })
    expect(preview.sample.length).toBe(20)
    expect(preview.problems.length).toBe(50)
    const named: (readonly [number, string])[] = []
    for (let part = 0; part < preview.parts; part += 1) {
      const asked = { centreId, importId: preview.importId, part }
      const { problems } = await town.done(listsContract, 'importProblems', asked, staff)
      named.push(...problems.map(({ row, column }) => [row, column] as const))
    }
    expect(named).toEqual(
      rows.flatMap((_, n) =>
        isBad(n)
          ? [
              [n + 2, '服务对象'],
              [n + 2, '人数'],
            ]
          : [],
      ),
    )
    const costs: number[] = []
    let added = 0
    for (let part = 0; part < preview.parts; part += 1) {
      const { reply, cost } = await desk.commit(preview.importId, part)
      added += reply.ok ? reply.data.added : 0
      costs.push(cost.dbRequests)
    }
    expect(added).toBe(5_000 - bad)
    expect(Math.max(...costs)).toBeLessThanOrEqual(7)
    expect((await desk.counts()).open).toBe(before.open + added)
  })
})

describe('an import', () => {
  const csv = (name: string, count: number) =>
    `需求内容\n${Array.from({ length: count }, (_, n) => `${name}${n}`).join('\n')}\n`

  test('committed by ten at once, and again later, comes in once', async () => {
    const before = await desk.counts()
    const { importId } = await previewed('need', 'a.csv', csv('十人', 40))
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.commit(importId)))
    expect(answers.filter(({ reply }) => !reply.ok)).toEqual([])
    expect((await desk.commit(importId)).reply).toMatchObject({ data: { added: 40, alreadyHere: 0 } })
    expect((await desk.counts()).open).toBe(before.open + 40)
  })
  test('of one sheet by two colleagues at once counts each row once', async () => {
    const before = await desk.counts()
    const imports = await Promise.all([1, 2].map(() => previewed('need', 'a.csv', csv('两人', 60))))
    const answers = await Promise.all(imports.map(({ importId }) => desk.commit(importId)))
    const added = answers.map(({ reply }) => (reply.ok ? reply.data.added : Number.NaN))
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(60)
    expect((await desk.counts()).open).toBe(before.open + 60)
  })
  test('of another centre or of the day before yesterday is gone', async () => {
    const { importId } = await previewed('need', 'a.csv', csv('过期', 1))
    const elsewhere = { centreId: centres.yinxing, importId, part: 0 }
    expect(
      (await town.ask(listsContract, 'commitImport', elsewhere, people.staffElsewhere)).reply,
    ).toMatchObject({
      code: 'LISTS.IMPORT_GONE',
    })
    await town.cloud.clock({ advance: 3 * 86_400_000 })
    await town.cloud.timer('lists', 'nightly')
    await town.cloud.clock({ now: null })
    expect((await desk.commit(importId)).reply).toMatchObject({ code: 'LISTS.IMPORT_GONE' })
  })
})
