import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { shanghaiDay } from '../../types/common/time'
import type { OwnRow } from '../_kit/own'

const widths = [14, 12, 60].map((width) => ({ width }))
const headers = ['种类', '日期', '内容']

/** What is kept of a person as an .xlsx file: facts first, then one row for each thing with its day. */
export const ownSheet = (
  facts: readonly (readonly [what: string, text: string])[],
  rows: readonly OwnRow[],
): Promise<Buffer> => {
  const text = (value: string) => ({ value, type: String }) as const
  const bold = (value: string) => ({ ...text(value), fontWeight: 'bold' }) as const
  const sheet: SheetData = [
    [{ ...bold('我的资料'), columnSpan: headers.length }],
    headers.map(bold),
    ...facts.map(([what, value]) => [text(what), null, text(value)]),
    ...rows.map(({ what, at, text: value }) => [text(what), text(shanghaiDay(at)), text(value)]),
  ]
  return writeExcelFile(sheet, { columns: widths }).toBuffer()
}
