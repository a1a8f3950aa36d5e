import type { canteenContract } from '../../types/canteen.contract'
import type { InputOf } from '../../types/common/contract'
import { shanghaiDay } from '../../types/common/time'
import type { Ask } from '../_kit/ask'
import { idOf } from '../_kit/ids'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { mealStatement } from './account.rule'
import { accountAlong, emptyAccount, loadAccount } from './account.store'
import { isOwnDiner } from './diner.rule'
import { dinerAlong, dinerOf } from './diner.store'
import { ordersAs } from './family.rule'
import { type Handling, tillJournal } from './meal-journal.rule'
import { bookIn, bookOut, bookReversal } from './till.store'

type Canteen = typeof canteenContract

const handlingOf = (ask: Ask): Handling => ({
  at: ask.now,
  by: ask.caller.openid,
  byMasked: ask.caller.resident?.nameMasked ?? '',
  requestKey: ask.requestKey,
})

/** A month of a diner's account, for family. Who is not approved yet has an account nobody has booked in. */
export const account: Action<Canteen, 'account'> = along(
  ({ dinerId }) => [dinerAlong(dinerId)],
  async ({ centreId, dinerId, ...input }, ask) => {
    const diner = dinerOf(ask, centreId)
    if (!diner || !ordersAs(ask.caller.resident, diner)) return refuse('CANTEEN.NOT_YOURS')
    const today = shanghaiDay(ask.now)
    const month = input.month ?? today.slice(0, 7)
    const facts = await loadAccount(centreId, dinerId, month)
    const empty = { book: emptyAccount(diner), page: undefined, pages: [] }
    return { data: mealStatement(facts ?? empty, month, today) }
  },
)

/** A month of a diner's account, for the staff. */
export const accountOfStaff: Action<Canteen, 'accountOfStaff'> = async (
  { centreId, dinerId, ...input },
  ask,
) => {
  const today = shanghaiDay(ask.now)
  const month = input.month ?? today.slice(0, 7)
  const facts = await loadAccount(centreId, dinerId, month)
  return facts ? { data: mealStatement(facts, month, today) } : refuse('COMMON.NOT_FOUND')
}

type TillInput = InputOf<Canteen, 'topUp'> | InputOf<Canteen, 'payOut'>

/** Money through the till, once per request; `sign` −1 pays out. */
const tillJournalOf = ({ centreId, dinerId, fen, note }: TillInput, sign: 1 | -1, ask: Ask) => {
  const reason = [sign > 0 ? '交来餐费' : '退回余额', note].filter((part) => part !== '').join(':')
  const id = idOf('till', ask.requestKey)
  return tillJournal(id, { _id: dinerId, centreId }, sign * fen, reason, handlingOf(ask))
}

/** Why somebody does not book for a diner: it is their own family's money; undefined when they may. */
const whyNotBooked = (
  ask: Ask,
  centreId: string,
): 'CANTEEN.NO_ACCOUNT' | 'CANTEEN.OWN_AFFAIR' | undefined => {
  const diner = dinerOf(ask, centreId)
  if (!diner) return 'CANTEEN.NO_ACCOUNT'
  return isOwnDiner(ask.caller.resident, diner) ? 'CANTEEN.OWN_AFFAIR' : undefined
}

/** 收钱: books what a diner or the family paid in. */
export const topUp: Action<Canteen, 'topUp'> = along(
  ({ dinerId }) => [dinerAlong(dinerId)],
  async (input, ask) => {
    const why = whyNotBooked(ask, input.centreId)
    if (why) return refuse(why)
    const { centreId, dinerId: _id } = input
    const booked = await bookIn({ _id, centreId }, tillJournalOf(input, 1, ask))
    return isRefused(booked) ? booked : { data: booked, target: _id }
  },
)

/** 退钱: pays out what is left on an account, and no more. */
export const payOut: Action<Canteen, 'payOut'> = along(
  ({ dinerId }) => [dinerAlong(dinerId)],
  async (input, ask) => {
    const why = whyNotBooked(ask, input.centreId)
    if (why) return refuse(why)
    const { centreId, dinerId: _id } = input
    const booked = await bookOut({ _id, centreId }, tillJournalOf(input, -1, ask))
    return isRefused(booked) ? booked : { data: booked, target: _id }
  },
)

/** 冲正: undoes a line of the till that was booked wrongly; the line itself stays. */
export const reverseTopUp: Action<Canteen, 'reverseTopUp'> = along(
  ({ dinerId }) => [dinerAlong(dinerId), accountAlong(dinerId)],
  async ({ centreId, journalId, reason }, ask) => {
    const why = whyNotBooked(ask, centreId)
    if (why) return refuse(why)
    const found = ask.rows.mealAccounts
    if (!found) return refuse('CANTEEN.NO_ACCOUNT')
    const booked = await bookReversal(found, journalId, reason, handlingOf(ask))
    return isRefused(booked) ? booked : { data: booked, target: `${found._id} ${journalId}` }
  },
)
