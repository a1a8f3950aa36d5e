import { readSheet } from 'read-excel-file/node'
import type { DinerDocument } from '../../cloudfunctions/_kit/documents/canteen'
import { communityContract } from '../../types/community.contract'
import { approves, joins, people } from '../harness/town'
import { rawRows } from '../points/ledger-town'
import { codeOf } from '../points/tally'
import { type Delivery, openDelivery } from './delivering'
import { canteenId, centreId, daughter, dayAfter } from './noon'
import { one } from './picks'
import { canteenRow } from './rows'

/** What the canteen gives out and forgets when somebody exports their data or deletes their account. */

let noon: Delivery
beforeAll(async () => {
  noon = await openDelivery()
})
afterAll(() => noon?.stop())

const { staff, officer } = people
const named = '何离开'
/** A transaction that died holds its rows for half a minute. */
const untilLocksEnd = 31_000
const untilSettled = 4 * 3_600_000

const kin = (who: string, relation: string): DinerDocument['family'][number] => ({
  ...{ who, nameMasked: '何*开', relation },
})

let made = 0
const somebody = async (): Promise<string> => {
  made += 1
  const openid = `leaves-the-canteen-${made}`
  await joins(noon.town, openid, centreId, named, 300 + made)
  await approves(noon.town, staff, centreId, openid)
  return openid
}
const menuOf = (facts = {}) =>
  noon.menu(dayAfter(1), 'lunch', {
    _id: `${canteenId}_leaving_${made}_${Math.random()}`.replace('.', ''),
    ...facts,
  })
const remove = (openid: string, options = {}) =>
  noon.town.ask(communityContract, 'deleteMyAccount', { name: named }, openid, options)

/** Gives a volunteer's role for as long as something is done. */
const asVolunteer = async (residentId: string, work: () => Promise<void>): Promise<void> => {
  const role = { centreId, residentId, role: 'volunteer' as const }
  await noon.town.done(communityContract, 'appoint', role, officer)
  await work()
  await noon.town.done(communityContract, 'dismiss', role, officer)
}

/**
 * Somebody who ate here and paid, orders for a mother beside her daughter and alone for a neighbour without money,
 * carried two meals of which one door stayed shut, and is named for another canteen's alarms.
 */
const everywhere = async () => {
  const leaving = await somebody()
  const self = await noon.diner({ family: [kin(leaving, '本人')], registeredBy: leaving, balance: 800 })
  const eaten = await menuOf()
  await noon.done('placeOrders', one(self, eaten), leaving)
  await noon.set('menus', eaten, { state: 'settled' })
  const mother = await noon.diner({ family: [kin(leaving, '儿子'), kin(daughter, '女儿')] })
  const coming = await menuOf()
  await noon.done('placeOrders', one(mother, coming), leaving)
  const by = { by: leaving, byMasked: '何*开' }
  await noon.plant('standingOrders', [
    { _id: mother, centreId, canteenId, days: [], pauses: [], ...by, order: mother },
  ])
  const neighbour = await noon.diner({ family: [kin(leaving, '邻居')], balance: 0 })
  const other = { _id: `canteen-of-${made}`, welfareTo: leaving, state: 'closed' as const }
  await noon.plant('canteens', [{ ...canteenRow, ...other }])
  const route = await noon.route(2, `${200 + made}栋`)
  await asVolunteer(leaving, async () => {
    await noon.done('takeRoute', { centreId, routeId: route._id }, leaving)
    await noon.tickStop(route, 0, 'delivered', leaving)
    await noon.tickStop(route, 1, 'noAnswer', leaving, { note: '敲了三次' })
  })
  return { leaving, self, mother, neighbour, coming, eaten, route }
}

/** Where an openid still stands, apart from accounts, settled menus and the log of what was done. */
const whereIs = async (openid: string): Promise<readonly string[]> => {
  const { rows } = rawRows(noon.town.cloud)
  const places = [
    ...(['residents', 'notices', 'diners', 'standingOrders', 'routes', 'welfareChecks'] as const),
    'canteens' as const,
  ]
  const found = await Promise.all(
    places.map(async (name) => ({ name, text: JSON.stringify(await rows(name)) })),
  )
  const menus = JSON.stringify(await rows('menus', { state: 'published' }))
  return [...found, { name: 'menus' as const, text: menus }]
    .filter(({ text }) => text.includes(`"${openid}"`))
    .map(({ name }) => name)
}

test('everybody exports what the canteen keeps of them: their own in full, of others only what was theirs to do', async () => {
  const { leaving, self, mother } = await everywhere()
  const { url } = await noon.town.done(communityContract, 'exportMyData', {}, leaving)
  const file = Buffer.from(await (await fetch(new URL(url, noon.town.cloud.url))).arrayBuffer())
  const rows = (await readSheet(file)).map((cells) => cells.map(String))
  const of = (what: string) => rows.filter(([first]) => first === what).map(([, , text]) => text ?? '')
  expect(of('用餐人(本人)')).toEqual([expect.stringContaining('生日 1940-05-06')])
  expect(of('可以替他订餐')).toEqual([
    expect.stringMatching(/^赵\*\* 儿子 /),
    expect.stringMatching(/^赵\*\* 邻居 /),
  ])
  // one line of the own account, one of the mother's: what the daughter ordered is not theirs
  expect(of('餐费')).toEqual([expect.stringContaining('−8.00 元'), expect.stringContaining('−8.00 元')])
  expect(of('送餐')).toEqual([expect.stringMatching(/ 1 份$/)])
  const later = await menuOf()
  await noon.done('placeOrders', one(mother, later), daughter)
  const lines = (await noon.account(mother)).journals.length
  expect([lines, (await noon.account(self)).journals.length]).toEqual([2, 1])
})

describe('an account stays', () => {
  test('while a route is not carried to its end', async () => {
    const leaving = await somebody()
    const route = await noon.route(2, `${200 + made}栋`)
    await asVolunteer(leaving, async () => {
      await noon.done('takeRoute', { centreId, routeId: route._id }, leaving)
      await noon.tickStop(route, 0, 'delivered', leaving)
    })
    expect(codeOf(await remove(leaving))).toBe('COMMUNITY.STILL_EXPECTED')
    await asVolunteer(leaving, async () => {
      await noon.done('leaveRoute', { centreId, routeId: route._id }, leaving)
    })
    expect(codeOf(await remove(leaving))).toBe('done')
    expect(await whereIs(leaving)).toEqual([])
  })

  test('while an elder has nobody else and has money, an order to come or a standing order', async () => {
    const leaving = await somebody()
    const dinerId = await noon.diner({ family: [kin(leaving, '儿子')], balance: 800 })
    expect(codeOf(await remove(leaving))).toBe('COMMUNITY.LAST_RELATIVE')
    const menuId = await menuOf()
    await noon.done('placeOrders', one(dinerId, menuId), leaving)
    expect(await noon.balance(dinerId)).toBe(0)
    expect(codeOf(await remove(leaving))).toBe('COMMUNITY.LAST_RELATIVE')
    await noon.set('menus', menuId, { state: 'settled' })
    const by = { by: leaving, byMasked: '何*开' }
    await noon.plant('standingOrders', [
      { _id: dinerId, centreId, canteenId, days: [], pauses: [], ...by, order: dinerId },
    ])
    expect(codeOf(await remove(leaving))).toBe('COMMUNITY.LAST_RELATIVE')
    const { family } = await noon.row('diners', dinerId)
    await noon.set('diners', dinerId, { family: [...family, kin(daughter, '女儿')] })
    expect(codeOf(await remove(leaving))).toBe('done')
    expect((await noon.row('diners', dinerId)).family.map(({ who }) => who)).toEqual([daughter])
  })
})

test('an account is forgotten by the canteen in the end, wherever the function dies', async () => {
  for (let writes = 0; ; writes += 1) {
    const { leaving, self, mother, neighbour, coming, route } = await everywhere()
    const lines = async (dinerId: string) => (await noon.account(dinerId)).journals
    const before = [await lines(self), await lines(mother)]
    const options = { requestId: `leaves-canteen-${writes}` }
    const headers = { 'x-crash-after-writes': String(writes) }
    const cut = await remove(leaving, { ...options, headers })
    if (cut.status !== 200) await noon.clock({ advance: untilLocksEnd })
    for (const _ of [1, 2]) expect(codeOf(await remove(leaving, options))).toBe('done')

    expect(await whereIs(leaving)).toEqual([])
    expect([await lines(self), await lines(mother)]).toEqual(before)
    const row = await noon.row('diners', self)
    expect(row).toMatchObject({ state: 'ended', nameMasked: '赵**', nameSealed: '', birthSealed: '' })
    expect((await noon.row('diners', mother)).family).toEqual([kin(daughter, '女儿')])
    expect((await noon.row('diners', neighbour)).family).toEqual([])
    const order = (await noon.menuRow(coming)).orders[mother]
    expect([order?.by.startsWith('gone-'), order?.byMasked]).toEqual([true, '何*开'])
    const carried = await noon.routeRow(route._id)
    expect(carried.ticks.map(({ byMasked }) => byMasked)).toEqual(['何*开', '何*开'])
    const [check] = await noon.checksOf(route)
    expect(check).toMatchObject({ state: 'open', byMasked: '何*开', notes: [{ text: '敲了三次' }] })
    if (cut.status === 200) return expect(writes).toBeGreaterThan(15)
  }
}, 300_000)

test('points for what somebody carried go to the household once, also when the person left in between', async () => {
  const { leaving, route } = await everywhere()
  const [resident] = await noon.rows('residents', { _id: leaving })
  expect(codeOf(await remove(leaving))).toBe('done')
  await noon.clock({ advance: untilSettled })
  for (const _ of [1, 2]) await noon.tick()
  const [book] = await noon.rows('passbooks', { _id: resident?.householdId ?? '' })
  const earned = book?.journals.filter(({ about }) => about === `route:${route._id}`)
  expect(earned?.map(({ amount, forMasked }) => [amount, forMasked])).toEqual([[2, '何*开']])
})
