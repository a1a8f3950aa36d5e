import type { canteenContract } from '../../types/canteen.contract'
import { addDays, type Instant, type ShanghaiDay } from '../../types/common/time'
import type { MenuDocument, SlotRule } from '../_kit/documents/canteen'
import { tell } from '../_kit/notices'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { districtOf } from './canteen.store'
import { digestOf, shareTitleOf } from './digest.rule'
import {
  cancelledNotice,
  copiesOf,
  decideChange,
  type Hours,
  hoursDiffer,
  hoursOf,
  isShown,
  type MenuHead,
  menuIdOf,
  newMenu,
  orderedOf,
  refundsOf,
  saysAlready,
  whyNotCancel,
  whyNotMenu,
} from './menu.rule'
import {
  addDrafts,
  cancel,
  canteenWithWeek,
  changeHours,
  changeMenu,
  claimMenu,
  countedWeek,
  headAlong,
  headById,
  menuAlong,
  menuById,
  menusAlong,
  publish,
  twoWeeksAlong,
} from './menu.store'
import { menuView } from './menu.view'

type Canteen = typeof canteenContract

/** People order while the staff write; each try sees the menu anew. */
const tries = 10
/** Days that are published at once at most. */
const mostDays = 14
/** Notices in one request at most. */
const noticesAtOnce = 1000

export const menus: Action<Canteen, 'menus'> = async ({ centreId, canteenId, from }) => {
  const canteen = await canteenWithWeek(canteenId, from)
  if (canteen?.districtId !== districtOf(centreId)) return refuse('COMMON.NOT_FOUND')
  return { data: { canteenName: canteen.name, rows: canteen.menus.map(menuView) } }
}

export const menusOfStaff: Action<Canteen, 'menusOfStaff'> = async ({ centreId, canteenId, from }) => {
  const week = await countedWeek(centreId, canteenId, from)
  const rows = week.map((menu) => {
    const { ordered, deliveries } = menu
    return { ...menuView(menu), ordered, deliveries }
  })
  return { data: { rows } }
}

export const saveMenu: Action<Canteen, 'saveMenu'> = along(
  ({ canteenId, day, slot }) => [
    { from: 'canteens', id: canteenId },
    headAlong(menuIdOf(canteenId, day, slot)),
  ],
  async ({ centreId, canteenId, day, slot, capacity, ...facts }, { rows, now }) => {
    const canteen = rows.canteens
    if (canteen?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const rule = canteen.slots.find((candidate) => candidate.slot === slot)
    if (!rule) return refuse('CANTEEN.NO_SLOT')
    const refused = whyNotMenu(facts)
    if (refused) return refused
    const menuId = menuIdOf(canteenId, day, slot)
    const hours = hoursOf(rule, day)
    const done = { data: { menuId }, target: menuId }

    let menu: MenuHead | undefined = rows.menus
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (!menu) {
        if (hours.cutoffAt <= now) return refuse('CANTEEN.MENU_OVER')
        const made = newMenu(canteen, rule, day, { ...facts, capacity: capacity ?? rule.capacity })
        if (await claimMenu(made)) return done
      } else {
        const wanted = { ...facts, capacity: capacity ?? menu.capacity }
        const decision = decideChange(menu, wanted, hours, now)
        if ('refused' in decision) return decision
        if (saysAlready(menu, wanted, decision) || (await changeMenu(menu, wanted, decision, now)))
          return done
      }
      menu = await headById(centreId, menuId)
    }
    return refuse('COMMON.BUSY')
  },
)

/** Copies what days of one week serve to the same days of another; a repeat counts its own copies as kept. */
export const copyWeek: Action<Canteen, 'copyWeek'> = along(
  ({ canteenId, from, to }) => [{ from: 'canteens', id: canteenId }, twoWeeksAlong(canteenId, from, to)],
  async ({ centreId, canteenId, from, to }, { rows, lists, now }) => {
    const canteen = rows.canteens
    if (canteen?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const { menus: seen = [] } = lists
    const of = (day: ShanghaiDay) => seen.filter((menu) => menu.day >= day && menu.day <= addDays(day, 6))
    if (of(from).length === 0) return refuse('CANTEEN.NO_MENU')
    const there = new Set(of(to).map(({ _id }) => _id))
    const copies = copiesOf(canteen, of(from), { from, to }, now)
    if (copies.length === 0) return refuse('CANTEEN.MENU_OVER')

    const missing = copies.filter(({ _id }) => !there.has(_id))
    if (missing.length > 0) await addDrafts(missing)

    const data = { copied: missing.length, kept: copies.length - missing.length }
    return { data, target: canteenId }
  },
)

/** The hours a draft has under the canteen's rule of today, when they differ from those it was written with. */
const newHours = (menu: MenuHead, slots: readonly SlotRule[]): Hours | undefined => {
  const rule = slots.find(({ slot }) => slot === menu.slot)
  if (menu.state !== 'draft' || !rule) return undefined
  const hours = hoursOf(rule, menu.day)
  return hoursDiffer(menu, hours) ? hours : undefined
}

/** Publishes the drafts of some days and answers what to send to the group; again is harmless. */
export const publishMenus: Action<Canteen, 'publishMenus'> = along(
  ({ canteenId, from, to }) => [{ from: 'canteens', id: canteenId }, menusAlong(canteenId, from, to)],
  async ({ centreId, canteenId, from, to }, { rows, lists, now }) => {
    const canteen = rows.canteens
    if (canteen?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    if (to < from || to > addDays(from, mostDays - 1)) {
      return refuse('COMMON.BAD_INPUT', { to: `一次发布 1 到 ${mostDays} 天` })
    }
    const seen = (lists.menus ?? []).map((menu) => ({ menu, hours: newHours(menu, canteen.slots) }))
    const shown = seen
      .map(({ menu, hours }) => ({ ...menu, ...hours }))
      .filter((menu) => isShown(menu, now))
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    if (shown.length === 0) return refuse('CANTEEN.NO_MENU')

    for (const { menu, hours } of seen) if (hours) await changeHours(menu._id, hours)
    await publish(
      shown.map(({ _id }) => _id),
      now,
    )

    const text = digestOf(canteen, shown)
    const shareTitle = shareTitleOf(canteen.name, shown)
    return { data: { published: shown.length, text, shareTitle }, target: canteenId }
  },
)

/** Tells whoever ordered what will not be cooked. */
const tellOrderers = async (
  menu: Pick<MenuDocument, '_id' | 'day' | 'slot'>,
  refunds: MenuDocument['refunds'],
  now: Instant,
): Promise<void> => {
  const notices = refunds.map(({ order, reason }) => cancelledNotice(menu, order, reason))
  for (let at = 0; at < notices.length; at += noticesAtOnce) {
    await tell(notices.slice(at, at + noticesAtOnce), now)
  }
}

/**
 * Calls a menu off. The money goes back by the timer, which also makes sure that everybody is told; what the menu
 * sold stays written, so that a repeat answers the same.
 */
export const cancelMenu: Action<Canteen, 'cancelMenu'> = along(
  ({ menuId }) => [menuAlong(menuId)],
  async ({ centreId, menuId, reason }, { rows, now, caller, requestKey }) => {
    const byMasked = caller.resident?.nameMasked ?? ''
    const handling = { at: now, by: caller.openid, byMasked, requestKey }
    let menu = rows.menus?.centreId === centreId ? rows.menus : undefined
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (!menu) return refuse('COMMON.NOT_FOUND')
      const done = { data: { orders: orderedOf(menu) }, target: menuId }
      if (menu.state === 'cancelled' && menu.cancelledBecause === reason) {
        await tellOrderers(menu, menu.refunds, now)
        return done
      }
      const refused = whyNotCancel(menu, now)
      if (refused) return refused

      const refunds = refundsOf(menu, reason, handling)
      if (await cancel(menu, refunds, reason)) {
        await tellOrderers(menu, refunds, now)
        return done
      }
      menu = await menuById(centreId, menuId)
    }
    return refuse('COMMON.BUSY')
  },
)
