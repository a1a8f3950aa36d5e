import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/universal'
import { type Cell, unreadableLine } from './sheet'

/** A file as rows of cells; `numberedFrom` is the number people give to the first row. */
export interface ReadFile {
  readonly rows: readonly (readonly Cell[])[]
  readonly numberedFrom: number
}

/** A file larger than this is refused unread. */
export const mostBytes = 8 * 1024 * 1024

/** The text of a file: UTF-8 or UTF-16 with a mark, UTF-8 without, else GB18030 as older Excel writes it. */
const decodeText = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const separators = [',', '\t', ';', ','] as const

/** The separator the first line uses most. */
const separatorOf = (text: string): string => {
  const line = text.slice(0, text.search(/\r?\n|$/))
  const counts = separators.map((separator) => line.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

const parseCsv = (text: string, delimiter: string): string[][] =>
  parse(text, {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
  }) as string[][]

/** A line by itself; with a quote that is never closed, the quotes stand as they are. */
const parseLine = (line: string, delimiter: string): string[] => {
  try {
    return parseCsv(line, delimiter)[0] ?? []
  } catch {
    return line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ''))
  }
}

/** Whether a quote that was never closed swallowed the rows after it: a cell of many lines in a row of odd length. */
const swallowed = (rows: readonly (readonly string[])[]): boolean => {
  const width = rows[0]?.length ?? 0
  return rows.some((row) => row.length !== width && row.some((cell) => cell.includes('\n')))
}

/** A .csv file. One bad row harms no other: stray quotes and rows of another length are taken as they are. */
const readCsv = (text: string): ReadFile => {
  const delimiter = separatorOf(text)
  const byLine = () => text.split(/\r?\n/).map((line) => parseLine(line, delimiter))
  try {
    const rows = parseCsv(text, delimiter)
    return { numberedFrom: 1, rows: swallowed(rows) ? byLine() : rows }
  } catch {
    return { numberedFrom: 1, rows: byLine() }
  }
}

/** A line that is no JSON object becomes a row whose only cell says so. */
const readLine = (line: string): Readonly<Record<string, Cell>> | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, Cell>)
      : undefined
  } catch {
    return undefined
  }
}

/** A .jsonl file as a table: its keys are the header, put in front, so that line n is row n of the file. */
const readJsonLines = (text: string): ReadFile => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => (line.trim() === '' ? {} : (readLine(line) ?? { [unreadableLine]: line })))
  const keys = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  return { numberedFrom: 0, rows: [keys, ...lines.map((line) => keys.map((key) => line[key]))] }
}

const readWorkbook = async (bytes: Buffer): Promise<ReadFile> => ({
  numberedFrom: 1,
  rows: await readSheet(new Uint8Array(bytes).buffer),
})

/**
 * Reads the first sheet of an .xlsx, a .csv or a .jsonl file. Formulas count as the text or value they show. Answers
 * undefined when the file is none of these or broken.
 */
export const readFile = async (bytes: Buffer, name: string): Promise<ReadFile | undefined> => {
  try {
    const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK'
    if (isWorkbook) return await readWorkbook(bytes)
    if (/\.(jsonl|ndjson|json)$/i.test(name)) return readJsonLines(decodeText(bytes))
    if (/\.(csv|txt|tsv)$/i.test(name)) return readCsv(decodeText(bytes))
    return undefined
  } catch {
    return undefined // not what its name says
  }
}
