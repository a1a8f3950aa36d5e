import type { OutputOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'

type Points = typeof pointsContract
export type MyPassbook = OutputOf<Points, 'myPassbook'>
export type StatementLine = MyPassbook['lines'][number]
export type ShelfItem = OutputOf<Points, 'shelf'>['rows'][number]
export type Redemption = OutputOf<Points, 'myRedemptions'>['rows'][number]
export type EarningItem = OutputOf<Points, 'earningItems'>['rows'][number]
export type Shift = OutputOf<Points, 'shifts'>['rows'][number]
export type PublicNoticeRow = OutputOf<Points, 'publicNotice'>['rows'][number]
