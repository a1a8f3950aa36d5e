import type { StockMoveDocument } from '../_kit/documents/points'

/** What became of one item a sponsor gave. given = redeemed + held + left, unless a stock-take found fewer. */
export interface StoryLine {
  readonly title: string
  readonly given: number
  readonly redeemed: number
  readonly held: number
  readonly left: number
}

type Move = Pick<StockMoveDocument, 'kind' | 'quantity' | 'sponsorId' | 'order'>

/** How many of the pieces numbered `from` up to `to` lie within others numbered so. */
const overlap = ([from, to]: readonly [number, number], [start, end]: readonly [number, number]): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

/**
 * One item of a sponsor's story. When several gave of the same item, what came in first went out first; pieces a
 * stock-take found missing were the last to come.
 */
export const storyLine = (
  item: {
    readonly title: string
    readonly redeemed: number
    readonly held: number
    readonly left: number
    readonly moves: readonly Move[]
  },
  sponsorId: string,
): StoryLine => {
  const { title, redeemed, held, left } = item
  const line = { title, given: 0, redeemed: 0, held: 0, left: 0 }
  const gifts = item.moves.filter(({ kind }) => kind === 'in')
  let start = 0
  for (const gift of gifts.toSorted((a, b) => (a.order < b.order ? -1 : 1))) {
    const span = [start, start + gift.quantity] as const
    start += gift.quantity
    if (gift.sponsorId !== sponsorId) continue
    line.given += gift.quantity
    line.redeemed += overlap(span, [0, redeemed])
    line.held += overlap(span, [redeemed, redeemed + held])
    line.left += overlap(span, [redeemed + held, redeemed + held + left])
  }
  return line
}

/** 感谢的话 for the residents' group: a few plain sentences. */
export const thanksText = (name: string, centreName: string, lines: readonly StoryLine[]): string => {
  if (lines.length === 0) return `感谢${name}支持${centreName}党群服务超市。`
  const given = lines.map((line) => `${line.title} ${line.given} 份`).join('、')
  const redeemed = lines.reduce((sum, line) => sum + line.redeemed, 0)
  const left = lines.reduce((sum, line) => sum + line.left, 0)
  return [
    `感谢${name}支持${centreName}党群服务超市,送来${given}。`,
    redeemed > 0 ? `邻居们已经用积分换走 ${redeemed} 份。` : '',
    left > 0 ? `货架上还有 ${left} 份,欢迎大家来换。` : '',
  ].join('')
}
