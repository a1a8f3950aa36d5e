import type { PendingOrder } from '../_kit/documents/canteen'
import { isRefused } from '../_kit/refusal'
import { type Circumstances, carry, carryOn, type OnItsWay } from './carrying.store'
import {
  affordable,
  costOf,
  decideWish,
  type Ordering,
  orderIdOf,
  orderOf,
  paidBefore,
  type SeenMenu,
  type Wish,
} from './order.rule'
import { type Code, type PickResult, placedResult, refusedResult, told, wasHere } from './pick-result.rule'
import { type PayingAccount, pay, payingAccount } from './placing.store'

/** A wish with the menu it is for, as far as it was found. */
export interface Wanted extends Wish {
  readonly menuId: string
  readonly menu: SeenMenu | undefined
}

/** Whose orders are placed, who places them and how. */
export interface Placement extends Circumstances {
  readonly account: PayingAccount | undefined
  readonly ordering: Ordering
  readonly wanted: readonly Wanted[]
}

/** What became of each wish, in their order. */
export interface Placed {
  readonly results: readonly PickResult[]
  /** As this run saw it, fen. */
  readonly balance: number
  /** Whether the account's lines tell all of it, so that a repeat of the request finds it there. */
  readonly isRecorded: boolean
}

/** A function is ended after 20 s; whoever has been at an order for longer is dead. */
const runsAtMost = 25_000
const pause = 150
/** How often a run looks whether another run of the same request is through: for about 8 s. */
const looks = 50
/** An account may change under a run; each try sees it anew. */
const tries = 4

const ofRequest = (account: PayingAccount, requestKey: string): readonly PendingOrder[] =>
  account.pending.filter(({ order }) => order.requestKey === requestKey)

const ask = (placement: Placement, { menuId, menu, ...wish }: Wanted): PickResult => {
  const decided = decideWish(menu, wish, placement.whose, placement.leave)
  return refusedResult(menuId, isRefused(decided) ? decided.refused : 'COMMON.BUSY')
}

/** The same request was here before: waits until that run is through, or goes on for it, and tells what came of it. */
const join = async (placement: Placement, first: PayingAccount): Promise<Placed> => {
  const { ordering, leave, wanted, whose } = placement
  const { requestKey } = ordering
  let account = first
  for (let look = 0; look < looks; look += 1) {
    const pending = ofRequest(account, requestKey)
    if (pending.length === 0) {
      const results = wanted.map(({ menuId }) =>
        told(account, menuId, orderIdOf(requestKey, menuId, whose.diner._id)),
      )
      return {
        results: wanted.map((one, at) => results[at] ?? ask(placement, one)),
        balance: account.balance,
        isRecorded: results.every((result) => result !== undefined),
      }
    }
    if (pending.every(({ at }) => at < leave.now - runsAtMost)) await carryOn(placement, account, pending)
    else await new Promise((done) => setTimeout(done, pause))
    account = (await payingAccount(account._id)) ?? account
  }
  const results = wanted.map(({ menuId }) => refusedResult(menuId, 'COMMON.BUSY'))
  return { results, balance: account.balance, isRecorded: true }
}

/**
 * 订餐: decides each wish, has the account pay for all that can stand, puts each on its menu and settles; what a menu
 * did not take is paid back. One wish is three requests. The same request, however often and at once, orders once.
 */
export const place = async (placement: Placement): Promise<Placed> => {
  const { whose, ordering, leave, wanted } = placement
  const { requestKey } = ordering
  let { account } = placement
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (account && wasHere(account, requestKey)) return join(placement, account)
    const results: PickResult[] = []
    const decided: OnItsWay[] = []
    for (const { menuId, menu, ...wish } of wanted) {
      const isTwice = results.some((result) => result.menuId === menuId)
      const decision = decideWish(menu, wish, whose, leave)
      if (isTwice) results.push(refusedResult(menuId, 'CANTEEN.ALREADY_ORDERED'))
      else if (isRefused(decision)) results.push(refusedResult(menuId, decision.refused))
      else if ('stands' in decision) results.push(placedResult(menuId, decision.stands.toPay))
      else if (menu) {
        const order = orderOf(menu, { ...decision, delivery: wish.delivery }, whose, ordering)
        decided.push({ order, replaces: decision.replaces, menu })
        results.push(placedResult(menuId, order.toPay))
      }
    }
    const payable = account?.state === 'open' ? affordable(decided, account) : []
    const short = decided.filter((placing) => !payable.includes(placing)).map(({ menu }) => menu._id)
    const isPaid = payable.length > 0 && account && (await pay(account, payable, requestKey, leave.now))
    if (account && isPaid) {
      const refusals = await carry(placement, account, payable, leave.now)
      const codeOf = (menuId: string): Code | undefined =>
        refusals.get(orderIdOf(requestKey, menuId, whose.diner._id)) ??
        (short.includes(menuId) ? 'CANTEEN.NO_CREDIT' : undefined)
      const final = results.map((result) => {
        const code = result.state === 'placed' ? codeOf(result.menuId) : undefined
        return code ? refusedResult(result.menuId, code) : result
      })
      const stands = payable.filter(({ order }) => !refusals.has(order.id))
      const cost = costOf(stands.flatMap(paidBefore))
      return { results: final, balance: account.balance - cost, isRecorded: payable.length === wanted.length }
    }
    if (payable.length === 0) {
      const final = results.map((result) =>
        result.state === 'placed' && short.includes(result.menuId)
          ? refusedResult(result.menuId, 'CANTEEN.NO_CREDIT')
          : result,
      )
      return { results: final, balance: account?.balance ?? 0, isRecorded: false }
    }
    account = await payingAccount(whose.diner._id)
  }
  const results = wanted.map(({ menuId }) => refusedResult(menuId, 'COMMON.BUSY'))
  return { results, balance: account?.balance ?? 0, isRecorded: true }
}
