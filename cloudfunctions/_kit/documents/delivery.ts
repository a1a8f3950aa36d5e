import type { Instant, ShanghaiDay } from '../../../types/common/time'
import type { MealSlot } from '../../../types/common/words'

/** 送餐路线 of one menu. Ticks are only ever added; the newest of a stop counts. */
export interface RouteDocument {
  readonly _id: string
  readonly centreId: string
  readonly canteenId: string
  readonly menuId: string
  readonly day: ShanghaiDay
  readonly slot: MealSlot
  readonly no: number
  readonly title: string
  readonly state: 'open' | 'taken' | 'done'
  /** Openid; empty while open. */
  readonly courier: string
  readonly courierMasked: string
  /** The courier's household and its centre when the route was taken; empty while open. */
  readonly courierHouseholdId: string
  readonly courierHomeId: string
  /** Couriers who gave it up, and when: what they ticked before still counts. */
  readonly former: readonly { readonly who: string; readonly until: Instant; readonly requestKey: string }[]
  readonly servedTo: Instant
  readonly stops: readonly {
    readonly dinerId: string
    readonly orderId: string
    readonly homeId: string
    readonly nameMasked: string
    readonly building: string
    readonly room: string
    readonly meal: string
    readonly diet: string
    readonly note: string
  }[]
  readonly ticks: readonly {
    readonly key: string
    readonly dinerId: string
    readonly outcome: 'delivered' | 'noAnswer' | 'wrong' | 'refused'
    readonly at: Instant
    readonly receivedAt: Instant
    readonly by: string
    readonly byMasked: string
    /** Who carried it, also where the staff ticked for them; empty on a route nobody had taken. */
    readonly courier: string
    readonly courierMasked: string
    /** The courier's household and its centre when it happened, for the points. */
    readonly householdId: string
    readonly homeId: string
    readonly note: string
  }[]
  /** What couriers are owed for stops delivered: each line is written before it is posted, and never changed. */
  readonly credits: readonly {
    readonly courier: string
    readonly courierMasked: string
    readonly householdId: string
    readonly homeId: string
    readonly stops: number
    readonly points: number
  }[]
  /** Counts every change, so that who writes has seen all of them. */
  readonly changes: number
  /** False from a tick `delivered` until everybody's points are posted. */
  readonly settled: boolean
  /** Begins with the moment the meal is over. */
  readonly order: string
}

/** 没人应门: stays open until somebody writes down that the elder is well. `_id` is made of the order. */
export interface WelfareCheckDocument {
  readonly _id: string
  readonly centreId: string
  readonly canteenId: string
  readonly dinerId: string
  readonly homeId: string
  readonly nameMasked: string
  readonly building: string
  readonly room: string
  readonly raisedAt: Instant
  readonly by: string
  readonly byMasked: string
  readonly to: string
  readonly toMasked: string
  readonly state: 'open' | 'answered'
  readonly notes: readonly {
    readonly key: string
    readonly at: Instant
    readonly by: string
    readonly byMasked: string
    readonly text: string
  }[]
  readonly finding: '' | 'well' | 'helped' | 'away'
  readonly answeredIn: string
  readonly reminders: number
  readonly remindAt: Instant
  readonly order: string
}
