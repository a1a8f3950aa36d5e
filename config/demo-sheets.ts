import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeExcelFile from 'write-excel-file/node'
import type { MatchableNeed, MatchableResource } from '../cloudfunctions/lists/matching/match.rule'
import { weekdayText } from '../types/common/time'
import { readRows } from './rows'

/** Writes the demo town's needs and resources as the sheets staff would import: `npx tsx config/demo-sheets.ts`. */

const root = join(__dirname, '..')
const target = join(root, 'dist', 'demo')

/** A column: its header, its width in characters, and what stands in it. */
interface Column<Row> {
  readonly header: string
  readonly width: number
  readonly value: (row: Row) => string | number | undefined
}

const joined = (list: readonly string[]) => list.join('、')
const days = (weekdays: readonly number[] | undefined) => joined((weekdays ?? []).map(weekdayText))
const yesOrNo = (yes: boolean) => (yes ? '是' : '否')

const needColumns: readonly Column<MatchableNeed & { readonly source: string }>[] = [
  { header: '编号', width: 8, value: (need) => need.id },
  { header: '需求内容', width: 60, value: (need) => need.text },
  { header: '来源', width: 10, value: (need) => need.source },
  { header: '服务对象', width: 16, value: (need) => joined(need.beneficiary) },
  { header: '星期', width: 20, value: (need) => days(need.weekdays) },
  { header: '时间', width: 14, value: (need) => need.hours },
  { header: '人数', width: 6, value: (need) => need.headcount },
  { header: '行动不便', width: 10, value: (need) => yesOrNo(need.mobilityImpaired) },
]

const resourceColumns: readonly Column<MatchableResource & { readonly sessionsPerMonth: number }>[] = [
  { header: '编号', width: 8, value: (resource) => resource.id },
  { header: '单位', width: 20, value: (resource) => resource.unit },
  { header: '资源名称', width: 24, value: (resource) => resource.title },
  { header: '内容', width: 60, value: (resource) => resource.description },
  { header: '类别', width: 12, value: (resource) => joined(resource.categories) },
  { header: '服务对象', width: 16, value: (resource) => joined(resource.audience) },
  { header: '星期', width: 20, value: (resource) => days(resource.weekdays) },
  { header: '时间', width: 14, value: (resource) => resource.hours },
  { header: '每次人数', width: 10, value: (resource) => resource.capacityPerSession },
  { header: '每月次数', width: 10, value: (resource) => resource.sessionsPerMonth },
  { header: '可上门', width: 8, value: (resource) => yesOrNo(resource.homeVisit) },
]

const cell = (value: string | number | undefined) => (value === undefined ? null : { value })

const writeSheet = async <Row>(
  name: string,
  source: string,
  columns: readonly Column<Row>[],
): Promise<string> => {
  const rows = readRows<Row>(readFileSync(join(root, 'localcloud', 'demo', 'matching-dev', source), 'utf8'))
  const data = [
    columns.map(({ header }) => ({ value: header, fontWeight: 'bold' as const })),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  ]
  const file = join(target, `${name}.xlsx`)
  const widths = columns.map(({ width }) => ({ width }))
  await writeExcelFile(data, { columns: widths, stickyRowsCount: 1 }).toFile(file)
  return file
}

/** Writes both sheets into `dist/demo`; answers their paths. */
export const writeDemoSheets = async (): Promise<string[]> => {
  mkdirSync(target, { recursive: true })
  return [
    await writeSheet('需求', 'needs.jsonl', needColumns),
    await writeSheet('资源', 'resources.jsonl', resourceColumns),
  ]
}

if (require.main === module) {
  writeDemoSheets().then(
    (files) => process.stdout.write(`${files.join('\n')}\n`),
    (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
      process.exitCode = 1
    },
  )
}
