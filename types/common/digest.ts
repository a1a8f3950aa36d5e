import { dateText, type Instant } from './time'

/** What the group reads about one service. `left` is the seats still free. */
export interface DigestRow {
  readonly title: string
  readonly startsAt: Instant
  readonly place: string
  readonly left: number
}

export interface DigestFacts {
  readonly centreName: string
  /** `YYYY-MM` */
  readonly month: string
  readonly no: number
  readonly rows: readonly DigestRow[]
}

/** A group skips long messages: never more lines than this. */
const most = 12

const line = ({ title, startsAt, place, left }: DigestRow, index: number): string =>
  `${index + 1} ${title} ${dateText(startsAt)} ${place} ${left > 0 ? `还剩 ${left} 位` : '已满,可候补'}`

/** 群里发的文字: an edition in at most twelve lines: what it is, the services in their order, how to join. */
export const digestOf = ({ centreName, month, no, rows }: DigestFacts): string => {
  const room = most - 2
  const shown = rows.length > room ? rows.slice(0, room - 1) : rows
  const rest = rows.length - shown.length
  return [
    `【${centreName}】${Number(month.slice(5))}月服务菜单 第${no}期`,
    ...shown.map(line),
    ...(rest > 0 ? [`还有 ${rest} 项,打开清单都能看到`] : []),
    '报名:点开群里的卡片,选一项点「我要报名」',
  ].join('\n')
}
