import { addDays, type ShanghaiDay } from '../../types/common/time'
import type { CanteenRunDocument } from '../_kit/documents/canteen'
import { monthBefore } from './bill.rule'

/** The daily work begins this many minutes past midnight, when what was asked before midnight is written. */
export const beginsAt = 10

/** Menus are held against the accounts for a week: what was wrongly delivered is often reported days later. */
const daysHeld = 7
/** A menu that was not settled, because the timer stood still, still is within this many days. */
const daysLookedAt = 31

/** Bills are made on the first of a month; should the timer have stood still, on one of the next days. */
const lastBillDay = 5

export const runIdOf = (day: ShanghaiDay): string => `canteen:${day}`

/** Where in the menus a run is: the canteen, and the `order` of its last menu. */
export interface AtMenus {
  readonly canteenId: string
  readonly order: string
}

/** A run goes through menus, then through accounts. */
export const newRun = (day: ShanghaiDay): CanteenRunDocument => ({
  _id: runIdOf(day),
  day,
  part: 'menus',
  after: ' ',
  step: 0,
  done: false,
})

/** Reads where in the menus a run is. */
export const atMenus = ({ after }: Pick<CanteenRunDocument, 'after'>): AtMenus => {
  const [canteenId = '', order = ''] = after.split(' ')
  return { canteenId, order }
}

/** The run after a menu, or at the beginning of its next canteen. */
export const afterMenu = (
  run: CanteenRunDocument,
  { canteenId, order = addDays(run.day, -daysLookedAt) }: { canteenId: string; order?: string },
): CanteenRunDocument => ({ ...run, after: `${canteenId} ${order}` })

/** The first day whose menus are looked at again although they are settled. */
export const heldFrom = (today: ShanghaiDay): ShanghaiDay => addDays(today, -daysHeld)

/** The run when all menus are done. */
export const atAccounts = (run: CanteenRunDocument): CanteenRunDocument => ({
  ...run,
  part: 'accounts',
  after: '',
})

/** The month (`YYYY-MM`) bills are made for on a day; undefined when none are. */
export const billedMonth = (today: ShanghaiDay): string | undefined =>
  Number(today.slice(8)) <= lastBillDay ? monthBefore(today.slice(0, 7)) : undefined
