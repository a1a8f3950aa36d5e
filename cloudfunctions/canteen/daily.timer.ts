import { type Instant, minutesOfDay, type ShanghaiDay, shanghaiDay } from '../../types/common/time'
import type { CanteenRunDocument, MealAccountDocument, MealBillDocument } from '../_kit/documents/canteen'
import { balances, monthToPutAway, proven } from '../_kit/ledger/book.rule'
import { putAway } from '../_kit/ledger/book.store'
import { type NoticeToSend, tell } from '../_kit/notices'
import { holdersOf, membersOf } from '../community/community.door'
import { billOf, monthBefore } from './bill.rule'
import { afterMenu, atAccounts, atMenus, beginsAt, billedMonth } from './daily.rule'
import {
  accountsAfter,
  advance,
  chunkSize,
  dinersOf,
  putAwayLines,
  runOf,
  type TendedDiner,
  writeBills,
} from './daily.store'
import { nextCanteen, nextMenu, reconcile, settle, writeReconciliation } from './settlement.store'
import { accountDriftNotices, billNotices, deliveryEndNotices, endsSoon, menuDriftNotices } from './told.rule'

/** A tick has twenty seconds, and other work besides; whatever is left goes on in the next. */
const patience = 8_000

/** One menu that is over: settled, reconciled, and its drift told before the run goes on. */
const menuStep = async (run: CanteenRunDocument, today: ShanghaiDay, now: Instant) => {
  const { canteenId, order } = atMenus(run)
  const menu = canteenId === '' ? undefined : await nextMenu(canteenId, order, today)
  if (!menu) {
    const next = await nextCanteen(canteenId)
    return next === undefined ? atAccounts(run) : afterMenu(run, { canteenId: next })
  }
  const summary = await settle(menu)
  const drift = await reconcile(menu)
  await writeReconciliation(menu, summary, drift)
  if (drift.length > 0) {
    const auditors = await holdersOf(menu.centreId, 'meal.audit')
    await tell(menuDriftNotices(auditors, { ...menu, drift }), now)
  }
  return afterMenu(run, menu)
}

/** Everybody who orders for a diner as family: bound to them, or of their household. */
const familiesOf = async (diners: readonly TendedDiner[]) => {
  const households = diners.map(({ householdId }) => householdId).filter((id) => id !== '')
  const members = households.length === 0 ? [] : await membersOf([...new Set(households)])
  return (diner: TendedDiner | undefined): readonly string[] => {
    if (!diner) return []
    const home = members.filter(({ householdId }) => householdId === diner.householdId)
    return [...new Set([...diner.family.map(({ who }) => who), ...home.map(({ _id }) => _id)])]
  }
}

/** The bills of some accounts for the month before. */
const makeBills = async (
  accounts: readonly MealAccountDocument[],
  month: string,
): Promise<readonly MealBillDocument[]> => {
  const ids = accounts.map(({ _id }) => _id)
  // menus are published some weeks ahead, so a meal's line stands in its month or one of the two before
  const [before, earlier] = [monthBefore(month), monthBefore(monthBefore(month))]
  const lines = await putAwayLines(ids, [month, before, earlier])
  const bills = accounts.flatMap((account) => billOf(account, lines.get(account._id) ?? [], month) ?? [])
  await writeBills(bills)
  return bills
}

const isProven = (account: MealAccountDocument): boolean =>
  account.journals.every(balances) && proven(account) === account.balance

const driftNotices = async (
  accounts: readonly MealAccountDocument[],
  today: ShanghaiDay,
): Promise<readonly NoticeToSend[]> => {
  const wrong = accounts.filter((account) => !isProven(account))
  const notices: NoticeToSend[] = []
  for (const centreId of new Set(wrong.map((account) => account.centreId))) {
    const count = wrong.filter((account) => account.centreId === centreId).length
    const auditors = await holdersOf(centreId, 'meal.audit')
    notices.push(...accountDriftNotices(auditors, centreId, count, today))
  }
  return notices
}

const endNotices = async (
  diners: readonly TendedDiner[],
  familyOf: (diner: TendedDiner) => readonly string[],
  today: ShanghaiDay,
): Promise<readonly NoticeToSend[]> => {
  const ending = diners.filter((diner) => diner.state === 'approved' && endsSoon(diner, today))
  const staff = new Map<string, readonly string[]>()
  for (const centreId of new Set(ending.map((diner) => diner.centreId))) {
    staff.set(centreId, await holdersOf(centreId, 'diner.manage'))
  }
  return ending.flatMap((diner) =>
    deliveryEndNotices(diner, familyOf(diner), staff.get(diner.centreId) ?? []),
  )
}

/** Some accounts: bills of the month that is over, finished months put away, what has to be told. */
const accountStep = async (run: CanteenRunDocument, today: ShanghaiDay, now: Instant) => {
  const accounts = await accountsAfter(run.after)
  const last = accounts.at(-1)
  if (!last) return { ...run, done: true }
  const month = billedMonth(today)
  const bills = month === undefined ? [] : await makeBills(accounts, month)
  const diners = await dinersOf(accounts.map(({ _id }) => _id))
  const familyOf = await familiesOf(diners)
  const dinerOfBill = new Map(diners.map((diner) => [diner._id, diner]))
  await tell(
    [
      ...bills.flatMap((bill) => billNotices(bill, familyOf(dinerOfBill.get(bill.dinerId)))),
      ...(await endNotices(diners, familyOf, today)),
      ...(await driftNotices(accounts, today)),
    ],
    now,
  )
  for (const account of accounts) {
    const finished = monthToPutAway(account, today)
    if (finished) await putAway('mealAccounts', account, finished)
  }
  return { ...run, after: last._id, done: accounts.length < chunkSize }
}

/**
 * The daily work, once per day in China and continued over as many ticks as it takes: the menus of the last days are
 * settled and held against the accounts, bills of a month that is over are made and told, finished months put away.
 */
export const workThroughDay = async (now: Instant): Promise<void> => {
  if (minutesOfDay(now) < beginsAt) return
  const began = performance.now()
  const today = shanghaiDay(now)
  let run = await runOf(today)
  while (run && !run.done && performance.now() - began < patience) {
    const step = run.part === 'menus' ? menuStep : accountStep
    const next: CanteenRunDocument = await step(run, today, now)
    if (!(await advance(run, next))) return // another timer goes on
    run = { ...next, step: run.step + 1 }
  }
}
