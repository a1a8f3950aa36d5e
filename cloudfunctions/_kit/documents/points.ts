import type { Instant, ShanghaiDay } from '../../../types/common/time'
import type { Book, Journal as LedgerJournal } from './ledger'

/** An account of the double entry: a household's passbook or one of the centre's own. */
export type Account = `${'household' | 'issuing' | 'market' | 'expiry' | 'transfer'}:${string}`

/** 一笔 of a passbook: points in or out. */
export interface Journal
  extends LedgerJournal<'earn' | 'redeem' | 'giveBack' | 'reversal' | 'expiry' | 'transfer', Account> {
  /** 公示 until the end of this day; empty when it is not shown. */
  readonly noticeUntil: ShanghaiDay | ''
  /** File id of the photo, where the item asked for one. */
  readonly evidence?: string
}

/** 积分存折 of a household: a book of points, `_id` is the household's. Its balance is also Σ earnedIn − out. */
export interface PassbookDocument extends Book<Journal> {
  readonly building: string
  readonly room: string
  /** Where everything went when it was merged away; empty while open. */
  readonly successor: string
  /** Points earned by year, for expiry: the oldest are spent first. */
  readonly earnedIn: Readonly<Record<string, number>>
  /** All points that ever went out by redemption, expiry or reversal of a give-back; given-back ones come off. */
  readonly out: number
  /** Units earned by item and period (`<item>_d20261121`), for caps. */
  readonly units: Readonly<Record<string, number>>
  /** Pieces redeemed by shelf item, each counted by month and by year (`<item>_m202611`), for limits. */
  readonly bought: Readonly<Record<string, number>>
  /** Members who may not spend, by openid; everybody else may. */
  readonly mayNotSpend: readonly string[]
  /** Opted out of the honour roll. */
  readonly hidden: boolean
  readonly order: string
}

/** 固定积分项目, one version. `_id` is `<item>:<version>`. Old journals keep the version they were made under. */
export interface EarningItemDocument {
  readonly _id: string
  readonly itemId: string
  readonly version: number
  /** The centre that set it: a community (pilot) or something above it. */
  readonly centreId: string
  readonly title: string
  readonly unit: string
  readonly points: number
  readonly caps: {
    readonly day?: number | undefined
    readonly week?: number | undefined
    readonly month?: number | undefined
    readonly year?: number | undefined
  }
  readonly evidence: 'none' | 'photo'
  /** More units than this at once need a second person. */
  readonly secondPersonAbove: number
  readonly startsOn: ShanghaiDay
  readonly stopped: boolean
  /** Request that made it, so that a repeat recognises itself. */
  readonly madeBy: string
  readonly order: string
}

/** Points logged that wait for a second person (复核). */
export interface PendingLogDocument {
  readonly _id: string
  readonly centreId: string
  readonly passbookId: string
  readonly building: string
  readonly room: string
  readonly itemId: string
  readonly version: number
  readonly units: number
  readonly points: number
  readonly title: string
  readonly unit: string
  readonly note: string
  readonly evidence: string
  readonly happenedOn: ShanghaiDay
  readonly by: string
  readonly byMasked: string
  readonly at: Instant
  readonly state: 'waiting' | 'approved' | 'rejected'
  readonly order: string
}

/** 志愿活动: one shift of it. The first `cap` of `entries` are in, nobody waits. */
export interface ShiftDocument {
  readonly _id: string
  readonly centreId: string
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly cap: number
  readonly open: number
  /** Points for a full hour, counted by the minute. */
  readonly pointsPerHour: number
  readonly state: 'open' | 'confirmed' | 'cancelled'
  /** Request that confirmed or cancelled it, so that a repeat recognises itself; empty while open. */
  readonly endedIn: string
  /** False from confirmation until everybody's points are posted. */
  readonly settled: boolean
  /** Secret behind the rotating code. */
  readonly codeSeed: string
  /** The newest requests that left it, so that a repeat recognises itself. */
  readonly left: readonly string[]
  readonly entries: readonly {
    readonly who: string
    readonly nameMasked: string
    /** Their household when they took it, and its centre. */
    readonly passbookId: string
    readonly homeId: string
    readonly requestKey: string
    readonly inAt: Instant | 0
    readonly outAt: Instant | 0
    readonly minutes: number
    /** Wrong codes given; a person who guesses is stopped. */
    readonly wrong: number
  }[]
  /** Who confirmed it, for the journals that follow. */
  readonly confirmedBy: string
  readonly confirmedByMasked: string
  readonly order: string
}

/** 公示: a journal shown to the centre's households. `_id` is the journal's. */
export interface PublicNoticeDocument {
  readonly _id: string
  readonly centreId: string
  readonly passbookId: string
  readonly household: string
  readonly reason: string
  readonly points: number
  readonly day: ShanghaiDay
  readonly until: ShanghaiDay
  readonly order: string
}

/** 异议: a household objects to a journal under 公示. `_id` is made of journal and objecting household. */
export interface ObjectionDocument {
  readonly _id: string
  readonly centreId: string
  readonly passbookId: string
  readonly journalId: string
  /** What was objected to, as it was shown. */
  readonly household: string
  readonly line: string
  readonly points: number
  /** The household that objects. */
  readonly fromHousehold: string
  readonly requestKey: string
  /** Request that decides it, set before its journal is reversed; empty while nobody has begun to. */
  readonly decidedIn: string
  readonly by: string
  readonly byMasked: string
  readonly reason: string
  readonly at: Instant
  readonly state: 'open' | 'upheld' | 'dismissed'
  readonly decision: string
  readonly order: string
}

/** 货架商品: goods with stock, a service with slots, or an honour with a certificate. */
export interface ShelfItemDocument {
  readonly _id: string
  readonly centreId: string
  readonly kind: 'goods' | 'service' | 'honour'
  readonly title: string
  readonly description: string
  readonly picture: string
  readonly price: number
  /** Pieces one household may redeem per period; 0 = no limit. */
  readonly limit: number
  readonly limitPeriod: 'month' | 'year'
  /** Pieces that can still be redeemed (of a service: the sum of its slots). */
  readonly left: number
  readonly redeemed: number
  readonly slots: readonly {
    readonly id: string
    readonly startsAt: Instant
    readonly endsAt: Instant
    readonly left: number
  }[]
  /** Redemptions under way: taken from stock, not yet handed out or given back. At most 500. */
  readonly holds: readonly {
    readonly redemptionId: string
    readonly passbookId: string
    readonly quantity: number
    /** Points per piece when it was taken, which is what the household had seen. */
    readonly price: number
    readonly slotId: string
    /** When it was taken, or taken over from a run that died. */
    readonly at: Instant
  }[]
  readonly sponsorId: string
  readonly state: 'published' | 'withdrawn'
  readonly order: string
}

/** 兑换. `_id` is made of the request, and the row answers repeats of it. */
export interface RedemptionDocument {
  readonly _id: string
  readonly centreId: string
  readonly passbookId: string
  readonly by: string
  readonly byMasked: string
  readonly building: string
  readonly room: string
  readonly itemId: string
  readonly kind: ShelfItemDocument['kind']
  readonly title: string
  readonly quantity: number
  readonly points: number
  readonly slotId: string
  readonly slotStartsAt: Instant | 0
  readonly state: 'held' | 'done' | 'cancelled' | 'expired' | 'short'
  /** Points and stock are where `state` says; false while the steps behind it may be missing. */
  readonly settled: boolean
  /** 取货码, six digits, unique at the centre while held; the id afterwards. */
  readonly pickupCode: string
  readonly pickupBy: Instant
  readonly at: Instant
  readonly endedAt: Instant | 0
  /** Who ended it: the counter, or the member who cancelled; empty while held. */
  readonly handedBy: string
  readonly handedByMasked: string
  /** Key of the request that ended it, so that a repeat recognises itself; empty while held or when it lapsed. */
  readonly endedIn: string
  readonly order: string
}

/** 入库、盘点: why stock changed. */
export interface StockMoveDocument {
  readonly _id: string
  readonly centreId: string
  readonly itemId: string
  readonly kind: 'in' | 'count'
  readonly quantity: number
  readonly sponsorId: string
  readonly note: string
  readonly by: string
  readonly at: Instant
  readonly order: string
}

/** 赞助单位. */
export interface SponsorDocument {
  readonly _id: string
  readonly centreId: string
  readonly name: string
  readonly contactSealed: string
  readonly contactMasked: string
  readonly order: string
}

/** How a centre runs its points. `_id` is the centre's id. */
export interface PointsSettingsDocument {
  readonly _id: string
  /** Days a journal is shown for objections. */
  readonly noticeDays: number
  /** Hours until a held redemption lapses. */
  readonly pickupHours: number
  readonly pickupPlace: string
  readonly openingTimes: string
  /** Points earned in a year lapse at the end of this many years later; 0 = never. */
  readonly expireAfterYears: number
}

/** 对账: what the daily reconciliation found at a centre. `_id` is `<centre>:<day>`. */
export interface ReconciliationDocument {
  readonly _id: string
  readonly centreId: string
  readonly day: ShanghaiDay
  readonly passbooks: number
  readonly balance: number
  readonly issued: number
  readonly spent: number
  readonly expired: number
  /** Passbooks whose journals do not add up to their balance. */
  readonly drift: readonly {
    readonly passbookId: string
    readonly balance: number
    readonly proven: number
  }[]
  readonly order: string
}

/** 荣誉榜 of a period, worked out by the timer. `_id` is `<centre>:<period>`. */
export interface HonourRollDocument {
  readonly _id: string
  readonly centreId: string
  readonly period: string
  readonly rows: readonly { readonly passbookId: string; readonly door: string; readonly points: number }[]
  readonly at: Instant
}

/** How far the daily work has come; `_id` is `points:<day>`. It goes through centre after centre, passbook by passbook. */
export interface DailyRunDocument {
  readonly _id: string
  /** The day that is over and is settled. */
  readonly day: ShanghaiDay
  /** The centre under way; empty before the first. */
  readonly centreId: string
  /** `order` of the last passbook done there. */
  readonly after: string
  readonly done: boolean
  /** Counts up with each step, so that of two timers at the same step one goes on. */
  readonly step: number
  /** What the passbooks of the centre under way come to so far. */
  readonly totals: Omit<ReconciliationDocument, '_id' | 'centreId' | 'day' | 'order'>
  readonly month: HonourRollDocument['rows']
  readonly year: HonourRollDocument['rows']
}
