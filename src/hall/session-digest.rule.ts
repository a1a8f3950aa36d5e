import { asInstant, dateText, dayText } from '../../types/common/time'
import { type AgendaItem, outcomeWords, type ShownSession } from './session-shown'

/** What the group reads of a session. */
export type DigestedSession = Pick<
  ShownSession,
  | 'title'
  | 'startsAt'
  | 'place'
  | 'state'
  | 'agenda'
  | 'buildings'
  | 'open'
  | 'coming'
  | 'present'
  | 'cancelledBecause'
>

/** A group skips long messages: title, where, at most eight lines, what is left out, and what to do. */
const mostLines = 8

const fitted = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines - 1), `还有 ${lines.length - mostLines + 1} 行,点开小程序看`]

/** Who is asked: 「请 5栋、6栋 的邻居来」. */
export const askedText = ({ buildings, open }: Pick<ShownSession, 'buildings' | 'open'>): string => {
  if (open) return '全社区的邻居都可以来'
  return buildings.length > 0 ? `请 ${buildings.join('、')} 的邻居来` : '请收到通知的各方来'
}

const agendaLine = ({ title, minutes }: AgendaItem, at: number): string =>
  `${at + 1} ${title}(${minutes} 分钟)`

/** 「12月10日前 施工方 报方案」. */
export const decisionText = ({ text, who, byDay }: AgendaItem['decisions'][number]): string =>
  `${dayText(byDay)}前 ${who} ${text}`

const resultLines = ({ title, outcome, decisions }: AgendaItem, at: number): readonly string[] => [
  `${at + 1} ${title}:${outcomeWords[outcome]}`,
  ...decisions.map((decision) => `  ${decisionText(decision)}`),
]

const headline = {
  draft: '议事会',
  announced: '议事会预告',
  held: '议事会散会',
  cancelled: '议事会取消',
} as const

/**
 * 发群的文字 of a session in at most 12 lines and without anybody's name: the invitation before it, what came of it
 * afterwards, or why it is called off.
 */
export const sessionDigest = (centreName: string, session: DigestedSession): string => {
  const { title, startsAt, place, state, agenda, present, coming, cancelledBecause } = session
  const head = [`【${centreName}】${headline[state]}:${title}`, `${dateText(asInstant(startsAt))} ${place}`]
  if (state === 'cancelled') return [...head, `取消了:${cancelledBecause}`].join('\n')
  if (state === 'held') {
    return [
      ...head,
      `到会 ${present} 人`,
      ...fitted(agenda.flatMap(resultLines)),
      '会议记录点开小程序看',
    ].join('\n')
  }
  const already = coming > 0 ? `,已有 ${coming} 人说来` : ''
  return [
    ...head,
    ...fitted(agenda.map(agendaLine)),
    `${askedText(session)}${already}。来不来点开小程序回一声`,
  ].join('\n')
}
