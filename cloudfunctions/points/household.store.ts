import { command as _ } from '../_kit/cloud'
import type { HouseholdDocument } from '../_kit/documents/community'
import type { PassbookDocument } from '../_kit/documents/points'
import { list, table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import type { Lot } from './expiry.rule'
import type { KnownRedemption, Transfer } from './household.rule'
import { emptyPassbook } from './passbook.store'

/** How many of a household's redemptions are looked at: those under way are among the newest. */
const newestRedemptions = 100

/** A passbook with what was redeemed from it lately, read before it is closed. One request. */
export const withRedemptions = async (
  centreId: string,
  passbookId: string,
): Promise<{ readonly passbook?: PassbookDocument; readonly redemptions: readonly KnownRedemption[] }> => {
  const [found] = await list<PassbookDocument & { redemptions: KnownRedemption[] }>(
    table('passbooks')
      .aggregate()
      .match({ _id: passbookId, centreId })
      .limit(1)
      .lookup({
        from: 'redemptions',
        pipeline: [
          { $match: { passbookId } },
          { $sort: { order: -1 } },
          { $limit: newestRedemptions },
          { $project: { state: 1, settled: 1 } },
        ],
        as: 'redemptions',
      }),
  )
  if (!found) return { redemptions: [] }
  const { redemptions, ...passbook } = found
  return { passbook, redemptions }
}

/** A household's passbook within a transaction, made there when it has none yet. */
export const passbookForUpdate = async (
  transaction: Transaction,
  household: HouseholdDocument,
): Promise<{ readonly passbook: PassbookDocument; readonly begins: boolean }> => {
  const passbook = await transaction.get('passbooks', household._id)
  return passbook ? { passbook, begins: false } : { passbook: emptyPassbook(household), begins: true }
}

const counted = (name: 'units' | 'bought' | 'earnedIn', counters: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(counters).map(([key, count]) => [`${name}.${key}`, _.inc(count)] as const),
  )

const lotsMoved = (lots: readonly Lot[], sign: 1 | -1) =>
  counted('earnedIn', Object.fromEntries(lots.map(({ year, points }) => [year, sign * points])))

const together = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])]

const written = (journal: Transfer['given'] | undefined) =>
  journal && { journals: _.push([journal]), written: _.inc(1), balance: _.inc(journal.amount) }

/** Closes one passbook into another: the sums move as a whole, counters add up, who may not spend still may not. */
export const writeMerge = async (
  transaction: Transaction,
  from: PassbookDocument,
  into: PassbookDocument,
  transfer: Transfer | undefined,
): Promise<void> => {
  await transaction.update('passbooks', from._id, {
    ...written(transfer?.given),
    state: 'closed',
    successor: into._id,
    earnedIn: _.set({}),
    out: 0,
  })
  await transaction.update('passbooks', into._id, {
    ...written(transfer?.taken),
    ...counted('earnedIn', from.earnedIn),
    ...counted('units', from.units),
    ...counted('bought', from.bought),
    mayNotSpend: together(into.mayNotSpend, from.mayNotSpend),
    out: _.inc(from.out),
  })
}

/** Moves points from one passbook to another, years and all. */
export const writeSplit = async (
  transaction: Transaction,
  from: PassbookDocument,
  into: PassbookDocument,
  moved: { readonly transfer: Transfer | undefined; readonly lots: readonly Lot[] },
  barred: readonly string[],
): Promise<void> => {
  if (moved.transfer) {
    await transaction.update('passbooks', from._id, {
      ...written(moved.transfer.given),
      ...lotsMoved(moved.lots, -1),
    })
  }
  await transaction.update('passbooks', into._id, {
    ...written(moved.transfer?.taken),
    ...lotsMoved(moved.lots, 1),
    mayNotSpend: together(into.mayNotSpend, barred),
  })
}
