import type { z } from 'zod'
import { isBlank, Unreadable } from './cells.rule'
import { type Column, recognise } from './columns.rule'
import { type Cell, type RowProblem, unreadableLine } from './sheet'

/** Title lines people put above the header. */
const mostTitleLines = 5

/** One row that passed, as the sheet's own schema types it. */
export interface GoodRow<Facts> {
  readonly row: number
  readonly facts: Facts
}

/** Everything a sheet says: rows that passed, and problems of the others, in the order of the sheet. */
export interface CheckedSheet<Facts> {
  readonly good: readonly GoodRow<Facts>[]
  readonly problems: readonly RowProblem[]
  /** How many rows have a problem. */
  readonly bad: number
}

interface Header {
  readonly at: number
  readonly columns: ReadonlyMap<Column, { readonly at: number; readonly header: string }>
}

/** The row that names the most columns, among the first few; undefined when a needed column is nowhere. */
export const findHeader = (
  rows: readonly (readonly Cell[])[],
  columns: readonly Column[],
): Header | undefined => {
  const candidates = rows
    .slice(0, mostTitleLines + 1)
    .map((row, at) => ({ at, columns: recognise(row, columns) }))
    .sort((a, b) => b.columns.size - a.columns.size || a.at - b.at)
  const best = candidates[0]
  const missing = columns.some((column) => column.needed && !best?.columns.has(column))
  return best && !missing ? best : undefined
}

const isEmpty = (row: readonly Cell[]): boolean => row.every(isBlank)

/**
 * Checks a sheet row by row. Each problem names the row as people see it (`numberedFrom` is the number of the first
 * one) and the column by the name it has in the sheet. Undefined when the columns cannot be recognised.
 */
export const checkSheet = <Facts>(
  rows: readonly (readonly Cell[])[],
  numberedFrom: number,
  columns: readonly Column[],
  schema: z.ZodType<Facts>,
): CheckedSheet<Facts> | undefined => {
  const header = findHeader(rows, columns)
  if (!header) return undefined
  const named = new Map(columns.map((column) => [column.field, header.columns.get(column)?.header]))
  const good: GoodRow<Facts>[] = []
  const problems: RowProblem[] = []
  let bad = 0
  const unreadableAt = rows[header.at]?.indexOf(unreadableLine) ?? -1
  rows.forEach((cells, index) => {
    if (index <= header.at || isEmpty(cells)) return
    const row = index + numberedFrom
    if (unreadableAt >= 0 && cells[unreadableAt] !== undefined) {
      problems.push({ row, column: unreadableLine, problem: '这一行读不出来,请检查格式' })
      bad += 1
      return
    }
    const found = new Map<string, string>()
    const values: Record<string, unknown> = {}
    for (const column of columns) {
      const at = header.columns.get(column)?.at
      const value = column.read(at === undefined ? undefined : cells[at])
      if (value instanceof Unreadable) found.set(column.field, value.problem)
      else if (value !== undefined) values[column.field] = value
    }
    const parsed = schema.safeParse(values)
    for (const { path, message } of parsed.error?.issues ?? []) {
      const field = String(path[0] ?? '')
      if (!found.has(field)) found.set(field, message)
    }
    if (parsed.success && found.size === 0) good.push({ row, facts: parsed.data })
    else bad += 1
    for (const [field, problem] of found) {
      const column = named.get(field) ?? columns.find((one) => one.field === field)?.names[0] ?? field
      problems.push({ row, column, problem })
    }
  })
  return { good, problems, bad }
}
