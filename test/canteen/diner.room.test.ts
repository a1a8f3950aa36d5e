import { communityContract } from '../../types/community.contract'
import { centres, people } from '../harness/town'
import { centreId, daughter, dayAfter, type Noon, openNoon, staff, stranger } from './noon'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const { secretary, staffElsewhere, residentElsewhere } = people
let made = 0

/** A form of somebody never seen before. */
const form = (facts: object = {}) => {
  made += 1
  return {
    centreId,
    name: '赵奶奶',
    birthDay: '1940-05-06',
    building: '9栋',
    room: String(1000 + made),
    phone: '13812341234',
    needs: ['低盐' as const],
    avoids: ['虾蟹' as const],
    emergency: { name: '赵小妹', relation: '女儿', phone: '13912345678' },
    ...facts,
  }
}
const register = (facts: object = {}, openid: string = daughter, more = {}) =>
  noon.ask('registerDiner', { relation: '母亲', ...form(facts) }, openid, more)
const registered = async (facts: object = {}) => {
  const { reply } = await register(facts)
  if (!reply.ok) throw new Error(reply.code)
  return reply.data.dinerId
}
const decide = (
  dinerId: string,
  decision: 'approve' | 'reject',
  by: string = staff,
  reason = '',
  more = {},
) => noon.ask('decideDiner', { centreId, dinerId, decision, reason }, by, more)
const approved = async (facts: object = {}) => {
  const dinerId = await registered(facts)
  await decide(dinerId, 'approve')
  return dinerId
}
const refused = (code: string) => expect.objectContaining({ ok: false, code })
const saved = { needs: [], avoids: [], careTags: [], owesUpTo: 0, ended: false, building: '9栋' }

describe('a daughter registers her mother', () => {
  test('and orders for her once the staff approved', async () => {
    const dinerId = await registered({ room: '501' })
    const mine = async () =>
      (await noon.done('myDiners', {}, daughter)).rows.find((row) => row.dinerId === dinerId)
    expect(await mine()).toMatchObject({
      state: 'pending',
      name: '赵*奶',
      age: -1,
      subsidy: '',
      relation: '母亲',
      balance: 0,
    })
    expect(await noon.rows('mealAccounts', { _id: dinerId })).toEqual([])
    expect((await decide(dinerId, 'approve')).reply).toMatchObject({ ok: true, data: { dinerId } })
    expect(await mine()).toMatchObject({
      state: 'approved',
      age: 86,
      subsidy: '80 岁以上,每顿补 7.00 元',
      needs: ['低盐'],
      avoids: ['虾蟹'],
      deliveryUntil: '',
    })
    expect(await noon.account(dinerId)).toMatchObject({ balance: 0, owesUpTo: 0, centreId, pending: [] })
    const { rows } = await noon.town.done(communityContract, 'notices', {}, daughter)
    expect(rows[0]).toMatchObject({ title: '用餐登记通过了' })
  })

  test('is told why when the staff say no, and may try again', async () => {
    const facts = { room: '502' }
    const dinerId = await registered(facts)
    expect((await decide(dinerId, 'reject')).reply).toEqual(refused('CANTEEN.REASON_MISSING'))
    await decide(dinerId, 'reject', staff, '生日和身份证不一样')
    expect((await noon.done('myDiners', {}, daughter)).rows).toContainEqual(
      expect.objectContaining({ dinerId, state: 'rejected', rejectedBecause: '生日和身份证不一样' }),
    )
    expect(await registered(facts)).toBe(dinerId)
    expect(await noon.row('diners', dinerId)).toMatchObject({ state: 'pending', rejectedBecause: '' })
  })

  test('once: however name and door are written, by whomever, also many at once', async () => {
    await registered({ name: '钱 奶奶', building: '７号楼', room: '301室' })
    const again = await register({ name: '钱奶奶', building: '7栋', room: '301' }, people.volunteer)
    expect(again.reply).toEqual(refused('CANTEEN.ALREADY_DINER'))
    const other = await register({ name: '钱奶奶', birthDay: '1941-05-06', building: '7', room: '301' })
    expect(other.reply.ok).toBe(true)

    const facts = { name: '孙奶奶', room: '77' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(facts)))
    expect(answers.filter(({ reply }) => reply.ok).length).toBe(1)
    const more = { requestId: 'the-same-request' }
    const same = { name: '李奶奶', room: '78' }
    const repeats = await Promise.all(Array.from({ length: 8 }, () => register(same, daughter, more)))
    expect(repeats.every(({ reply }) => reply.ok)).toBe(true)
  })

  test.each([
    ['1899-12-31', 'CANTEEN.WRONG_BIRTH'],
    [dayAfter(1), 'CANTEEN.WRONG_BIRTH'],
    ['2026-02-29', 'COMMON.BAD_INPUT'],
  ])('not with the birth day %s', async (birthDay, code) => {
    expect((await register({ birthDay })).reply).toEqual(refused(code))
  })

  test('not before she is registered herself', async () => {
    expect((await register({}, stranger)).reply).toEqual(refused('CANTEEN.JOIN_FIRST'))
  })
})

describe('the staff decide', () => {
  test('once, also two of them at the same moment', async () => {
    const dinerId = await registered()
    const answers = await Promise.all([
      decide(dinerId, 'approve'),
      decide(dinerId, 'approve', secretary),
      decide(dinerId, 'reject', secretary, '不是本社区的'),
    ])
    const codes = answers.map(({ reply }) => (reply.ok ? 'done' : reply.code)).toSorted()
    expect(codes).toEqual(['CANTEEN.ALREADY_DECIDED', 'CANTEEN.ALREADY_DECIDED', 'done'])
    const { state } = await noon.row('diners', dinerId)
    expect((await noon.rows('mealAccounts', { _id: dinerId })).length).toBe(state === 'approved' ? 1 : 0)
  })

  test('and a repeated request is answered as before', async () => {
    const dinerId = await registered()
    const more = { requestId: 'approve-it' }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => decide(dinerId, 'approve', staff, '', more)),
    )
    expect(answers.map(({ reply }) => reply.ok)).toEqual([true, true, true, true])
  })

  test('never for their own family', async () => {
    const { reply } = await register({}, staff)
    const dinerId = reply.ok ? reply.data.dinerId : ''
    expect((await decide(dinerId, 'approve')).reply).toEqual(refused('CANTEEN.OWN_AFFAIR'))
    expect((await decide(dinerId, 'approve', secretary)).reply.ok).toBe(true)
    const { room } = await noon.row('diners', dinerId)
    const mine = { centreId, dinerId, ...saved, room }
    expect((await noon.ask('saveDiner', mine, staff)).reply).toEqual(refused('CANTEEN.OWN_AFFAIR'))
    const pay = { centreId, dinerId, fen: 100, note: '现金' }
    expect((await noon.ask('topUp', pay, staff)).reply).toEqual(refused('CANTEEN.OWN_AFFAIR'))
    expect((await noon.ask('payOut', pay, staff)).reply).toEqual(refused('CANTEEN.OWN_AFFAIR'))
    const undo = { centreId, dinerId, journalId: 'any', reason: '记错' }
    expect((await noon.ask('reverseTopUp', undo, staff)).reply).toEqual(refused('CANTEEN.OWN_AFFAIR'))
    const door = { building: '1', room: '102' } // where the staff said they live
    const home = { ...form(door), careTags: [] }
    expect((await noon.ask('addDiner', home, staff)).reply).toEqual(refused('CANTEEN.OWN_AFFAIR'))
  })

  test('not about another centre’s', async () => {
    const dinerId = await registered()
    const at = { centreId: centres.yinxing, dinerId, decision: 'approve' as const, reason: '' }
    expect((await noon.ask('decideDiner', at, staffElsewhere)).reply).toEqual(refused('COMMON.NOT_FOUND'))
  })

  test('add somebody who came to the counter, at once with an account', async () => {
    const input = { ...form({ name: '周爷爷', birthDay: '1944-02-29' }), careTags: ['独居' as const] }
    const more = { requestId: 'add-grandpa' }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => noon.ask('addDiner', input, staff, more)),
    )
    const [first] = answers
    expect(first?.reply.ok).toBe(true)
    expect(answers.map(({ reply }) => reply.ok && reply.data)).toEqual(
      answers.map(() => first?.reply.ok && first.reply.data),
    )
    expect((await noon.ask('addDiner', input, staff)).reply).toEqual(refused('CANTEEN.ALREADY_DINER'))
    const dinerId = first?.reply.ok ? first.reply.data.dinerId : ''
    expect(await noon.done('diner', { centreId, dinerId }, staff)).toMatchObject({
      state: 'approved',
      age: 82,
      careTags: ['独居'],
      name: '周*爷',
      phone: '138****1234',
      emergency: { name: '赵*妹', relation: '女儿', phone: '139****5678' },
      balance: 0,
      family: [],
    })
  })

  test('find the household that lives behind the door', async () => {
    const dinerId = await approved({ building: '1', room: '105' })
    const { householdId } = await noon.row('residents', daughter)
    expect(await noon.row('diners', dinerId)).toMatchObject({ householdId, building: '1栋' })
    const { rows } = await noon.done('myDiners', {}, daughter)
    expect(rows.map((row) => row.dinerId)).toContain(dinerId)
  })

  test('change door, tags, delivery and how far the bill may grow', async () => {
    const dinerId = await approved()
    const delivery = { reason: '行动不便', until: '2027-06-30' }
    const facts = { ...saved, careTags: ['失能' as const], delivery, owesUpTo: 50_000, room: '201室' }
    await noon.done('saveDiner', { centreId, dinerId, ...facts, building: '3号楼' }, staff)
    expect(await noon.done('diner', { centreId, dinerId }, staff)).toMatchObject({
      building: '3栋',
      room: '201',
      careTags: ['失能'],
      deliveryUntil: '2027-06-30',
      deliveryReason: '行动不便',
      owesUpTo: 50_000,
    })
    expect(await noon.account(dinerId)).toMatchObject({ building: '3栋', room: '201', owesUpTo: 50_000 })
  })

  test('end nobody whose account is not zero', async () => {
    const dinerId = await approved()
    const end = { centreId, dinerId, ...saved, room: '1', ended: true }
    await noon.done('topUp', { centreId, dinerId, fen: 500, note: '' }, staff)
    expect((await noon.ask('saveDiner', end, staff)).reply).toEqual(refused('CANTEEN.STILL_OWES'))
    await noon.done('payOut', { centreId, dinerId, fen: 500, note: '搬走' }, staff)
    await noon.done('saveDiner', end, staff)
    expect((await noon.row('diners', dinerId)).state).toBe('ended')
    const { rows } = await noon.done('myDiners', {}, daughter)
    expect(rows.map((row) => row.dinerId)).not.toContain(dinerId)
  })
})

describe('a function that dies half-way and is asked again', () => {
  /** What a dead transaction holds is free again after this. */
  const untilFree = 31_000
  type Call = (dinerId: string, room: string, more: object) => ReturnType<typeof noon.ask>

  const walk = async (prepare: (room: string) => Promise<string>, call: Call): Promise<number> => {
    for (let n = 0; n < 20; n += 1) {
      const room = `crash-${made}-${n}`
      const prepared = await prepare(room)
      const requestId = `dies-after-${made}-${n}`
      const cut = await call(prepared, room, { requestId, headers: { 'x-crash-after-writes': String(n) } })
      await noon.clock({ advance: untilFree })
      const answers = [await call(prepared, room, { requestId }), await call(prepared, room, { requestId })]
      expect(answers.map(({ reply }) => reply.ok)).toEqual([true, true])
      const [row, ...others] = await noon.rows('diners', { room: room.toUpperCase() })
      expect([row?.state, others.length]).toEqual(['approved', 0])
      expect((await noon.rows('mealAccounts', { _id: row?._id ?? '' })).length).toBe(1)
      if (cut.status === 200) return n
    }
    throw new Error('it never got through')
  }

  test('approves once, with one account', async () => {
    const deaths = await walk(
      (room) => registered({ room }),
      (dinerId, _room, more) => decide(dinerId, 'approve', staff, '', more),
    )
    expect(deaths).toBeGreaterThan(2)
  })

  test('adds once, with one account', async () => {
    const deaths = await walk(
      async () => '',
      (_id, room, more) => noon.ask('addDiner', { ...form({ room }), careTags: [] }, staff, more),
    )
    expect(deaths).toBeGreaterThan(1)
  })
})

describe('relatives', () => {
  const codeOf = async (dinerId: string) => noon.done('dinerCode', { centreId, dinerId }, daughter)
  const join = (code: string, openid: string = residentElsewhere) =>
    noon.ask('joinDiner', { centreId, code, relation: '儿子' }, openid)

  test('bind themselves by a code that holds for a while', async () => {
    const dinerId = await approved()
    const { code, until } = await codeOf(dinerId)
    expect(until).toBeGreaterThan(await noon.clock({ advance: 0 }))
    expect((await join(code)).reply).toMatchObject({ ok: true, data: { dinerId, name: '赵*奶' } })
    expect((await join(code)).reply).toMatchObject({ ok: true })
    expect((await noon.row('diners', dinerId)).family.map(({ relation }) => relation)).toEqual([
      '母亲',
      '儿子',
    ])
    const { rows } = await noon.done('myDiners', {}, residentElsewhere)
    expect(rows).toMatchObject([{ dinerId, relation: '儿子', age: 86 }])

    const more = { requestId: 'leave-it-once' }
    const leave = () => noon.ask('leaveDiner', { centreId, dinerId }, residentElsewhere, more)
    expect([(await leave()).reply.ok, (await leave()).reply.ok]).toEqual([true, true])
    expect((await noon.done('myDiners', {}, residentElsewhere)).rows).toEqual([])
    expect((await noon.ask('leaveDiner', { centreId, dinerId }, residentElsewhere)).reply).toEqual(
      refused('CANTEEN.NOT_YOURS'),
    )
    expect((await noon.ask('dinerCode', { centreId, dinerId }, residentElsewhere)).reply).toEqual(
      refused('CANTEEN.NOT_YOURS'),
    )
    await noon.clock({ advance: 1_200_000 })
    expect((await join(code)).reply).toEqual(refused('CANTEEN.BAD_CODE'))
  })

  test('need a code that was signed here, and to be registered', async () => {
    const dinerId = await approved()
    const { code } = await codeOf(dinerId)
    const other = await approved()
    const forged = code.replace(dinerId, other)
    for (const wrong of [forged, 'no-such-code', `${code}0`]) {
      expect((await join(wrong)).reply).toEqual(refused('CANTEEN.BAD_CODE'))
    }
    expect((await join(code, stranger)).reply).toEqual(refused('CANTEEN.JOIN_FIRST'))
  })

  test('are twelve at most', async () => {
    const dinerId = await approved()
    const { code } = await codeOf(dinerId)
    const family = Array.from({ length: 11 }, (_one, n) => ({ who: `r${n}`, nameMasked: '', relation: '孙' }))
    await noon.set('diners', dinerId, { family })
    const answers = await Promise.all([join(code), join(code, people.volunteer)])
    const codes = answers.map(({ reply }) => (reply.ok ? 'done' : reply.code)).toSorted()
    expect(codes).toEqual(['CANTEEN.FAMILY_FULL', 'done'])
    expect((await noon.row('diners', dinerId)).family.length).toBe(12)
  })

  test('change the diet; strangers do not', async () => {
    const dinerId = await approved()
    const diet = { centreId, dinerId, needs: ['软烂' as const], avoids: [] }
    expect((await noon.ask('saveDiet', diet, residentElsewhere)).reply).toEqual(refused('CANTEEN.NOT_YOURS'))
    await noon.done('saveDiet', diet, daughter)
    expect(await noon.row('diners', dinerId)).toMatchObject({ needs: ['软烂'], avoids: [] })
  })
})

describe('personal data', () => {
  test('are shown in full only to who asks by name of the diner, and it is recorded', async () => {
    const dinerId = await approved({ name: '郑秀英' })
    expect(await noon.done('dinerPersonal', { centreId, dinerId }, staff)).toEqual({
      name: '郑秀英',
      birthDay: '1940-05-06',
      phone: '13812341234',
      emergencyName: '赵小妹',
      emergencyPhone: '13912345678',
    })
    const [seen] = await noon.rows('auditLog', { action: 'canteen.dinerPersonal', target: dinerId })
    expect(seen).toMatchObject({ who: staff, centreId })
    expect(seen?.reply).toBe(undefined)
  })

  test('stand neither readably in the database, nor in the audit log, nor in what functions write', async () => {
    await approved({ name: '冯淑珍', birthDay: '1938-11-12', phone: '13711112222' })
    const everything = JSON.stringify([
      await noon.rows('diners'),
      await noon.rows('mealAccounts'),
      await noon.rows('auditLog'),
      await noon.rows('notices'),
      noon.town.cloud.said(),
    ])
    for (const secret of ['冯淑珍', '1938-11-12', '13711112222', '13912345678', '赵小妹']) {
      expect([secret, everything.includes(secret)]).toEqual([secret, false])
    }
  })
})

test('the register shows a page of a state by door, with what is on the account', async () => {
  await noon.diners(45, { balance: 1200, state: 'approved', centreId: centres.yinxing })
  const page = (after?: string) =>
    noon.done(
      'diners',
      { centreId: centres.yinxing, state: 'approved', ...(after && { after }) },
      staffElsewhere,
    )
  const first = await page()
  const second = await page(first.next)
  const third = await page(second.next)
  expect([first.rows.length, second.rows.length, third.rows.length, third.next]).toEqual([
    20,
    20,
    5,
    undefined,
  ])
  expect(first.rows[0]).toMatchObject({ balance: 1200, age: 86, subsidy: '80 岁以上,每顿补 7.00 元' })
  expect(new Set([first, second, third].flatMap(({ rows }) => rows.map((row) => row.dinerId))).size).toBe(45)
})
