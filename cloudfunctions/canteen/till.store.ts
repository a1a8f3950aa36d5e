import { command as _ } from '../_kit/cloud'
import type { MealAccountDocument, MealJournal } from '../_kit/documents/canteen'
import { journalIn, postTo } from '../_kit/ledger/book.store'
import { type Refused, refuse } from '../_kit/refusal'
import { balanceAfter, isOfTill, whyNotPaidOut, whyNotReversed } from './account.rule'
import { accountById } from './account.store'
import { type Handling, reversalOf } from './meal-journal.rule'

type AccountId = Pick<MealAccountDocument, '_id' | 'centreId'>

/** What booking money came to: the balance after the line, or why there is no line. */
type Booked<Code extends string> = { readonly balance: number } | Refused<Code>

/**
 * Reads an account again after a line was posted, or was not: the line that stands answers, whoever posted it, so
 * that a repeated request is answered as before. One request.
 */
const afterwards = async <Code extends string>(
  { _id, centreId }: AccountId,
  journal: Pick<MealJournal, 'id' | 'requestKey'>,
  whyNot: (account: MealAccountDocument | undefined) => Code | undefined,
): Promise<Booked<Code>> => {
  const account = await accountById(centreId, _id)
  const standing = account?.journals.find(({ id }) => id === journal.id)
  if (account && standing?.requestKey === journal.requestKey) {
    return { balance: balanceAfter(account, journal.id) }
  }
  const why = whyNot(account)
  return why ? refuse(why) : refuse('COMMON.BUSY')
}

/** Books money into an account. 2 requests. */
export const bookIn = async (
  account: AccountId,
  journal: MealJournal,
): Promise<Booked<'CANTEEN.NO_ACCOUNT'>> => {
  await postTo('mealAccounts', account, [journal])
  return afterwards(account, journal, (found) => (found?.state === 'open' ? undefined : 'CANTEEN.NO_ACCOUNT'))
}

/** Books money out of an account; it never goes below zero by that. 2 requests. */
export const bookOut = async (
  account: AccountId,
  journal: MealJournal,
): Promise<Booked<'CANTEEN.NO_ACCOUNT' | 'CANTEEN.NOT_ENOUGH'>> => {
  await postTo('mealAccounts', account, [journal], { guards: { balance: _.gte(-journal.amount) } })
  return afterwards(account, journal, (found) => whyNotPaidOut(found, -journal.amount))
}

/**
 * Undoes a line of the till once: balance, line and the mark that it is undone in one conditional update, so that of
 * two reversals one happens. 2–3 requests.
 */
export const bookReversal = async (
  account: MealAccountDocument,
  journalId: string,
  reason: string,
  handling: Handling,
): Promise<Booked<NonNullable<ReturnType<typeof whyNotReversed>>>> => {
  const original = await journalIn<MealJournal>('mealAccounts', account, journalId)
  if (!original) return refuse('COMMON.NOT_FOUND')
  if (!isOfTill(original)) return refuse('CANTEEN.NOT_REVERSIBLE')
  const reversal = reversalOf(original, reason, handling)
  await postTo('mealAccounts', account, [reversal], {
    guards: {
      reversed: _.neq(journalId),
      owesUpTo: account.owesUpTo,
      balance: _.gte(original.amount - account.owesUpTo),
    },
    changes: { reversed: _.addToSet(journalId) },
  })
  return afterwards(account, reversal, (found) => whyNotReversed(found, original))
}
