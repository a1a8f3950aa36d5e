import { addDays, type Instant, instantOf, shanghaiDay } from '../../../types/common/time'
import { asksForSomething } from './chatter.rule'
import { labelledParts, labelOf } from './labels'
import { half, momentOf, readMoment, stamp, stampGroups } from './moment.rule'

/** How an item of a list begins: 「1. 」「2、」「(3)」「④」「五、」「- 」. */
export const itemMark =
  /^(?:[(]?(\d{1,3})[)]\s*|(\d{1,3})(?:[.,:](?!\d)|\.(?=\d{1,3}(?:栋|幢|号楼|座|[-—#]\d))|、|\s(?=\D))\s*|([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮])\s*|([一二三四五六七八九十]{1,2})[、.]\s*|[-•·*●▪◆]\s+)/
/** Where a chain (接龙) begins. */
export const chainStart = /#\s*接龙|群接龙|^[【[(]?\s*接龙/

/** One line of what was pasted; `line` counts from 1. */
export interface Line {
  readonly line: number
  readonly text: string
}

/** What one person sent at once, or, without a sender, lines that stand together. */
export interface Message {
  /** As the chat shows it; empty where no sender is written. */
  readonly sender: string
  readonly saidAt?: Instant
  readonly lines: Line[]
}

interface Header {
  readonly sender: string
  readonly saidAt?: Instant
  /** What follows in the same line. */
  readonly said?: string
}

const senderThenTime = new RegExp(`^(.{1,30}?)\\s+${stamp}$`)
const timeThenSender = new RegExp(`^[\\[(]?${stamp}[\\])]?\\s+(.{1,30}?):?$`)
const timeSenderSaid = new RegExp(`^[\\[(]?${stamp}[\\])]?\\s+([^:]{1,20}):\\s*(\\S.*)$`)
const senderSaid = /^([^:]{1,20}):\s*(.*)$/

const isSender = (text: string): boolean =>
  !/[。!?;,、"“”]|https?$|^\d+$|^(?:第?[一二三四五六七八九十\d]+[、.)]|#|接龙)/.test(text) &&
  !asksForSomething(text) &&
  !/1[3-9]\d{9}|(?:反映|来电|来访|咨询|求助|表示|投诉|说)$/.test(text) &&
  labelOf(text) === undefined &&
  !/^(?:另外|比如|例如|例|注|备注|主题|要求|对象|时间|地点|费用|内容|时长|提示|温馨提示|通知|公告|紧急通知|重要通知|请问|需求|问题|地址|电话|他说|她说|他们说|我问|说明|原因)$/.test(
    text,
  )

/** Reads a line that says who speaks: computer copy, forwarded chat, export with the time in front. */
const readHeader = (text: string, now: Instant): Header | undefined => {
  const copied = senderThenTime.exec(text)
  if (copied?.[1] && isSender(copied[1])) return header(copied[1], copied.slice(2), now)
  const exported = timeSenderSaid.exec(text)
  const exporter = exported?.[stampGroups + 1]
  if (exported && exporter && isSender(exporter))
    return { ...header(exporter, exported.slice(1), now), said: exported[stampGroups + 2] ?? '' }
  const listed = timeThenSender.exec(text)
  const name = listed?.[stampGroups + 1]
  if (listed && name && isSender(name) && name.length <= 20) return header(name, listed.slice(1), now)
  const [, sender, said] = senderSaid.exec(text) ?? []
  if (!sender || said === undefined || itemMark.test(text) || !isSender(sender.trim())) return undefined
  if (/\d$/.test(sender) && /^\d/.test(said)) return undefined
  return { sender: sender.trim(), ...(said !== '' && { said }) }
}

const header = (sender: string, groups: readonly (string | undefined)[], now: Instant): Header => {
  const saidAt = momentOf(groups.slice(0, stampGroups), now)
  return { sender: sender.trim(), ...(saidAt !== undefined && { saidAt }) }
}

/** A line of a .csv as a row of a sheet: the last column takes what commas are left over. */
const asRow = (text: string, columns: number): string => {
  const cells = text.split(',')
  return [...cells.slice(0, columns - 1), cells.slice(columns - 1).join(',')].join('\t')
}

/** Whether a line without a sender begins something new: a sheet, a chain, or after a gap a record or a plain line. */
const standsApart = (text: string, { lines }: Message, afterGap: boolean): boolean => {
  if (text.includes('\t') !== lines[0]?.text.includes('\t') || chainStart.test(text)) return true
  if (!afterGap) return false
  const marked = lines.some((line) => itemMark.test(line.text))
  return labelledParts(text).length > 0 || (marked && !itemMark.test(text))
}

const dateOnly = /^[^:点时]*$/

/** A quoted cell of several lines becomes one line again, as a sheet program wrote it. */
const joinCells = (lines: readonly string[]): Line[] => {
  const joined: { line: number; text: string }[] = []
  let open = false
  lines.forEach((text, at) => {
    const last = joined.at(-1)
    if (open && last) last.text += ` ${text}`
    else joined.push({ line: at + 1, text })
    const quotes = (text.match(/"/g) ?? []).length % 2 === 1
    if (quotes && (open || text.includes('\t"'))) open = !open
  })
  return joined
}

/**
 * Cuts a pasted block into messages. Lines of a sheet (with tabs) and lines before the first sender stand without one;
 * a line that is only a time is the time of what follows, a line that is only a day of all that follows. Punctuation
 * is half-width from here on.
 */
export const readMessages = (pasted: string, now: Instant): Message[] => {
  const messages: Message[] = []
  let clockNow = now
  let saidAt: Instant | undefined
  let current: Message | undefined
  let gap = false
  let columns = 0
  const begin = (sender: string, at: Instant | undefined): Message => {
    const message = { sender, ...(at !== undefined && { saidAt: at }), lines: [] }
    messages.push(message)
    return message
  }
  for (const { line, text: written } of joinCells(pasted.split(/\r\n|\r|\n|\u2028/))) {
    const plain = half(written)
      .replace(/[\u200B\uFEFF]/g, '')
      .trim()
    const labels = plain.split(',').filter((cell) => labelOf(cell) !== undefined).length
    if (labels >= 3) columns = plain.split(',').length
    const text = columns > 0 && plain.split(',').length >= columns ? asRow(plain, columns) : plain
    if (text === '') {
      gap = true
      continue
    }
    const afterGap = gap
    gap = false
    const moment = text.includes('\t') ? undefined : readMoment(text, clockNow)
    if (moment !== undefined) {
      saidAt = moment
      if (dateOnly.test(text)) clockNow = instantOf(addDays(shanghaiDay(moment), 1), -1)
      continue
    }
    const found = text.includes('\t') ? undefined : readHeader(text, clockNow)
    if (found) {
      current = begin(found.sender, found.saidAt ?? saidAt)
      if (found.said) current.lines.push({ line, text: found.said })
      continue
    }
    if (!current || (current.sender === '' && standsApart(text, current, afterGap)))
      current = begin('', saidAt)
    current.lines.push({ line, text })
  }
  return messages
}
