import { isShanghaiDay } from '../../../types/common/time'
import { type Audience, audiences, type Category, categories, needSources } from '../../../types/common/words'
import type { Cell } from './sheet'

/** A cell nobody can make sense of, and what to write instead. */
export class Unreadable {
  constructor(readonly problem: string) {}
}

export const isBlank = (cell: Cell): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** Any cell as text: a list with 、 between, a date as its day; what is no text is empty. */
export const text = (cell: Cell): string => {
  if (cell instanceof Date) return dayOf(cell)
  if (Array.isArray(cell)) return cell.map(text).join('、')
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell).trim()
    : ''
}

const dayOf = (date: Date): string => (Number.isNaN(date.valueOf()) ? '' : date.toISOString().slice(0, 10))

const plain = (cell: Cell): string => text(cell).normalize('NFKC').replace(/\s+/g, '')

const parts = (cell: Cell): string[] =>
  Array.isArray(cell)
    ? cell.map(text).filter((part) => part !== '')
    : text(cell)
        .split(/[、,\uFF0C;\uFF1B/|\n]+|\s+/)
        .map((part) => part.trim())
        .filter((part) => part !== '')

const oneOf =
  <Word extends string>(words: readonly Word[], what: string) =>
  (cell: Cell): Word[] | Unreadable => {
    const found = [...new Set(parts(cell))]
    const known = found.filter((part): part is Word => words.some((word) => word === part))
    const wrong = found.find((part) => !words.some((word) => word === part))
    return wrong === undefined
      ? known
      : new Unreadable(`没有「${wrong.slice(0, 20)}」这个${what},可填:${words.join('、')}`)
  }

/** 「老人、残疾人」. */
export const readAudience: (cell: Cell) => Audience[] | Unreadable = oneOf(audiences, '服务对象')
/** 「文体活动、教育培训」. */
export const readCategories: (cell: Cell) => Category[] | Unreadable = oneOf(categories, '类别')

/** 「入户走访」, or the word of the data format (`visit`). */
export const readSource = (cell: Cell): string | Unreadable => {
  const name = plain(cell)
  const found = Object.entries(needSources).find(([source, chinese]) => name === source || name === chinese)
  return found ? found[0] : new Unreadable(`来源可填:${Object.values(needSources).join('、')}`)
}

const dayNumbers: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  '6': 6,
  '7': 7,
}
const dayWord = '(?:周|星期|礼拜)?([一二三四五六日天1-7])'
const dayRange = new RegExp(`^${dayWord}(?:至|到|-|—|~)${dayWord}$`)
const oneDay = new RegExp(`^${dayWord}$`)
const dayNames: Readonly<Record<string, readonly number[]>> = {
  每天: [1, 2, 3, 4, 5, 6, 7],
  每日: [1, 2, 3, 4, 5, 6, 7],
  全周: [1, 2, 3, 4, 5, 6, 7],
  工作日: [1, 2, 3, 4, 5],
  平日: [1, 2, 3, 4, 5],
  周末: [6, 7],
  双休日: [6, 7],
}

const daysIn = (word: string): readonly number[] | undefined => {
  const named = dayNames[word]
  if (named) return named
  const [, single] = oneDay.exec(word) ?? []
  if (single !== undefined) return [dayNumbers[single] ?? 0]
  const [, first, last] = dayRange.exec(word) ?? []
  const from = dayNumbers[first ?? ''] ?? 0
  const to = dayNumbers[last ?? ''] ?? 0
  if (from === 0 || to < from) return undefined
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** 「周一、周三」「1,3」「一三五」「工作日」「周一至周五」; blank is no limit. */
export const readWeekdays = (cell: Cell): number[] | Unreadable | undefined => {
  if (isBlank(cell)) return undefined
  const words = (Array.isArray(cell) ? cell : [cell])
    .flatMap((one) => plain(one).split(/[、,,;;/和及]+/))
    .flatMap((word) => (/^周?[一二三四五六日]{2,7}$/.test(word) ? [...word.replace('周', '')] : [word]))
    .filter((word) => word !== '')
  const days = words.map(daysIn)
  const wrong = words[days.indexOf(undefined)]
  if (wrong !== undefined) return new Unreadable(`看不懂「${wrong.slice(0, 20)}」,请写成 周一、周三`)
  return [...new Set(days.flatMap((found) => found ?? []))].sort((a, b) => a - b)
}

const clock = '(\\d{1,2})(?:(?::|点|时)(半|\\d{1,2})?分?)?'
const span = new RegExp(`^${clock}(?:-|—|–|~|至|到)+${clock}$`)

const padded = (hour: string | undefined, minute: string | undefined): string =>
  `${(hour ?? '').padStart(2, '0')}:${minute === '半' ? '30' : (minute ?? '').padStart(2, '0')}`

/** 「19:00-21:30」「9点-11点半」「9:00~11:30」; blank or 全天 is no limit. */
export const readHours = (cell: Cell): string | Unreadable | undefined => {
  const words = plain(cell)
  if (words === '' || words === '全天' || words === '不限') return undefined
  const [whole, fromHour, fromMinute, toHour, toMinute] = span.exec(words) ?? []
  if (whole === undefined) return new Unreadable('时间要写成 09:00-11:30')
  return `${padded(fromHour, fromMinute)}-${padded(toHour, toMinute)}`
}

/** A number, also as text (「12人」). */
export const readNumber = (cell: Cell): number | Unreadable => {
  if (typeof cell === 'number') return cell
  const [, digits] = /^(-?\d+(?:\.\d+)?)(?:人|位|名|次|场)?$/.exec(plain(cell)) ?? []
  return digits === undefined ? new Unreadable('请填数字') : Number(digits)
}

const yes = new Set(['是', '有', '可', '可以', '能', '对', '√', '✓', 'y', 'yes', 'true', '1'])
const no = new Set([
  '否',
  '无',
  '不',
  '不可',
  '不可以',
  '不能',
  '没有',
  '×',
  'x',
  'n',
  'no',
  'false',
  '0',
  '',
])

/** 「是」 or 「否」; blank is 否. */
export const readYes = (cell: Cell): boolean | Unreadable => {
  if (typeof cell === 'boolean') return cell
  const word = plain(cell).toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : new Unreadable('请填 是 或 否')
}

/** 「2027-03-01」「2027/3/1」「2027年3月1日」 or a date cell, as a day; blank is none. */
export const readDay = (cell: Cell): string | Unreadable | undefined => {
  if (isBlank(cell)) return undefined
  const words = plain(cell)
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(words) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isShanghaiDay(written) ? written : new Unreadable('日期要写成 2027-03-01')
}
