import { command as _ } from '../_kit/cloud'
import type { HouseholdDocument } from '../_kit/documents/community'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { type Change, table, type Where } from '../_kit/table'
import { sumsOf, yearOf } from './journal.rule'

/** The most journals a passbook keeps before the timer must have put a month away. */
const mostJournals = 600

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

/** What a posting asks of the passbook and changes in it besides. */
export interface Posting {
  readonly guards?: Where
  readonly changes?: Change
  /** The year an earning (or its reversal) counts for; the journal's when absent. */
  readonly earnedYear?: string
}

/** What posting a journal changes in its passbook. */
export const changeOf = (journal: Journal, more: Posting = {}): Change => {
  const { earnedIn, out } = sumsOf(journal)
  return {
    balance: _.inc(journal.points),
    written: _.inc(1),
    journals: _.push([journal]),
    ...(earnedIn !== 0 && { [`earnedIn.${more.earnedYear ?? yearOf(journal.day)}`]: _.inc(earnedIn) }),
    ...(out !== 0 && { out: _.inc(out) }),
    ...more.changes,
  }
}

/**
 * Posts a journal: moves the balance and writes the line in one conditional update, so that there is nothing between
 * them to die in. Answers false, and nothing has happened, when the journal is already there, the passbook is closed,
 * the balance would go below zero, or one of `guards` fails.
 */
export const post = async (
  centreId: string,
  passbookId: string,
  journal: Journal,
  more: Posting = {},
): Promise<boolean> => {
  const updated = await table('passbooks').update(
    {
      _id: passbookId,
      centreId,
      state: 'open',
      'journals.id': _.neq(journal.id),
      [`journals.${mostJournals - 1}`]: _.exists(false),
      ...(journal.points < 0 && { balance: _.gte(-journal.points) }),
      ...more.guards,
    },
    changeOf(journal, more),
  )
  return updated === 1
}

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
