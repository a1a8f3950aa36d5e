import type { Instant, ShanghaiDay } from '../../../types/common/time'
import type { Allergen, CareTag, DietTag, MealSlot } from '../../../types/common/words'
import type { Book, Journal } from './ledger'

/** How a meal slot runs at a canteen; minutes past midnight. */
export interface SlotRule {
  readonly slot: MealSlot
  readonly capacity: number
  readonly cutoffDaysBefore: number
  readonly cutoffAt: number
  readonly servedFrom: number
  readonly servedTo: number
}

/** 长者食堂. */
export interface CanteenDocument {
  readonly _id: string
  readonly centreId: string
  /** First segment of the centre's id, so that a district's canteens are one look-up. */
  readonly districtId: string
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly place?: { readonly lng: number; readonly lat: number }
  readonly slots: readonly SlotRule[]
  /** Openid of whoever is told when nobody answers the door, and that person's name, masked. */
  readonly welfareTo: string
  readonly welfareName: string
  readonly pointsPerStop: number
  readonly stopsPerRoute: number
  readonly state: 'open' | 'closed'
  readonly order: string
}

export interface Dish {
  readonly id: string
  readonly name: string
  readonly tags: readonly DietTag[]
  readonly allergens: readonly Allergen[]
}

/** 套餐; price in fen, `cap` portions at most (0 = only the menu's capacity counts). */
export interface Meal {
  readonly id: string
  readonly name: string
  readonly price: number
  readonly dishIds: readonly string[]
  readonly cap: number
}

/** What a fund pays of one meal, in fen. */
export interface SubsidyShare {
  readonly fund: string
  readonly fen: number
}

/** 一份订餐 as it stands on its menu. price = toPay + Σ subsidies. */
export interface MealOrder {
  /** Made of the request and the menu (of diner and menu when a standing order made it). */
  readonly id: string
  readonly dinerId: string
  /** The diner's own centre, where the account is kept. */
  readonly homeId: string
  readonly nameMasked: string
  readonly building: string
  readonly room: string
  readonly mealId: string
  readonly mealName: string
  readonly delivery: boolean
  readonly needs: readonly DietTag[]
  /** Names of dishes of the meal the diner should not eat; the orderer was shown them. */
  readonly clashes: readonly string[]
  readonly price: number
  readonly subsidies: readonly SubsidyShare[]
  readonly toPay: number
  /** Subsidy rule it was priced by: `<rule>:<version>`. */
  readonly rule: string
  readonly tier: string
  readonly source: 'self' | 'family' | 'staff' | 'phone' | 'standing'
  readonly by: string
  readonly byMasked: string
  readonly at: Instant
  readonly requestKey: string
  readonly note: string
  /** Why it was added after the cut-off; empty otherwise. */
  readonly lateBecause: string
  /** Why it does not count (冲正); empty while it does. */
  readonly voidedBecause: string
}

/** Portions, counted once at the cut-off. */
export interface KitchenCount {
  readonly portions: number
  readonly byMeal: readonly { readonly name: string; readonly portions: number }[]
  readonly byDish: readonly { readonly name: string; readonly portions: number }[]
}

/** An order that was taken off its menu, by whom and for which request; its money goes back. */
export interface TakenOff {
  readonly order: MealOrder
  readonly reason: string
  readonly at: Instant
  readonly by: string
  readonly byMasked: string
  readonly requestKey: string
}

/** An order on its way from the account that pays to the menu. `at` says until when the run that is at it has it. */
export interface PendingOrder {
  readonly order: MealOrder
  readonly menuId: string
  /** The order of the same diner it takes the place of; null when there is none. */
  readonly replaces: MealOrder | null
  readonly at: Instant
}

/** What one menu came to, written when it is settled the day after. */
export interface MenuSummary {
  readonly orders: number
  readonly delivered: number
  readonly price: number
  readonly toPay: number
  readonly subsidies: readonly SubsidyShare[]
}

/**
 * 一顿: the menu of a canteen, day and slot with everything ordered on it, so that one conditional update takes a
 * portion, keeps the cut-off and refuses a second order of the same diner. `_id` is `<canteen>_<day>_<slot>`.
 */
export interface MenuDocument {
  readonly _id: string
  readonly centreId: string
  readonly canteenId: string
  readonly day: ShanghaiDay
  readonly slot: MealSlot
  readonly state: 'draft' | 'published' | 'frozen' | 'settled' | 'cancelled'
  readonly dishes: readonly Dish[]
  readonly meals: readonly Meal[]
  readonly photo: string
  readonly capacity: number
  /** Portions that can still be ordered. */
  readonly left: number
  /** Portions ordered by meal id. */
  readonly sold: Readonly<Record<string, number>>
  readonly cutoffAt: Instant
  readonly servedFrom: Instant
  readonly servedTo: Instant
  /** By diner id: at most one order each. */
  readonly orders: Readonly<Record<string, MealOrder>>
  /** Counts every change of `orders`, so that freezing sees all of them. */
  readonly changes: number
  /** Diners who gave up what a standing order had ordered: it does not order again. */
  readonly skipped: readonly string[]
  /** Orders taken off whose money may not be back yet. */
  readonly refunds: readonly TakenOff[]
  /** Standing orders were worked through up to this one; `'~'` when all were. */
  readonly standingAfter: string
  /** Taken at the cut-off; null before. */
  readonly count: KitchenCount | null
  /** False from the cut-off until the routes stand. */
  readonly routed: boolean
  /** When the diner took the meal at the counter, by diner id. */
  readonly served: Readonly<Record<string, Instant>>
  readonly ratings: Readonly<
    Record<string, { readonly rating: 'good' | 'fair' | 'bad'; readonly words: string }>
  >
  /** Portions left over; −1 while nobody said. */
  readonly leftOver: number
  readonly cancelledBecause: string
  readonly summary: MenuSummary | null
  /** `<day>:<0…2>`, in the order of the day. */
  readonly order: string
}

/** 用餐人. Name, birth date, phones are sealed. */
export interface DinerDocument {
  readonly _id: string
  readonly centreId: string
  readonly householdId: string
  readonly building: string
  readonly room: string
  readonly nameSealed: string
  readonly nameMasked: string
  /** `YYYY-MM-DD`, sealed; counts once the staff confirmed it. */
  readonly birthSealed: string
  readonly phoneSealed: string
  readonly phoneMasked: string
  readonly emergency: {
    readonly nameSealed: string
    readonly nameMasked: string
    readonly relation: string
    readonly phoneSealed: string
    readonly phoneMasked: string
  }
  readonly needs: readonly DietTag[]
  readonly avoids: readonly Allergen[]
  readonly careTags: readonly CareTag[]
  /** 送餐上门 until the end of this day; empty when there is no entitlement. */
  readonly deliveryUntil: ShanghaiDay | ''
  readonly deliveryReason: string
  readonly state: 'pending' | 'approved' | 'rejected' | 'ended'
  readonly rejectedBecause: string
  /** Who may order, besides the staff; at most 12. */
  readonly family: readonly { readonly who: string; readonly nameMasked: string; readonly relation: string }[]
  readonly registeredBy: string
  readonly registeredByMasked: string
  readonly requestKey: string
  readonly order: string
}

/** An account of the double entry in fen: a diner's, a canteen's takings, a fund's, a centre's till. */
export type MealAccountName = `${'diner' | 'canteen' | 'fund' | 'till'}:${string}`

/** 一笔 of a meal account, in fen. An order's has the diner's own entry, one per fund and the canteen's. */
export type MealJournal = Journal<'order' | 'refund' | 'topUp' | 'payOut' | 'reversal', MealAccountName>

/** 餐费账户 of a diner, `_id` is the diner's. Below zero it is owed, down to −`owesUpTo`. */
export interface MealAccountDocument extends Book<MealJournal> {
  readonly nameMasked: string
  readonly building: string
  readonly room: string
  /** 0 = prepaid; otherwise billed at the month's end, fen. */
  readonly owesUpTo: number
  /** Orders that may not stand on their menu yet. */
  readonly pending: readonly PendingOrder[]
  /** The newest order that came to stand, for 和上次一样; null before the first. */
  readonly last: {
    readonly canteenId: string
    readonly slot: MealSlot
    readonly mealName: string
    readonly delivery: boolean
  } | null
  readonly order: string
}

/** 补贴办法, one version; `_id` is `<centre>:<version>`. Old orders keep what they were priced by. */
export interface SubsidyRuleDocument {
  readonly _id: string
  readonly centreId: string
  readonly version: number
  readonly startsOn: ShanghaiDay
  readonly tiers: readonly {
    readonly title: string
    readonly fromAge: number
    readonly careTags: readonly CareTag[]
    readonly kind: 'off' | 'pay'
    readonly fen: number
  }[]
  readonly funds: readonly { readonly name: string; readonly share: number }[]
  readonly madeBy: string
  readonly order: string
}

/** 长期订餐 of a diner, `_id` is the diner's. */
export interface StandingOrderDocument {
  readonly _id: string
  readonly centreId: string
  readonly canteenId: string
  readonly days: readonly {
    readonly weekday: number
    readonly slot: MealSlot
    readonly meal: string
    readonly delivery: boolean
  }[]
  readonly pauses: readonly { readonly from: ShanghaiDay; readonly to: ShanghaiDay }[]
  readonly by: string
  readonly byMasked: string
  readonly order: string
}

/** 月账单 of a diner, `_id` is `<diner>:<YYYY-MM>`; fen. */
export interface MealBillDocument {
  readonly _id: string
  readonly centreId: string
  readonly dinerId: string
  readonly month: string
  readonly nameMasked: string
  readonly building: string
  readonly room: string
  readonly meals: number
  readonly price: number
  readonly subsidy: number
  readonly toPay: number
  readonly closing: number
  readonly order: string
}

/** 对账 of one menu, `_id` is the menu's: its orders against what the accounts were charged. */
export interface MealReconciliationDocument {
  readonly _id: string
  readonly centreId: string
  readonly canteenId: string
  readonly day: ShanghaiDay
  readonly slot: MealSlot
  readonly orders: number
  readonly price: number
  readonly toPay: number
  readonly subsidies: readonly SubsidyShare[]
  /** Diners whose account does not say what the order says, in fen. */
  readonly drift: readonly { readonly dinerId: string; readonly expected: number; readonly found: number }[]
  readonly order: string
}

/** How far the day's work of the canteen has come; `_id` is `canteen:<day>`. */
export interface CanteenRunDocument {
  readonly _id: string
  readonly day: ShanghaiDay
  /** Which part, and where it goes on. */
  readonly part: string
  readonly after: string
  readonly step: number
  readonly done: boolean
}
