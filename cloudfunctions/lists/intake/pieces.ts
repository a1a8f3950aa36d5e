import type { Instant } from '../../../types/common/time'
import { type Label, labelledParts, labelOf } from './labels'
import { chainStart, itemMark, type Line, type Message } from './messages'
import { half, momentOf, readCount, readMoment, stamp, stampGroups } from './moment.rule'
import {
  joinPersons,
  type Person,
  readNickname,
  takeDoorAndPhone,
  takePerson,
  takeSignature,
} from './person.rule'

/** What one person said, with what is known of the person; in a chat, what follows may belong to it. */
export interface Piece {
  readonly person: Person
  readonly saidAt?: Instant
  readonly lines: readonly Line[]
  readonly chat: boolean
  /** Subject of the chain (接龙) it stands in. */
  readonly topic?: string
  readonly headcount?: number
  /** What else is written about the person: 「78岁」. */
  readonly about?: string
}

/** All pieces of a message, and the lines above a chain. */
export interface Pieces {
  readonly pieces: readonly Piece[]
  readonly chainHead: readonly Line[]
  readonly examples: readonly Line[]
}

const nobody: Person = { who: '', building: '', room: '', phone: '' }
const inlineMark = /[\s,;。](?=(?:[(（]?\d{1,2}[)）]|\d{1,2}[.、])\s*\D|[①②③④⑤⑥⑦⑧⑨⑩])/

const stampFirst = new RegExp(`^[\\[(]?${stamp}[\\])]?[\\s,]+(?=\\S)`)

/** A note's own time in front, when there is one. */
const takeMoment = (text: string, now: Instant): { readonly saidAt?: Instant; readonly rest: string } => {
  const found = stampFirst.exec(text)
  if (!found || !/\d[:/.-]\d|月/.test(found[0])) return { rest: text }
  const saidAt = momentOf(found.slice(1, stampGroups + 1), now)
  return saidAt === undefined ? { rest: text } : { saidAt, rest: text.slice(found[0].length) }
}

/** How a note goes on from the name to what was said. */
const telling = /^(?:(?:来电|来访|来社区|来)?(?:反映|反馈|投诉|表示|求助|说|称)|来电|来访)[,:\s]*/

/** A line that begins with somebody's door or name, as entries of chains and notes do. */
const entry = (lines: readonly Line[], now: Instant, more: Partial<Piece> = {}): Piece => {
  const [line, ...others] = lines
  const { saidAt, rest } = takeMoment(line?.text ?? '', now)
  const { person: first, rest: behind } = takePerson(rest)
  const signed = first.who === '' ? takeSignature(behind) : { who: '', rest: behind }
  const person = joinPersons(first, { ...nobody, who: signed.who })
  const told = signed.rest.replace(/^(?:匿名|无名|不愿留名)[:,\s]*/, '')
  const wish = person.who === '' ? told : told.replace(telling, '')
  return {
    person,
    ...(saidAt !== undefined && { saidAt }),
    lines: [{ line: line?.line ?? 0, text: wish }, ...others],
    chat: false,
    ...more,
  }
}

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"')

const filled = (
  parts: readonly { readonly label: Label; readonly said: string }[],
  line: number,
  now: Instant,
): Piece => {
  const of = (label: Label): string => parts.find((part) => part.label === label)?.said ?? ''
  const lives = takeDoorAndPhone(of('door') || `${of('building')} ${of('room')}`)
  const named = readNickname(of('who'))
  const phone = takeDoorAndPhone(of('phone')).person.phone
  const bare = { ...nobody, building: of('building') || lives.rest.slice(0, 20), room: of('room') }
  const person = joinPersons(named, joinPersons({ ...lives.person, phone }, bare))
  const saidAt = readMoment(of('when'), now)
  const headcount = readCount(of('headcount').replace(/[人位名个]+$/, ''))
  const text = [of('text'), of('hours')].filter((part) => part !== '').join('，')
  return {
    person,
    ...(saidAt !== undefined && { saidAt }),
    ...(headcount !== undefined && { headcount }),
    ...(/^\d{1,3}岁?$/.test(of('age')) && { about: `${Number.parseInt(of('age'), 10)}岁` }),
    lines: [{ line, text }],
    chat: false,
  }
}

/** A row without known columns: each cell is told by what stands in it, the longest of the rest is the wish. */
const guessedRow = (cells: readonly string[], line: number, now: Instant): Piece => {
  let person = nobody
  let saidAt: Instant | undefined
  const words: string[] = []
  for (const cell of cells) {
    const moment = readMoment(cell, now)
    if (moment !== undefined) {
      saidAt ??= moment
      continue
    }
    if (/^\d{1,4}$/.test(cell) || cell === '') continue
    const short = cell.length <= 16 ? takePerson(cell) : { person: nobody, rest: cell }
    person = joinPersons(person, short.person)
    if (short.rest !== '') words.push(short.rest)
  }
  const longest = words.reduce((best, one) => (one.length > best.length ? one : best), '')
  const name = words.find((word) => word !== longest && /^\p{Script=Han}{2,4}$/u.test(word))
  return {
    person: joinPersons(person, { ...nobody, who: name ?? '' }),
    ...(saidAt !== undefined && { saidAt }),
    lines: [{ line, text: longest }],
    chat: false,
  }
}

const rowsOf = (lines: readonly Line[], now: Instant): Piece[] => {
  const table = lines.map(({ line, text }) => ({
    line,
    cells: text.split('\t').map((cell) => half(unquoted(cell))),
  }))
  const labels = table[0]?.cells.map(labelOf) ?? []
  if (labels.filter((label) => label !== undefined).length < 2)
    return table.map(({ line, cells }) => guessedRow(cells, line, now))
  return table.slice(1).map(({ line, cells }) =>
    filled(
      cells.flatMap((said, at) => {
        const label = labels[at]
        return label && said !== '' ? [{ label, said }] : []
      }),
      line,
      now,
    ),
  )
}

const recordsOf = (lines: readonly Line[], now: Instant): Piece[] => {
  const records: { line: number; parts: { label: Label; said: string }[] }[] = []
  for (const { line, text } of lines) {
    const parts = labelledParts(text.replace(itemMark, ''))
    const last = records.at(-1)
    const [first] = parts
    if (!first) {
      const said = last?.parts.at(-1)
      if (said) said.said = `${said.said}，${text}`
      continue
    }
    const repeats = last?.parts.some(({ label }) => label === first.label && label !== 'other')
    if (!last || repeats) records.push({ line, parts: [...parts] })
    else last.parts.push(...parts)
  }
  return records.map(({ line, parts }) => filled(parts, line, now))
}

/** Lines cut where an item begins, also within a line: 「1、灯坏了 2、想理发」. */
const items = (lines: readonly Line[]): { readonly marked: boolean; readonly lines: Line[] }[] => {
  const cut: { marked: boolean; lines: Line[] }[] = []
  const parts = lines.flatMap(({ line, text }) =>
    text.split(inlineMark).map((part) => ({ line, text: part.trim() })),
  )
  for (const { line, text } of parts.filter((part) => part.text !== '')) {
    const marked = itemMark.test(text)
    const last = cut.at(-1)
    const bare = { line, text: text.replace(itemMark, '') }
    if (marked || !last?.marked) cut.push({ marked, lines: [bare] })
    else last.lines.push(bare)
  }
  return cut
}

const isExample = (text: string): boolean => /^(?:例[::.\s]|例如|示例|样例|格式)/.test(text)

const aboutTheChain = /接龙|注明|写上|备注|格式|填写|截止|报名/

/** What a chain is about: its head without how to join it. */
const topicOf = (text: string): string => {
  const parts = text.split(/[,。;!]/).filter((part) => part.trim() !== '')
  const kept = parts.filter((part) => !aboutTheChain.test(part))
  return (kept.length > 0 ? kept : parts)
    .join(',')
    .replace(/#?\s*(?:群|请|需要的|【)*接龙】?\s*:?|(?:请|欢迎)?报名$/g, '')
    .replace(/^[\s,:]+|[\s,:]+$/g, '')
}

const chainOf = (message: Message, now: Instant): Pieces => {
  const cut = items(message.lines)
  const head = cut.filter(({ marked }) => !marked).flatMap(({ lines }) => lines)
  const topic = head.map(({ text }) => topicOf(text)).find((text) => text.length >= 2 && !isExample(text))
  const entries = cut.filter(({ marked }) => marked).map(({ lines }) => lines)
  const examples = entries.filter(([first]) => isExample(first?.text ?? ''))
  return {
    pieces: entries
      .filter((lines) => !examples.includes(lines))
      .map((lines) => entry(lines, now, { ...(topic && { topic }) })),
    chainHead: head.filter(({ text }) => !isExample(text)),
    examples: [...head.filter(({ text }) => isExample(text)), ...examples.flat()],
  }
}

/** Cuts a message into what single people said: sheet rows, labelled records, chains, numbered notes, plain lines. */
export const piecesOf = (message: Message, now: Instant): Pieces => {
  const { lines, sender, saidAt } = message
  const only = (pieces: readonly Piece[]): Pieces => ({
    pieces: pieces.map((piece) => ({ ...(saidAt !== undefined && { saidAt }), ...piece })),
    chainHead: [],
    examples: [],
  })
  if (lines.some(({ text }) => text.includes('\t'))) return only(rowsOf(lines, now))
  if (lines.some(({ text }) => chainStart.test(text)) && lines.some(({ text }) => itemMark.test(text))) {
    const chain = chainOf(message, now)
    return { ...only(chain.pieces), chainHead: chain.chainHead, examples: chain.examples }
  }
  const labelled = lines.filter(({ text }) => labelledParts(text.replace(itemMark, '')).length > 0)
  if (labelled.length > 0 && labelled[0] === lines[0]) return only(recordsOf(lines, now))
  const cut = items(lines)
  const numbered = cut.filter(({ marked }) => marked).length >= 2
  const sayer = readNickname(sender)
  if (sender !== '') {
    const said = numbered ? cut : [{ lines }]
    return only(said.map((part) => ({ person: sayer, lines: part.lines, chat: !numbered })))
  }
  if (numbered) return only(cut.map((part) => entry(part.lines, now)))
  return only(lines.map((line) => entry([line], now)))
}

/** Minutes between two moments; nought where one is unknown. */
export const minutesBetween = (a: Instant | undefined, b: Instant | undefined): number =>
  a === undefined || b === undefined ? 0 : Math.abs(b - a) / 60_000
