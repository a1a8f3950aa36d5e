import { reaches } from '../../types/common/roles'
import { addDays, asInstant, dayLength, dayText, type Instant, shanghaiDay } from '../../types/common/time'
import { mealSlotNames } from '../../types/common/words'
import type { DinerDocument, StandingOrderDocument, SubsidyRuleDocument } from '../_kit/documents/canteen'
import { type NoticeToSend, tell } from '../_kit/notices'
import { eaterOf } from './diner.store'
import { orderIdOf, type SeenMenu } from './order.rule'
import { place } from './ordering.store'
import type { PickResult } from './pick-result.rule'
import { type PayingAccount, seenMenus } from './placing.store'
import { dueOn, mealFor, nextRound } from './standing.rule'
import {
  allDone,
  canteenById,
  dinersWithAccounts,
  type MenuToWorkThrough,
  menusForStanding,
  moveOn,
  rulesReaching,
  standingOf,
  standingPage,
} from './standing.store'
import { payBack, takeOff } from './taking-off.store'

/** Standing orders are placed for menus of today and so many days more. */
const daysAhead = 2
const menusPerTick = 20
const perPage = 40
/** Milliseconds one tick goes on; what is left waits for the next. */
const patience = 5000

interface Due {
  readonly standing: StandingOrderDocument
  readonly diner: DinerDocument
  readonly account: PayingAccount
}

const problems: Readonly<Record<string, string>> = {
  'CANTEEN.NO_CREDIT': '余额不够,请充值后自己订',
  'CANTEEN.FULL': '已经订满了,请看看别的套餐',
  'CANTEEN.NO_DELIVERY': '送餐上门的登记已经到期,请联系社区或改成到食堂吃',
  'CANTEEN.NO_MEAL': '没有适合的套餐,请自己看菜单订',
}

/** What the family is told when a standing order could not be placed; nobody hears it twice. */
const noticesOf = ({ standing, diner }: Due, menu: SeenMenu, code: string): readonly NoticeToSend[] => {
  const why = problems[code]
  if (why === undefined) return []
  const day = `${dayText(menu.day)}${mealSlotNames[menu.slot]}`
  return [...new Set([standing.by, ...diner.family.map(({ who }) => who)])].map((to) => ({
    to,
    title: '长期订餐没有订上',
    text: `${diner.nameMasked} 的${day}没有订上:${why}。`,
    page: `/canteen/resident/order-page?dinerId=${diner._id}`,
    once: `standing:${menu._id}:${diner._id}`,
  }))
}

/** Places what one diner regularly has; undefined when nothing had to be done. */
const placeFor = async (
  { standing, diner, account }: Due,
  menu: SeenMenu,
  rules: readonly SubsidyRuleDocument[],
  now: Instant,
): Promise<Pick<PickResult, 'state' | 'code'> | undefined> => {
  const wanted = dueOn(standing, menu)
  const orderId = (key: string) => orderIdOf(key, menu._id, diner._id)
  const requestKey = nextRound(menu._id, diner._id, orderId, account.journals)
  if (!wanted || requestKey === undefined) return undefined
  const meal = mealFor(wanted, menu, diner)
  if (!meal) return { state: 'refused', code: 'CANTEEN.NO_MEAL' }
  const { by, byMasked } = standing
  const { results } = await place({
    whose: {
      diner,
      eater: eaterOf(diner),
      rules: rules.filter(({ centreId }) => reaches(centreId, diner.centreId)),
    },
    account,
    ordering: { source: 'standing', by, byMasked, at: now, requestKey, note: '', lateBecause: '' },
    leave: { now, late: false, mayChange: false },
    wanted: [{ menuId: menu._id, menu, mealId: meal.id, delivery: wanted.delivery }],
  })
  return results[0]
}

/** A standing order that was paused or given up while its meal was being placed must not keep it. */
const takeBack = async (menu: SeenMenu, placed: readonly Due[], now: Instant): Promise<void> => {
  if (placed.length === 0) return
  const ids = placed.map(({ diner }) => diner._id)
  const current = await standingOf(ids)
  const over = ids.filter((id) => {
    const standing = current.find(({ _id }) => _id === id)
    return !standing || !dueOn(standing, menu)
  })
  if (over.length === 0) return
  const [seen] = await seenMenus([menu._id], over)
  for (const order of over.flatMap((id) => seen?.orders[id] ?? [])) {
    if (order.source !== 'standing') continue
    const { by, byMasked, requestKey } = order
    const taken = { order, reason: '已暂停', at: now, by, byMasked, requestKey: `${requestKey}:paused` }
    if (await takeOff(menu, taken, { now, forGood: false })) await payBack(menu, [taken])
  }
}

/** Some standing orders of a menu: those that are due and not there yet are placed. */
const workThrough = async (
  head: MenuToWorkThrough,
  page: readonly StandingOrderDocument[],
  now: Instant,
): Promise<void> => {
  const due = page.filter((standing) => dueOn(standing, head))
  if (due.length === 0) return
  const ids = due.map(({ _id }) => _id)
  const [menu] = await seenMenus([head._id], ids)
  if (!menu) return
  const diners = await dinersWithAccounts(ids)
  const rules = await rulesReaching(diners.map(({ centreId }) => centreId))
  const placed: Due[] = []
  const notices: NoticeToSend[] = []
  for (const standing of due) {
    const diner = diners.find(({ _id }) => _id === standing._id)
    const account = diner?.accounts[0]
    const isOpen = diner?.state === 'approved' && !menu.orders[standing._id]
    if (!diner || !account || !isOpen || menu.skipped.includes(standing._id)) continue
    const one = { standing, diner, account }
    const result = await placeFor(one, menu, rules, now)
    if (result?.state === 'placed') placed.push(one)
    else if (result) notices.push(...noticesOf(one, menu, result.code))
  }
  await takeBack(menu, placed, now)
  await tell(notices, now)
}

/**
 * Every minute: meals of standing orders (长期订餐) are placed on the menus of the next days, each at most once. What is
 * skipped, paused or ordered already is left alone. Goes on with the next tick where it stopped.
 */
export const placeStanding = async (now: Instant): Promise<void> => {
  const began = performance.now()
  const until = asInstant(now + (daysAhead + 1) * dayLength)
  const lastDay = addDays(shanghaiDay(now), daysAhead)
  for (const menu of await menusForStanding(now, until, lastDay, menusPerTick)) {
    const canteen = await canteenById(menu.canteenId)
    let after = menu.standingAfter
    while (after !== allDone && performance.now() - began < patience) {
      const page = canteen?.state === 'open' ? await standingPage(menu.canteenId, after, perPage) : []
      await workThrough(menu, page, now)
      const last = page.length === perPage ? page.at(-1) : undefined
      const next = last?.order ?? allDone
      // another timer was here, or a standing order was changed
      if (!(await moveOn(menu._id, after, next))) break
      after = next
    }
  }
}
