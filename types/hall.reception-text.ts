import { dateText, dayText, type Instant } from './common/time'

/** What the group reads about a reception day that is over. */
export interface ReceptionFacts {
  readonly centreName: string
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly host: string
  readonly asked: number
  readonly answered: number
  readonly listed: number
  /** The next day residents can book, where there is one. */
  readonly next?: { readonly title: string; readonly startsAt: Instant; readonly place: string } | undefined
}

/** 「问了 35 件,当场答复 30 件,列入问题清单 5 件」: what a reception day came to; what is nought is left out. */
export const receptionFigures = ({
  asked,
  answered,
  listed,
}: Pick<ReceptionFacts, 'asked' | 'answered' | 'listed'>): string =>
  asked === 0
    ? '没有人来问'
    : [
        `问了 ${asked} 件`,
        ...(answered > 0 ? [`当场答复 ${answered} 件`] : []),
        ...(listed > 0 ? [`列入问题清单 ${listed} 件`] : []),
      ].join(',')

/**
 * 群里发的文字 after a reception day, in at most six lines: what it was, what it came to, what becomes of the rest, the
 * next one. Nobody's words or name stand in it.
 */
export const receptionTextOf = (facts: ReceptionFacts): string => {
  const { centreName, title, day, host, listed, next } = facts
  return [
    `【${centreName}】${dayText(day)} ${title}`,
    `${host}在场,${receptionFigures(facts)}`,
    ...(listed > 0
      ? ['清单上的事 5 个工作日内办,办完请提的人确认才销号', '进度:打开小程序「议事」看「我的问题」']
      : []),
    ...(next ? [`下一次:${dateText(next.startsAt)} ${next.title} ${next.place},点开群里的卡片约时段`] : []),
  ].join('\n')
}
