import { type Instant, momentText, shanghaiDay } from '../../types/common/time'
import type { RedemptionDocument } from '../_kit/documents/points'
import { doorText } from './notice.rule'

/** A line of the counter's paper list. */
export interface CounterLine {
  readonly code: string
  readonly door: string
  readonly who: string
  readonly what: string
  readonly quantity: number
  readonly until: string
}

/** 柜台名单: what the counter works from on paper, one line for each redemption that waits. */
export const counterLines = (
  rows: readonly Pick<
    RedemptionDocument,
    'pickupCode' | 'building' | 'room' | 'byMasked' | 'title' | 'quantity' | 'pickupBy'
  >[],
  now: Instant,
): readonly CounterLine[] =>
  rows.map((row) => ({
    code: row.pickupCode,
    door: doorText(row),
    who: row.byMasked,
    what: row.title,
    quantity: row.quantity,
    until: momentText(row.pickupBy, now),
  }))

/** The list's title: centre, what it is, day. */
export const counterTitle = (centreName: string, now: Instant): string =>
  `${centreName} 党群服务超市 待取名单 ${shanghaiDay(now)}`
