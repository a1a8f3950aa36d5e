import { command as _ } from '../_kit/cloud'
import type { HouseholdDocument } from '../_kit/documents/community'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { changeOf as bookChangeOf, type Posting, postTo } from '../_kit/ledger/book.store'
import { pageSize } from '../_kit/page.rule'
import { type Change, table } from '../_kit/table'
import { sumsOf, yearOf } from './journal.rule'

/** A passbook nobody has written in. */
export const emptyPassbook = (household: {
  readonly _id: string
  readonly centreId: string
  readonly building: string
  readonly room: string
  readonly order: string
}): PassbookDocument => ({
  _id: household._id,
  centreId: household.centreId,
  building: household.building,
  room: household.room,
  state: 'open',
  successor: '',
  balance: 0,
  opening: 0,
  written: 0,
  journals: [],
  earnedIn: {},
  out: 0,
  units: {},
  bought: {},
  reversed: [],
  mayNotSpend: [],
  hidden: false,
  order: household.order,
})

/** Gives a household its passbook unless it has one. One request. */
export const openPassbook = (passbook: PassbookDocument): Promise<boolean> =>
  table('passbooks').claim(passbook)

export const passbookById = async (centreId: string, id: string): Promise<PassbookDocument | undefined> => {
  const passbook = await table('passbooks').get(id)
  return passbook?.centreId === centreId ? passbook : undefined
}

/** What posting to a passbook asks and changes besides. */
export interface PassbookPosting extends Posting {
  /** The year an earning (or its reversal) counts for; the journal's when absent. */
  readonly earnedYear?: string
}

/** What a journal changes in its passbook besides balance and lines: the sums that expiry stands on. */
const sumsChange = (journal: Journal, { changes, earnedYear }: PassbookPosting): Change => {
  const { earnedIn, out } = sumsOf(journal)
  return {
    ...(earnedIn !== 0 && { [`earnedIn.${earnedYear ?? yearOf(journal.day)}`]: _.inc(earnedIn) }),
    ...(out !== 0 && { out: _.inc(out) }),
    ...changes,
  }
}

/** What posting a journal changes in its passbook, for a transaction. */
export const changeOf = (journal: Journal, more: PassbookPosting = {}): Change =>
  bookChangeOf([journal], sumsChange(journal, more))

/**
 * Posts a journal to a passbook in one conditional update. Answers false, and nothing has happened, when the journal
 * is already there, the passbook is closed, the balance would go below zero, or one of `guards` fails.
 */
export const post = (
  centreId: string,
  passbookId: string,
  journal: Journal,
  more: PassbookPosting = {},
): Promise<boolean> =>
  postTo('passbooks', { _id: passbookId, centreId }, [journal], {
    guards: { ...(journal.amount < 0 && { balance: _.gte(-journal.amount) }), ...more.guards },
    changes: sumsChange(journal, more),
  })

/** A page of passbooks by door, without their lines. */
export const passbookPage = (
  centreId: string,
  building: string | undefined,
  after: string | undefined,
): Promise<PassbookDocument[]> =>
  table('passbooks').find(
    {
      centreId,
      ...(building !== undefined && { building }),
      ...(after !== undefined && { order: _.gt(after) }),
    },
    {
      order: [['order', 'asc']],
      limit: pageSize + 1,
      fields: { _id: true, building: true, room: true, balance: true, state: true, order: true },
    },
  )

/** Says whether a member may spend; a household without a passbook gets one. 1–2 requests. */
export const setMaySpendOf = async (
  household: HouseholdDocument,
  hasPassbook: boolean,
  residentId: string,
  maySpend: boolean,
): Promise<void> => {
  const mayNotSpend = maySpend ? [] : [residentId]
  if (!hasPassbook && (await openPassbook({ ...emptyPassbook(household), mayNotSpend }))) return
  await table('passbooks').update(
    { _id: household._id },
    { mayNotSpend: maySpend ? _.pull(residentId) : _.addToSet(residentId) },
  )
}

/** Says whether a household is shown on honour rolls, and takes it off those that are out. 2–3 requests. */
export const setHiddenOf = async (
  household: HouseholdDocument,
  hasPassbook: boolean,
  hidden: boolean,
): Promise<void> => {
  const made = !hasPassbook && (await openPassbook({ ...emptyPassbook(household), hidden }))
  if (!made) await table('passbooks').update({ _id: household._id }, { hidden })
  if (!hidden) return
  await table('honourRolls').update(
    { centreId: household.centreId },
    { rows: _.pull({ passbookId: household._id }) },
  )
}
