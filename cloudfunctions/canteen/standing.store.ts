import { lineOf } from '../../types/common/line'
import type { Instant, ShanghaiDay } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type {
  CanteenDocument,
  DinerDocument,
  StandingOrderDocument,
  SubsidyRuleDocument,
} from '../_kit/documents/canteen'
import { list, table } from '../_kit/table'
import { type MenuHead, orderRange } from './menu.rule'
import { headFields, type PayingAccount } from './placing.store'

/** Marks a menu whose standing orders are all worked through; sorts behind every order. */
export const allDone = '~'

/** More versions than the centres of a district are ever expected to have. */
const mostVersions = 1000
/** Sixty days of at most three menus. */
const mostMenus = 200

/** Look-up of a diner's standing order, to bring along with the caller. */
export const standingAlong = (dinerId: string) => ({ from: 'standingOrders' as const, id: dinerId })

export const canteenById = (canteenId: string): Promise<CanteenDocument | undefined> =>
  table('canteens').get(canteenId)

/** Writes a diner's standing order, over the one that was seen if there was one. One request. */
export const writeStanding = async (
  standing: StandingOrderDocument,
  seen: StandingOrderDocument | undefined,
): Promise<boolean> => {
  if (!seen) return table('standingOrders').claim(standing)
  const { _id, pauses: _pauses, ...facts } = standing
  return (await table('standingOrders').update({ _id }, facts)) === 1
}

export const removeStanding = async (dinerId: string): Promise<void> => {
  await table('standingOrders').remove({ _id: dinerId })
}

/** Writes pauses, unless somebody else changed them since they were seen. */
export const writePauses = async (
  { _id, pauses }: Pick<StandingOrderDocument, '_id' | 'pauses'>,
  next: StandingOrderDocument['pauses'],
): Promise<boolean> =>
  (await table('standingOrders').update({ _id, pauses: _.eq([...pauses]) }, { pauses: next })) === 1

export const standingById = (dinerId: string): Promise<StandingOrderDocument | undefined> =>
  table('standingOrders').get(dinerId)

/** Standing orders of some diners. One request. */
export const standingOf = (dinerIds: readonly string[]): Promise<StandingOrderDocument[]> =>
  table('standingOrders').find({ _id: _.in([...dinerIds]) }, { limit: Math.max(1, dinerIds.length) })

/** Menus of a canteen from one day to another with what a diner has on them. One request. */
export const menusOfDays = (canteenId: string, from: ShanghaiDay, to: ShanghaiDay, dinerId: string) => {
  const { first, beyond } = orderRange(from, to)
  const fields = [...headFields, 'refunds', `orders.${dinerId}`]
  return table('menus').find(
    { canteenId, order: _.and([_.gte(first), _.lt(beyond)]) },
    { limit: mostMenus, fields: Object.fromEntries(fields.map((field) => [field, true])) },
  )
}

/**
 * Has the timer work through a canteen's menus again, because a standing order changed. The mark sorts before every
 * standing order and is new each time, so that a timer that is at it notices. One request.
 */
export const lookAgain = async (canteenId: string, now: Instant): Promise<void> => {
  await table('menus').update(
    { canteenId, state: 'published', cutoffAt: _.gt(now) },
    { standingAfter: `!${now.toString(36)}` },
  )
}

/** A menu with how far its standing orders are worked through. */
export type MenuToWorkThrough = MenuHead & { readonly standingAfter: string }

/** Menus with standing orders to work through, before their cut-off and until a day, soonest first. One request. */
export const menusForStanding = (
  now: Instant,
  until: Instant,
  lastDay: ShanghaiDay,
  limit: number,
): Promise<MenuToWorkThrough[]> =>
  table('menus').find(
    {
      state: 'published',
      cutoffAt: _.and([_.gt(now), _.lt(until)]),
      day: _.lte(lastDay),
      standingAfter: _.neq(allDone),
    },
    {
      order: [['cutoffAt', 'asc']],
      limit,
      fields: Object.fromEntries([...headFields, 'standingAfter'].map((field) => [field, true])),
    },
  )

/** Standing orders of a canteen behind a cursor, in order. One request. */
export const standingPage = (
  canteenId: string,
  after: string,
  limit: number,
): Promise<StandingOrderDocument[]> =>
  table('standingOrders').find({ canteenId, order: _.gt(after) }, { order: [['order', 'asc']], limit })

/** Some diners with their accounts. One request. */
export const dinersWithAccounts = (
  dinerIds: readonly string[],
): Promise<(DinerDocument & { readonly accounts: readonly PayingAccount[] })[]> =>
  list(
    table('diners')
      .aggregate()
      .match({ _id: _.in([...dinerIds]) })
      .limit(Math.max(1, dinerIds.length))
      .lookup({ from: 'mealAccounts', localField: '_id', foreignField: '_id', as: 'accounts' })
      .project({ 'accounts.journals.entries': 0, 'accounts.reversed': 0 }),
  )

/** All versions of the subsidy rule that reach some centres. One request. */
export const rulesReaching = (centreIds: readonly string[]): Promise<SubsidyRuleDocument[]> =>
  table('subsidyRules').find(
    { centreId: _.in([...new Set(centreIds.flatMap(lineOf))]) },
    { order: [['startsOn', 'desc']], limit: mostVersions },
  )

/** Moves a menu's cursor; false when it is no longer where it was seen. */
export const moveOn = async (menuId: string, from: string, to: string): Promise<boolean> =>
  (await table('menus').update({ _id: menuId, standingAfter: from }, { standingAfter: to })) === 1
