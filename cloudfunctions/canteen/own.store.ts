import { yuan } from '../../types/common/money'
import { asInstant, type Instant, shanghaiDay } from '../../types/common/time'
import { mealSlotNames } from '../../types/common/words'
import { command as _ } from '../_kit/cloud'
import type { DinerDocument, MealJournal, MenuDocument } from '../_kit/documents/canteen'
import type { ResidentDocument } from '../_kit/documents/community'
import type { OwnRow } from '../_kit/own'
import { unseal } from '../_kit/privacy'
import { table } from '../_kit/table'
import { membersOf } from '../community/community.door'
import { canteensOfDistrict, districtOf } from './canteen.store'
import { unfinishedAfter } from './delivery.rule'
import { type DinerOfFamily, dinersOfFamily } from './diner.store'
import { isOnlyRelative, isSelf } from './leaving.rule'

const mostRows = 1000

/** Somebody as the canteen knows them. */
export type Person = Pick<ResidentDocument, '_id' | 'householdId'>

const ownDinerText = (diner: DinerDocument): string => {
  const { building, room, needs, avoids, careTags, deliveryUntil, deliveryReason, emergency } = diner
  const facts = [
    unseal(diner.nameSealed),
    `生日 ${unseal(diner.birthSealed)}`,
    `电话 ${unseal(diner.phoneSealed)}`,
    `住 ${building} ${room}`,
    needs.length > 0 && `饮食 ${needs.join('、')}`,
    avoids.length > 0 && `忌口 ${avoids.join('、')}`,
    careTags.length > 0 && `照护 ${careTags.join('、')}`,
    deliveryUntil !== '' && `送餐到 ${deliveryUntil} ${deliveryReason}`,
    emergency.nameSealed !== '' &&
      `紧急联系人 ${emergency.relation} ${unseal(emergency.nameSealed)} ${unseal(emergency.phoneSealed)}`,
  ]
  return facts.filter((fact) => typeof fact === 'string').join(',')
}

/** Lines of accounts, those still in their book and those put away, oldest first within each. Two requests. */
const linesOf = async (
  dinerIds: readonly string[],
): Promise<readonly { readonly dinerId: string; readonly line: MealJournal }[]> => {
  const fields = Object.fromEntries(
    ['_id', 'bookId', 'journals.id', 'journals.at', 'journals.amount', 'journals.reason', 'journals.by'].map(
      (field) => [field, true],
    ),
  )
  const ids = _.in([...dinerIds])
  const pages = await table('mealAccountPages').find(
    { bookId: ids },
    { order: [['month', 'asc']], limit: mostRows, fields },
  )
  const books = await table('mealAccounts').find({ _id: ids }, { limit: mostRows, fields })
  const all = [
    ...pages.flatMap(({ bookId: dinerId, journals }) => journals.map((line) => ({ dinerId, line }))),
    ...books.flatMap(({ _id: dinerId, journals }) => journals.map((line) => ({ dinerId, line }))),
  ]
  // a month that is being put away stands in both
  return [...new Map(all.map((one) => [one.line.id, one])).values()]
}

const carriedBy = async (openid: string): Promise<OwnRow[]> => {
  const routes = await table('routes').find(
    { courier: openid },
    { order: [['order', 'desc']], limit: mostRows },
  )
  return routes.map(({ title, slot, servedTo: at, ticks }) => {
    const stops = ticks.filter(({ courier, outcome }) => courier === openid && outcome === 'delivered').length
    return { what: '送餐', at, text: `${mealSlotNames[slot]} ${title} ${stops} 份` }
  })
}

/**
 * What the canteen keeps of a resident: whom they order for, their own data in full where they eat themselves, the
 * lines of accounts they caused (all lines of their own), and what they carried. Four requests.
 */
export const ownInCanteen = async (person: Person, now: Instant): Promise<OwnRow[]> => {
  const diners = await dinersOfFamily(person)
  const own = new Map(diners.map((diner) => [diner._id, isSelf(person._id, diner)]))
  const lines = await linesOf([...own.keys()])
  const names = new Map(diners.map(({ _id, nameMasked }) => [_id, nameMasked]))
  return [
    ...diners.map((diner) => {
      const { _id, building, room, nameMasked, family } = diner
      const relation = family.find(({ who }) => who === person._id)?.relation ?? '同住'
      return own.get(_id)
        ? { what: '用餐人(本人)', at: now, text: ownDinerText(diner) }
        : { what: '可以替他订餐', at: now, text: `${nameMasked} ${relation} ${building} ${room}` }
    }),
    ...lines
      .filter(({ dinerId, line }) => own.get(dinerId) || line.by === person._id)
      .map(({ dinerId, line: { at, reason, amount } }) => ({
        what: '餐费',
        at,
        text: `${names.get(dinerId) ?? ''} ${reason} ${yuan(amount)} 元`,
      })),
    ...(await carriedBy(person._id)),
  ]
}

/** Whether somebody has a route whose meals are still to be brought. One request. */
export const isExpectedInCanteen = async (openid: string, now: Instant): Promise<boolean> => {
  const servedTo = _.gt(asInstant(now - unfinishedAfter))
  const where = { courier: openid, state: 'taken', servedTo }
  return (await table('routes').find(where, { limit: 1, fields: { _id: true } })).length > 0
}

/** Diners somebody orders for as nobody else of a family does. Two requests. */
export const dinersLeftAlone = async (person: Person): Promise<readonly DinerOfFamily[]> => {
  const diners = await dinersOfFamily(person)
  const homes = [...new Set(diners.map(({ householdId }) => householdId))].filter((id) => id !== '')
  const members = homes.length > 0 ? await membersOf(homes) : []
  return diners.filter((diner) => isOnlyRelative(person._id, diner, members))
}

/** Menus on which some diners of a district have orders that are not eaten yet, with these orders only. Two requests. */
export const menusToCome = async (
  districtId: string,
  dinerIds: readonly string[],
  now: Instant,
): Promise<readonly Pick<MenuDocument, '_id' | 'orders'>[]> => {
  const canteens = await canteensOfDistrict(districtId)
  if (canteens.length === 0 || dinerIds.length === 0) return []
  const isOn = dinerIds.map((dinerId) => ({ [`orders.${dinerId}.id`]: _.exists(true) }))
  const fields = Object.fromEntries(
    ['_id', ...dinerIds.flatMap((id) => [`orders.${id}.by`, `orders.${id}.voidedBecause`])].map((field) => [
      field,
      true,
    ]),
  )
  return table('menus').find(
    _.and([
      {
        canteenId: _.in(canteens.map(({ _id }) => _id)),
        order: _.gte(shanghaiDay(now)),
        state: _.in(['published', 'frozen']),
      },
      _.or(isOn),
    ]),
    { limit: mostRows, fields },
  )
}

/** Whether a diner nobody else orders for still has money, something owed, orders to come or a standing order. */
export const isNeededInCanteen = async (person: Person, now: Instant): Promise<boolean> => {
  const alone = (await dinersLeftAlone(person)).filter(
    ({ state }) => state === 'approved' || state === 'ended',
  )
  if (alone.length === 0) return false
  const ids = alone.map(({ _id }) => _id)
  const waiting = { _id: _.in(ids), 'pending.0': _.exists(true) }
  if (alone.some(({ balance }) => balance !== 0)) return true
  const one = { limit: 1, fields: { _id: true } }
  if ((await table('mealAccounts').find(waiting, one)).length > 0) return true
  if ((await table('standingOrders').find({ _id: _.in(ids) }, one)).length > 0) return true
  for (const districtId of new Set(alone.map(({ centreId }) => districtOf(centreId)))) {
    const menus = await menusToCome(districtId, ids, now)
    const orders = menus.flatMap((menu) => Object.values(menu.orders))
    if (orders.some(({ voidedBecause }) => voidedBecause === '')) return true
  }
  return false
}
