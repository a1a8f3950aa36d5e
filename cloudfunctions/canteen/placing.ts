import type { Instant } from '../../types/common/time'
import type { PendingOrder } from '../_kit/documents/canteen'
import { isRefused } from '../_kit/refusal'
import {
  affordable,
  costOf,
  type DinerFacts,
  decideWish,
  hasStood,
  type Leave,
  type Ordering,
  orderIdOf,
  orderOf,
  type Placing,
  paidBefore,
  type SeenMenu,
  type Wish,
} from './order.rule'
import { type Code, type PickResult, placedResult, refusedResult, told, wasHere } from './pick-result.rule'
import {
  type PayingAccount,
  pay,
  payingAccount,
  putOnMenu,
  type Returned,
  seenMenus,
  settleOrders,
  takePendingOver,
} from './placing.store'
import { stopOf } from './route.rule'
import { addStop } from './route.store'

/** A wish with the menu it is for, as far as it was found. */
export interface Wanted extends Wish {
  readonly menuId: string
  readonly menu: SeenMenu | undefined
}

/** Whose orders are placed, who places them and how. */
export interface Placement {
  readonly whose: DinerFacts
  readonly account: PayingAccount | undefined
  readonly ordering: Ordering
  readonly leave: Leave
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
/** A menu or an account may change under a run; each try sees it anew. */
const tries = 4

/** An order on its way, with the menu as it was seen. */
type OnItsWay = Placing & { readonly menu: SeenMenu }

/** A late order that is carried upstairs gets its stop on a route. Harmless when done twice. */
export const arrange = async ({ menu, order }: OnItsWay): Promise<void> => {
  if (order.lateBecause !== '' && order.delivery) await addStop(menu, stopOf(order))
}

/** Puts an order on its menu; answers why it cannot stand there, or undefined when it does. */
const put = async (
  placing: OnItsWay,
  { whose, leave }: Pick<Placement, 'whose' | 'leave'>,
): Promise<Code | undefined> => {
  const { order, replaces } = placing
  let menu: SeenMenu | undefined = placing.menu
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (menu && (await putOnMenu(menu, placing, leave))) return undefined
    ;[menu] = await seenMenus([placing.menu._id], order.dinerId)
    const standing = menu?.orders[order.dinerId]
    if (standing?.id !== replaces?.id) return standing ? 'CANTEEN.ALREADY_ORDERED' : 'CANTEEN.NOT_ORDERED'
    const again = decideWish(menu, { mealId: order.mealId, delivery: order.delivery }, whose, leave)
    if (isRefused(again)) return again.refused
    if ('stands' in again || again.price.price !== order.price) return 'CANTEEN.PRICE_CHANGED'
  }
  return 'COMMON.BUSY'
}

/** Carries what was paid for to the menus, and settles it with the account. Answers what the menus refused. */
const carry = async (
  placements: Pick<Placement, 'whose' | 'leave'>,
  account: Pick<PayingAccount, '_id' | 'centreId'>,
  placings: readonly OnItsWay[],
  at: Instant,
  stood: readonly OnItsWay[] = [],
): Promise<ReadonlyMap<string, Code>> => {
  const placed: OnItsWay[] = [...stood]
  const refusals = new Map<string, Code>()
  const returned: Returned[] = []
  for (const placing of placings) {
    const code = await put(placing, placements)
    if (code) {
      refusals.set(placing.order.id, code)
      returned.push({ placing, reason: refusedResult('', code).why })
    } else placed.push(placing)
  }
  for (const placing of placed) await arrange(placing)
  // when it is settled already, the timer was here
  await settleOrders(account, { placed, returned }, at)
  return refusals
}

const ofRequest = (account: PayingAccount, requestKey: string): readonly PendingOrder[] =>
  account.pending.filter(({ order }) => order.requestKey === requestKey)

/** Goes on where a run of the same request died: it is the only one now that may put its orders on their menus. */
const carryOn = async (
  placement: Placement,
  account: PayingAccount,
  pending: readonly PendingOrder[],
): Promise<void> => {
  const { now } = placement.leave
  if (!(await takePendingOver(account, pending, now))) return
  const menus = await seenMenus(
    pending.map(({ menuId }) => menuId),
    account._id,
  )
  const seen = (await payingAccount(account._id)) ?? account
  const placings = pending.flatMap(({ order, replaces, menuId }) => {
    const menu = menus.find(({ _id }) => _id === menuId)
    return menu ? [{ order, replaces, menu }] : []
  })
  const stood = placings.filter(({ order, menu }) => hasStood(order, { menu, account: seen }))
  const open = placings.filter((placing) => !stood.includes(placing))
  await carry(placement, account, open, now, stood)
}

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
