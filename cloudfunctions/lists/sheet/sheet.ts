/** What stands in a cell: text, number, truth or date of a workbook, or any JSON value of a .jsonl line. */
export type Cell = unknown

/** A problem people can find: row as in the sheet, column by its name there. */
export interface RowProblem {
  readonly row: number
  readonly column: string
  readonly problem: string
}

/** Header of the column that holds lines of a .jsonl file that could not be read. */
export const unreadableLine = '整行'
