import { seal } from '../../cloudfunctions/_kit/privacy'
import { people } from '../harness/town'
import { type Delivery, dataKey, eleven, minute, openDelivery } from './delivering'
import { canteenId, centreId, staff, staffElsewhere } from './noon'

process.env.LINLI_DATA_KEY = dataKey

let noon: Delivery
let wang: string
const { secretary, volunteer } = people
beforeAll(async () => {
  noon = await openDelivery()
  ;({ wang } = noon.couriers)
})
afterAll(() => noon?.stop())
beforeEach(() => noon.clock({ now: eleven }))

const codeOf = ({ reply }: { readonly reply: { readonly ok: boolean } }) =>
  reply.ok ? 'ok' : String(Reflect.get(reply, 'code'))

/** A door nobody opened, each time at a building of its own; answers the alarm. */
let buildings = 100
const unanswered = async (facts: { readonly at?: number; readonly note?: string } = {}) => {
  buildings += 1
  const building = `${buildings}栋`
  const route = await noon.route(2, building)
  await noon.done('takeRoute', { centreId, routeId: route._id }, wang)
  await noon.tickStop(route, 0, 'noAnswer', wang, facts)
  const [check] = await noon.checksOf(route)
  if (!check) throw new Error('no alarm')
  return { building, route, checkId: check._id, check }
}
const toldOf = async (building: string, openid: string) => (await noon.told(openid, building)).length

describe('nobody answers', () => {
  test('and the named person is told at once', async () => {
    const { building, check } = await unanswered({ note: '敲了三次' })
    expect(check).toMatchObject({
      ...{ centreId, to: staff, toMasked: '李*', by: wang, state: 'open', raisedAt: check.raisedAt },
      notes: [{ by: wang, text: '敲了三次' }],
    })
    const [notice] = await noon.told(staff, building)
    expect(notice).toMatchObject({
      title: '送餐没人应门,请马上联系老人',
      page: `/canteen/staff/welfare-page?centreId=${centreId}`,
    })
    expect(notice?.text).toContain(`${building} 101 赵**`)
    expect(await toldOf(building, secretary)).toBe(0)
  })

  test('ticked twice from two phones at once: one alarm, one tick, one notice', async () => {
    buildings += 1
    const building = `${buildings}栋`
    const route = await noon.route(1, building)
    await noon.done('takeRoute', { centreId, routeId: route._id }, wang)
    const both = Array.from({ length: 4 }, () => noon.tickStop(route, 0, 'noAnswer', wang, { at: eleven }))
    expect((await Promise.all(both)).map(codeOf)).toEqual(both.map(() => 'ok'))
    expect((await noon.checksOf(route)).length).toBe(1)
    expect((await noon.routeRow(route._id)).ticks.length).toBe(1)
    expect(await toldOf(building, staff)).toBe(1)
  })

  test('and the function dies at any write: never a tick without its alarm, and asking again does it once', async () => {
    for (let n = 0; n < 8; n += 1) {
      buildings += 1
      const building = `${buildings}栋`
      const route = await noon.route(1, building)
      await noon.done('takeRoute', { centreId, routeId: route._id }, wang)
      const more = { requestId: `no-answer-${n}` }
      const tick = (headers?: Record<string, string>) =>
        noon.tickStop(route, 0, 'noAnswer', wang, { at: eleven }, { ...more, ...(headers && { headers }) })
      const died = (await tick({ 'x-crash-after-writes': String(n) })).status !== 200
      const [checks, row] = [await noon.checksOf(route), await noon.routeRow(route._id)]
      expect(checks.length).toBeGreaterThanOrEqual(row.ticks.length)
      for (const again of [await tick(), await tick()]) {
        expect(again.reply).toMatchObject({ ok: true, data: { outcome: 'noAnswer', at: eleven } })
      }
      expect((await noon.checksOf(route)).length).toBe(1)
      expect((await noon.routeRow(route._id)).ticks.length).toBe(1)
      expect(await toldOf(building, staff)).toBe(1)
      if (!died) return expect(n).toBe(4) // nothing, alarm, notice, tick
    }
    throw new Error('it never got through')
  })

  test('and the phone never asks again: the alarm is there and is reminded of', async () => {
    buildings += 1
    const building = `${buildings}栋`
    const route = await noon.route(1, building)
    await noon.done('takeRoute', { centreId, routeId: route._id }, wang)
    const headers = { 'x-crash-after-writes': '1' }
    await noon.tickStop(route, 0, 'noAnswer', wang, { at: eleven }, { headers })
    expect(await toldOf(building, staff)).toBe(0)
    await noon.clock({ now: eleven + 10 * minute })
    await noon.tick()
    expect(await toldOf(building, staff)).toBe(1)
  })

  test('and then somebody does: delivered, the alarm stays and says so', async () => {
    const { route, checkId } = await unanswered()
    expect(codeOf(await noon.tickStop(route, 0, 'delivered'))).toBe('ok')
    expect(codeOf(await noon.tickStop(route, 0, 'delivered'))).toBe('ok')
    expect((await noon.routeRow(route._id)).ticks.map(({ outcome }) => outcome)).toEqual([
      'noAnswer',
      'delivered',
    ])
    expect(await noon.row('welfareChecks', checkId)).toMatchObject({
      state: 'open',
      notes: [{ text: '后来送到了' }],
    })
    const { rows } = await noon.done('routes', { centreId, day: route.day }, wang)
    const shown = rows.find(({ routeId }) => routeId === route._id)
    expect(shown?.stops[0]?.tick?.outcome).toBe('delivered')
    expect(codeOf(await noon.tickStop(route, 0, 'noAnswer'))).toBe('ok') // the first one, synced again
    expect((await noon.checksOf(route)).length).toBe(1)
  })

  test('after it was delivered: no alarm', async () => {
    const route = await noon.taken(2)
    await noon.tickStop(route, 0, 'delivered')
    expect(codeOf(await noon.tickStop(route, 0, 'noAnswer'))).toBe('CANTEEN.ALREADY_DELIVERED')
    expect(await noon.checksOf(route)).toEqual([])
  })
})

describe('an alarm nobody answers', () => {
  test('is reminded of after 10 minutes to the named person, after 30 to all, then every hour', async () => {
    const { building, checkId } = await unanswered({ at: eleven })
    const people = [staff, secretary, volunteer, staffElsewhere]
    const told = () => Promise.all(people.map((openid) => toldOf(building, openid)))
    const at = async (minutes: number) => {
      await noon.clock({ now: eleven + minutes * minute })
      await Promise.all([noon.tick(), noon.tick()])
      await noon.tick()
      return told()
    }
    expect(await at(9)).toEqual([1, 0, 0, 0])
    expect(await at(10)).toEqual([2, 0, 0, 0])
    expect(await at(29)).toEqual([2, 0, 0, 0])
    expect(await at(30)).toEqual([3, 1, 0, 0])
    expect(await at(89)).toEqual([3, 1, 0, 0])
    expect(await at(90)).toEqual([4, 2, 0, 0])
    expect(await at(150)).toEqual([5, 3, 0, 0])
    await noon.done('noteWelfareCheck', { centreId, checkId, text: '打了电话,没人接' }, staff)
    expect(await at(210)).toEqual([6, 4, 0, 0])
    const answer = { centreId, checkId, finding: 'well' as const, text: '在女儿家,平安' }
    await noon.done('answerWelfareCheck', answer, secretary)
    expect(await at(600)).toEqual([6, 4, 0, 0])
  })

  test('is everybody’s at once where the named person may not answer any more, and reminded of so', async () => {
    const { li } = noon.couriers
    await noon.set('canteens', canteenId, { welfareTo: li })
    const { building, route, checkId } = await unanswered({ at: eleven })
    const people = [staff, secretary, volunteer, li, staffElsewhere]
    const told = () => Promise.all(people.map((openid) => toldOf(building, openid)))
    expect(await told()).toEqual([1, 1, 0, 0, 0])
    await noon.tickStop(route, 0, 'noAnswer', wang, { at: eleven })
    expect(await told()).toEqual([1, 1, 0, 0, 0])
    await noon.clock({ now: eleven + 10 * minute })
    await noon.tick()
    expect(await told()).toEqual([2, 2, 0, 0, 0])
    expect(await noon.row('welfareChecks', checkId)).toMatchObject({ to: li })
    await noon.set('canteens', canteenId, { welfareTo: staff })
  })

  test("that arrives two hours late from a phone without reception is everybody's at once", async () => {
    await noon.clock({ now: eleven + 120 * minute })
    const { building } = await unanswered({ at: eleven })
    await noon.tick()
    expect([await toldOf(building, staff), await toldOf(building, secretary)]).toEqual([2, 1])
  })

  test('is reminded of once where the timer dies, after whichever write', async () => {
    for (const n of [0, 1, 2]) {
      await noon.clock({ now: eleven })
      const { building } = await unanswered({ at: eleven })
      await noon.clock({ now: eleven + 10 * minute })
      await noon.town.cloud.timer('canteen', 'tick', { 'x-crash-after-writes': String(n) })
      await noon.tick()
      expect([n, await toldOf(building, staff)]).toEqual([n, 2])
    }
  })
})

describe('an answer', () => {
  const answer = { centreId, finding: 'well' as const, text: '在女儿家,平安' }

  test('is written once: a second is refused, the same again is answered the same', async () => {
    const { building, checkId } = await unanswered()
    const more = { requestId: `answer-${building}-x`.replace(/[^\w-]/g, '') }
    const both = await Promise.all([
      noon.ask('answerWelfareCheck', { ...answer, checkId }, staff, more),
      noon.ask('answerWelfareCheck', { ...answer, checkId, finding: 'away' }, secretary),
    ])
    expect(both.map(codeOf).toSorted()).toEqual(['CANTEEN.CHECK_ANSWERED', 'ok'])
    const first = codeOf(both[0] ?? { reply: { ok: false } })
    expect(codeOf(await noon.ask('answerWelfareCheck', { ...answer, checkId }, staff, more))).toBe(first)
    expect(await noon.row('welfareChecks', checkId)).toMatchObject({
      state: 'answered',
      notes: { length: 1 },
    })
    expect(codeOf(await noon.ask('noteWelfareCheck', { centreId, checkId, text: '再记' }, staff))).toBe(
      'CANTEEN.CHECK_ANSWERED',
    )
    expect(await toldOf(building, wang)).toBe(1)
  })

  test('stands once where the function dies, after whichever write', async () => {
    for (let n = 0; n <= 3; n += 1) {
      const { building, checkId } = await unanswered()
      const more = { requestId: `answer-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      await noon.ask('answerWelfareCheck', { ...answer, checkId }, staff, { ...more, headers })
      for (let again = 0; again < 2; again += 1) {
        expect(await noon.done('answerWelfareCheck', { ...answer, checkId }, staff, more)).toEqual({
          checkId,
        })
      }
      expect(await noon.row('welfareChecks', checkId)).toMatchObject({
        finding: 'well',
        notes: { length: 1 },
      })
      expect(await toldOf(building, wang)).toBe(1)
    }
  })

  test('may be preceded by notes, each once', async () => {
    const { checkId } = await unanswered()
    for (let n = 0; n <= 2; n += 1) {
      const more = { requestId: `note-dies-${n}` }
      const note = { centreId, checkId, text: `第 ${n} 次` }
      await noon.ask('noteWelfareCheck', note, staff, {
        ...more,
        headers: { 'x-crash-after-writes': String(n) },
      })
      for (let again = 0; again < 2; again += 1) {
        expect(await noon.done('noteWelfareCheck', note, staff, more)).toEqual({ notes: n + 1 })
      }
    }
  })

  test('is for the staff of that centre', async () => {
    const { checkId } = await unanswered()
    expect(codeOf(await noon.ask('answerWelfareCheck', { ...answer, checkId }, wang))).toBe(
      'COMMON.NOT_ALLOWED',
    )
    expect(codeOf(await noon.ask('answerWelfareCheck', { ...answer, checkId }, staffElsewhere))).toBe(
      'COMMON.NOT_ALLOWED',
    )
  })
})

test('the list has open alarms newest first, page by page, and answered ones apart', async () => {
  const seen: string[] = []
  let after: string | undefined
  const { checkId } = await unanswered()
  do {
    const page = await noon.done(
      'welfareChecks',
      { centreId, state: 'open', ...(after !== undefined && { after }) },
      staff,
    )
    seen.push(...page.rows.map((row) => row.checkId))
    after = page.next
  } while (after !== undefined)
  const open = (await noon.rows('welfareChecks', { state: 'open' })).toSorted((a, b) =>
    a.order < b.order ? 1 : -1,
  )
  expect(seen).toEqual(open.map(({ _id }) => _id))
  expect(seen).toContain(checkId)
  const { rows } = await noon.done('welfareChecks', { centreId, state: 'answered' }, staff)
  expect(rows.every(({ state, finding }) => state === 'answered' && finding !== '')).toBe(true)
})

test('phone and emergency contact are seen by those who may answer, and who looked is kept', async () => {
  const { checkId, check } = await unanswered()
  const [planted = ''] = await noon.diners(1)
  const diner = await noon.row('diners', planted)
  const emergency = { ...diner.emergency, nameSealed: seal('赵小妹'), phoneSealed: seal('13912345678') }
  const sealed = { nameSealed: seal('赵奶奶'), phoneSealed: seal('13812341234'), emergency }
  await noon.plant('diners', [{ ...diner, ...sealed, _id: check.dinerId }])
  expect(await noon.done('welfareContact', { centreId, checkId }, staff)).toEqual({
    name: '赵奶奶',
    phone: '13812341234',
    emergencyName: '赵小妹',
    relation: '女儿',
    emergencyPhone: '13912345678',
  })
  const [audit] = await noon.rows('auditLog', { action: 'canteen.welfareContact' })
  expect([audit?.who, audit?.target, audit?.reply]).toEqual([staff, checkId, undefined])
})
