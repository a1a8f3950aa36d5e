import writeExcelFile from 'write-excel-file/node'
import type { CounterLine } from './counter.rule'

/** A column: its header, its width in characters, and what stands in it. */
interface Column {
  readonly header: string
  readonly width: number
  readonly value: (line: CounterLine) => string | number
}

const columns: readonly Column[] = [
  { header: '取货码', width: 10, value: ({ code }) => code },
  { header: '楼栋房号', width: 16, value: ({ door }) => door },
  { header: '兑换人', width: 12, value: ({ who }) => who },
  { header: '物品', width: 34, value: ({ what }) => what },
  { header: '数量', width: 8, value: ({ quantity }) => quantity },
  { header: '取货截止', width: 22, value: ({ until }) => until },
  { header: '签字', width: 18, value: () => '' },
]

const border = { borderStyle: 'thin' as const, borderColor: '#000000' }

/** The counter's paper list as an .xlsx file: A4, a title over all columns, a row to sign for each redemption. */
export const counterSheetFile = (title: string, lines: readonly CounterLine[]): Promise<Buffer> =>
  writeExcelFile(
    [
      [{ value: title, fontWeight: 'bold', fontSize: 16, align: 'center', columnSpan: columns.length }],
      columns.map(({ header }) => ({ value: header, fontWeight: 'bold' as const, ...border })),
      ...lines.map((line) => columns.map(({ value }) => ({ value: value(line), height: 26, ...border }))),
    ],
    // printed on A4 only when the orientation is named
    { sheet: '待取名单', orientation: 'landscape', columns: columns.map(({ width }) => ({ width })) },
  ).toBuffer()
