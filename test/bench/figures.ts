/** One line of a bench: what was measured, the figure, and what it is held against. */
export interface Figure {
  readonly bench: string
  readonly what: string
  readonly figure: number | string
  /** The same thing done the plain way in the same run, or the target. */
  readonly beside: number | string
}

const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)
const padded = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)))

/** The figures as a table for people. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [
    ['bench', 'what', 'figure', 'beside'],
    ...figures.map(({ bench, what, figure, beside }) => [bench, what, String(figure), String(beside)]),
  ]
  const columns = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  return rows
    .map((row) => row.map((cell, column) => padded(cell, columns[column] ?? 0)).join('  '))
    .join('\n')
}

/** Rounded for reading. */
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
