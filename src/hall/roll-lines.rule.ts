import { parseArea } from '../../types/hall.area'

/** A row of the roll as it is sent: all doors of one owner with the area of all of them. */
export interface OwnerRow {
  readonly doors: { building: string; room: string }[]
  /** Hundredths of a square metre. */
  readonly area: number
}

/** What was pasted: owners' rows, and lines that cannot be read with what is wrong. */
export interface PastedRoll {
  readonly owners: readonly OwnerRow[]
  readonly wrong: readonly { readonly line: number; readonly why: string }[]
}

/** What the contract takes of one owner. */
const mostDoors = 20
const mostArea = 100_000_00
const isDoorPart = (text: string): boolean => /^[\p{L}\p{N}#-]{1,20}$/u.test(text)

const cellsOf = (line: string): readonly string[] =>
  (line.includes('\t') ? line.split('\t') : line.trim().split(/[\s,,]+/)).map((cell) => cell.trim())

const isHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => /楼|栋|幢/.test(cell)) && cells.some((cell) => /面积/.test(cell))

const whyWrong = (building: string, room: string, area: number | undefined): string | undefined => {
  if (!isDoorPart(building) || !isDoorPart(room)) return '楼栋或房号不对'
  return area === undefined || area === 0 ? '面积不对' : undefined
}

/**
 * Rows copied out of Excel: 楼栋 房号 面积, and in a fourth column the same mark wherever several units have one
 * owner, who then is one row with one vote. A header and empty lines are passed over.
 */
export const pastedRoll = (text: string): PastedRoll => {
  const owners = new Map<string, OwnerRow>()
  const wrong: { line: number; why: string }[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const cells = cellsOf(line)
    if (cells.every((cell) => cell === '') || (owners.size === 0 && isHeader(cells))) continue
    const [building = '', room = '', written = '', mark = ''] = cells
    const area = parseArea(written)
    const why = whyWrong(building, room, area)
    const key = mark === '' ? `line ${at}` : `mark ${mark}`
    const known = owners.get(key) ?? { doors: [], area: 0 }
    const sum = known.area + (area ?? 0)
    if (why) wrong.push({ line: at + 1, why })
    else if (known.doors.length === mostDoors || sum > mostArea)
      wrong.push({ line: at + 1, why: '同一业主的房太多' })
    else owners.set(key, { doors: [...known.doors, { building, room }], area: sum })
  }
  return { owners: [...owners.values()], wrong }
}

/** In parts as large as one call takes. */
export const inParts = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_part, at) =>
    items.slice(at * size, (at + 1) * size),
  )
