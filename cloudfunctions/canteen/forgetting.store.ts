import type { Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import { table } from '../_kit/table'
import { districtOf } from './canteen.store'
import { dinersOfFamily } from './diner.store'
import { checkUnder, endedSelf, isSelf, routeUnder } from './leaving.rule'
import { dinersLeftAlone, menusToCome, type Person } from './own.store'

const mostRows = 1000

/** Puts the alias on routes somebody had; one that changes meanwhile is seen anew. False while some are left. */
const forgetOnRoutes = async (openid: string, alias: string): Promise<boolean> => {
  const where = _.or([{ courier: openid }, { 'former.who': openid }])
  for (const route of await table('routes').find(where, { limit: mostRows })) {
    const { _id, changes } = route
    await table('routes').update(
      { _id, changes },
      { ...routeUnder(route, openid, alias), changes: changes + 1 },
    )
  }
  return (await table('routes').find(where, { limit: 1, fields: { _id: true } })).length === 0
}

const forgetOnChecks = async (openid: string, alias: string): Promise<void> => {
  const where = _.or([{ by: openid }, { to: openid }, { 'notes.by': openid }])
  for (const check of await table('welfareChecks').find(where, { limit: mostRows })) {
    await table('welfareChecks').update({ _id: check._id }, checkUnder(check, openid, alias))
  }
}

/** Orders still to be eaten would tell somebody who is gone. */
const forgetOnMenus = async (person: Person, alias: string, now: Instant): Promise<void> => {
  const diners = await dinersOfFamily(person)
  for (const districtId of new Set(diners.map(({ centreId }) => districtOf(centreId)))) {
    const ids = diners.map(({ _id }) => _id)
    for (const { _id, orders } of await menusToCome(districtId, ids, now)) {
      for (const dinerId of Object.keys(orders)) {
        const by = `orders.${dinerId}.by`
        await table('menus').update({ _id, [by]: person._id }, { [by]: alias })
      }
    }
  }
}

/**
 * Forgets who somebody was: routes, alarms and orders to come keep the masked name under an alias, families lose
 * them; of a diner who left by themselves, and for whom nobody else orders, only the account's history stays, masked.
 * Every step is harmless when done again. Answers whether nothing is left.
 */
export const forgetInCanteen = async (person: Person, alias: string, now: Instant): Promise<boolean> => {
  const { _id: openid } = person
  await forgetOnMenus(person, alias, now)
  await table('standingOrders').update({ by: openid }, { by: alias })
  await forgetOnChecks(openid, alias)
  await table('canteens').update({ welfareTo: openid }, { welfareTo: alias })
  await table('diners').update({ registeredBy: openid }, { registeredBy: alias })
  // whom the families lead to comes last: until then a repeat finds all of it again
  const selves = (await dinersLeftAlone(person)).filter((diner) => isSelf(openid, diner))
  for (const { _id } of selves) {
    await table('mealAccounts').update({ _id }, { owesUpTo: 0 })
    await table('diners').update({ _id, 'family.who': openid }, { ...endedSelf })
  }
  await table('diners').update({ 'family.who': openid }, { family: _.pull({ who: openid }) })
  return forgetOnRoutes(openid, alias)
}
