import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import type { OutputOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'

type Statement = Pick<
  OutputOf<typeof pointsContract, 'myPassbook'>,
  'building' | 'room' | 'month' | 'opening' | 'closing' | 'lines'
>

const widths = [12, 36, 10, 10, 10, 12].map((width) => ({ width }))
const headers = ['日期', '事由', '收入', '支出', '余额', '经办']

/** The rows of a statement as a sheet: title, headers, what was brought forward, one row per line, the sum carried. */
const statementRows = (statement: Statement): SheetData => {
  const { building, room, month, opening, closing, lines } = statement
  const text = (value: string) => ({ value, type: String }) as const
  const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' }) as const
  const figure = (value: number) => ({ value, type: Number }) as const
  const title = `${building} ${room} 积分存折 ${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
  const carried = (what: string, points: number) => [null, text(what), null, null, figure(points), null]
  return [
    [{ ...bold(title), columnSpan: headers.length }],
    headers.map(bold),
    carried('上月结余', opening),
    ...lines.map(({ day, reason, points, balance, handler }) => [
      text(day),
      text(reason),
      points > 0 ? figure(points) : null,
      points < 0 ? figure(-points) : null,
      figure(balance),
      text(handler),
    ]),
    carried('本月结余', closing),
  ]
}

/** 导出: a statement as an .xlsx file. */
export const statementSheet = (statement: Statement): Promise<Buffer> =>
  writeExcelFile(statementRows(statement), { columns: widths }).toBuffer()
