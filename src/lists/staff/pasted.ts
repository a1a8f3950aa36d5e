/** One cell as CSV wants it: quoted when it holds what separates cells or rows. */
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The cells of one row, which Excel separates with tabs and quotes when they hold line breaks. */
const cells = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let cell = ''
  let inQuotes = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (inQuotes && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at++
    } else if (letter === '"' && (inQuotes || cell === '')) inQuotes = !inQuotes
    else if (!inQuotes && (letter === '\t' || letter === '\n')) {
      rows.at(-1)?.push(cell)
      if (letter === '\n') rows.push([])
      cell = ''
    } else cell += letter
  }
  rows.at(-1)?.push(cell)
  return rows
}

/** The rows that hold anything. */
const filledRows = (text: string): string[][] =>
  cells(text.replaceAll('\r\n', '\n')).filter((row) => row.some((cell) => cell.trim() !== ''))

/** Rows copied out of Excel (tab-separated) as the text of a .csv file; empty rows are left out. */
export const csvOfPasted = (text: string): string =>
  filledRows(text)
    .map((row) => row.map(quoted).join(','))
    .join('\n')

/** How many rows were pasted below the header. */
export const pastedCount = (text: string): number => Math.max(0, filledRows(text).length - 1)
