import { asInstant } from '../../types/common/time'
import { centres, people } from '../harness/town'
import { centreId, evening, morning } from './reception-rows'
import { codeOf, openReception, type Reception, tally, topic } from './reception-town'

let town: Reception
const { staff, resident, pending, volunteer, residentElsewhere, staffElsewhere, stranger } = people
beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())
beforeEach(() => town.clock({ now: morning }))

/** What holds of every day whatever happened on it. */
const expectWhole = async (dayId: string) => {
  const { taken, questions, askers, left, room, slots, asked } = await town.day(dayId)
  const booked = Object.values(questions).filter(({ slot }) => slot > 0)
  expect(Object.fromEntries(booked.map(({ slot, id }) => [slot, id]))).toEqual(taken)
  expect([...askers].toSorted()).toEqual(booked.map(({ who }) => who).toSorted())
  expect(new Set(askers).size).toBe(askers.length)
  expect(left).toBe(slots - booked.length)
  expect(room).toBe(120 - slots - (Object.keys(questions).length - booked.length))
  expect(asked).toBe(Object.values(questions).filter(({ outcome }) => outcome !== 'absent').length)
}

describe('a slot', () => {
  test('is booked, shown to whoever has it, and free to nobody else', async () => {
    const dayId = await town.firstDay()
    const { reply, cost } = await town.book(dayId, 3, resident)
    expect(reply).toMatchObject({ ok: true, data: { slot: 3, at: evening + 20 * 60_000 } })
    expect(cost.dbRequests).toBe(3)
    const own = (await town.done('receptionDays', { centreId }, resident)).rows.find(
      (row) => row.dayId === dayId,
    )
    expect(own).toMatchObject({ mySlot: 3, left: 11 })
    expect(own?.free).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const others = (await town.done('receptionDays', { centreId }, volunteer)).rows
    expect(others.find((row) => row.dayId === dayId)?.mySlot).toBe(0)
    const { rows } = await town.done('myQuestions', { centreId }, resident)
    expect(rows.find((row) => row.dayId === dayId)).toMatchObject({
      ...{ slot: 3, at: evening + 20 * 60_000, topic, outcome: '', answer: '', title: '居民夜谈' },
      ...{ day: '2026-11-26', place: '社区议事厅', state: 'coming', name: '王*明' },
    })
    expect((await town.done('myQuestions', { centreId }, volunteer)).rows).toEqual([])
    await expectWhole(dayId)
  })

  test('is one of twelve for 200 people at once: twelve have one, the others are told', async () => {
    const dayId = await town.firstDay()
    const crowd = await town.crowd('crowd', 200)
    const answers = await Promise.all(crowd.map((openid, n) => town.book(dayId, (n % 12) + 1, openid)))
    expect(tally(answers)).toEqual({ ok: 12, 'HALL.SLOT_TAKEN': 188 })
    const day = await town.day(dayId)
    expect([day.left, Object.keys(day.taken).length, day.asked]).toEqual([0, 12, 12])
    await expectWhole(dayId)
  }, 120_000)

  test('that twelve want at once goes to one of them, on each of six days', async () => {
    const crowd = await town.crowd('twelve', 12)
    for (const dayId of await town.sixDays()) {
      const answers = await Promise.all(crowd.map((openid) => town.book(dayId, 7, openid)))
      expect(tally(answers)).toEqual({ ok: 1, 'HALL.SLOT_TAKEN': 11 })
      const refused = answers.find(({ reply }) => !reply.ok)
      expect(refused?.reply).toMatchObject({ message: '这个时段刚被约走,请换一个' })
      await expectWhole(dayId)
    }
  })

  test('is one for somebody who wants twelve of them at once, on each of six days', async () => {
    for (const dayId of await town.sixDays()) {
      const slots = Array.from({ length: 12 }, (_, n) => town.book(dayId, n + 1, resident))
      expect(tally(await Promise.all(slots))).toEqual({ ok: 1, 'HALL.ALREADY_ASKED': 11 })
      await expectWhole(dayId)
    }
  })

  test('is booked once by the same request ten times at once, and answered the same', async () => {
    const dayId = await town.firstDay()
    const more = { requestId: 'ten-times-the-same' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => town.book(dayId, 5, resident, more)))
    expect(tally(answers)).toEqual({ ok: 10 })
    expect(new Set(answers.map(({ reply }) => JSON.stringify(reply.ok && reply.data))).size).toBe(1)
    await expectWhole(dayId)
  })

  test('stands once where the function dies, after whichever write', async () => {
    for (let n = 0; n < 5; n += 1) {
      const dayId = await town.firstDay()
      const more = { requestId: `slot-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      const died = (await town.book(dayId, 4, resident, { ...more, headers })).status !== 200
      for (let again = 0; again < 2; again += 1) {
        expect((await town.book(dayId, 4, resident, more)).reply).toMatchObject({
          ok: true,
          data: { slot: 4 },
        })
      }
      expect(await town.questions(dayId)).toHaveLength(1)
      await expectWhole(dayId)
      if (!died) return expect(n).toBe(3) // nothing, the slot, the slot and its record
    }
    throw new Error('it never got through')
  })

  test('is booked until the day begins, by the server’s clock', async () => {
    const dayId = await town.firstDay()
    await town.clock({ now: evening - 2000 })
    expect(codeOf(await town.book(dayId, 1, resident))).toBe('ok')
    await town.clock({ now: evening })
    expect(codeOf(await town.book(dayId, 2, volunteer))).toBe('HALL.DAY_OVER')
    const back = await town.ask('cancelSlot', { centreId, dayId }, resident)
    expect(codeOf(back)).toBe('HALL.DAY_OVER')
    const row = (await town.done('receptionDays', { centreId }, resident)).rows.find(
      (one) => one.dayId === dayId,
    )
    expect(row).toMatchObject({ free: [], mySlot: 1 })
  })

  test.each([
    ['number 13 of twelve', { slot: 13 }, 'HALL.NO_SLOT'],
    ['number 0', { slot: 0 }, 'COMMON.BAD_INPUT'],
    ['no whole number', { slot: 1.5 }, 'COMMON.BAD_INPUT'],
    ['without a word', { topic: '  ' }, 'COMMON.BAD_INPUT'],
    ['with too many words', { topic: '话'.repeat(201) }, 'COMMON.BAD_INPUT'],
    ['words that may not stand', { topic: '谁要代开发票' }, 'COMMON.TEXT_REFUSED'],
    ['of a day there is not', { dayId: 'no-such-day' }, 'COMMON.NOT_FOUND'],
    ['for somebody else', { who: staff }, 'COMMON.BAD_INPUT'],
  ])('is refused: %s', async (_what, facts, code) => {
    const dayId = await town.firstDay()
    const input = { centreId, dayId, slot: 1, topic, ...facts }
    expect(codeOf(await town.ask('bookSlot', input, resident))).toBe(code)
    expect(await town.questions(dayId)).toEqual([])
  })

  test('is for the residents of that centre, also those not let in yet', async () => {
    const dayId = await town.firstDay()
    for (const who of [residentElsewhere, staffElsewhere, stranger]) {
      expect([who, codeOf(await town.book(dayId, 1, who))]).toEqual([who, 'COMMON.NOT_RESIDENT'])
      expect(codeOf(await town.ask('receptionDays', { centreId }, who))).toBe('COMMON.NOT_RESIDENT')
    }
    const elsewhere = { centreId: centres.yinxing, dayId, slot: 1, topic }
    expect(codeOf(await town.ask('bookSlot', elsewhere, residentElsewhere))).toBe('COMMON.NOT_FOUND')
    const back = { centreId: centres.yinxing, dayId }
    expect(codeOf(await town.ask('cancelSlot', back, residentElsewhere))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await town.book(dayId, 1, pending))).toBe('ok')
  })
})

describe('giving a slot back', () => {
  test('frees it for others and for oneself', async () => {
    const dayId = await town.firstDay()
    await town.done('bookSlot', { centreId, dayId, slot: 2, topic }, resident)
    const { reply, cost } = await town.ask('cancelSlot', { centreId, dayId }, resident)
    expect([reply.ok, cost.dbRequests]).toEqual([true, 3])
    await expectWhole(dayId)
    expect(codeOf(await town.ask('cancelSlot', { centreId, dayId }, resident))).toBe('HALL.NOT_ASKED')
    expect(codeOf(await town.book(dayId, 2, volunteer))).toBe('ok')
    expect(codeOf(await town.book(dayId, 3, resident))).toBe('ok')
    await expectWhole(dayId)
  })

  test('with the same request again answers the same, and gives nothing back that was taken since', async () => {
    const dayId = await town.firstDay()
    const more = { requestId: 'given-back-again' }
    await town.done('bookSlot', { centreId, dayId, slot: 2, topic }, resident)
    const headers = { 'x-crash-after-writes': '1' }
    await town.ask('cancelSlot', { centreId, dayId }, resident, { ...more, headers })
    await town.done('bookSlot', { centreId, dayId, slot: 9, topic }, resident)
    expect(await town.done('cancelSlot', { centreId, dayId }, resident, more)).toEqual({ dayId })
    expect(Object.keys((await town.day(dayId)).taken)).toEqual(['9'])
    await expectWhole(dayId)
  })

  test('happens once where it is asked for several times at once, or the function dies', async () => {
    for (let n = 0; n <= 2; n += 1) {
      const dayId = await town.firstDay()
      await town.done('bookSlot', { centreId, dayId, slot: 2, topic }, resident)
      const more = { requestId: `back-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      await town.ask('cancelSlot', { centreId, dayId }, resident, { ...more, headers })
      const again = [1, 2, 3].map(() => town.ask('cancelSlot', { centreId, dayId }, resident, more))
      expect(tally(await Promise.all(again))).toEqual({ ok: 3 })
      expect((await town.day(dayId)).gaveBack).toHaveLength(1)
      await expectWhole(dayId)
    }
  })

  test('and taking the same slot at once leave the day whole', async () => {
    const dayId = await town.firstDay()
    const crowd = await town.crowd('swap', 24)
    const [first, second] = [crowd.slice(0, 12), crowd.slice(12)]
    await Promise.all(first.map((openid, n) => town.book(dayId, n + 1, openid)))
    await Promise.all([
      ...first.map((openid) => town.ask('cancelSlot', { centreId, dayId }, openid)),
      ...second.map((openid, n) => town.book(dayId, n + 1, openid)),
    ])
    await expectWhole(dayId)
    await Promise.all(second.map((openid, n) => town.book(dayId, n + 1, openid)))
    await expectWhole(dayId)
    expect([...(await town.day(dayId)).askers].toSorted()).toEqual([...second].toSorted())
  })
})

describe('a day that is called off', () => {
  test('tells those who had a slot, once, and takes no more', async () => {
    const dayId = await town.firstDay({ title: '连心日甲' })
    await town.done('bookSlot', { centreId, dayId, slot: 1, topic }, resident)
    await town.done('bookSlot', { centreId, dayId, slot: 2, topic }, volunteer)
    await town.door(dayId)
    const reason = '书记去区里开会'
    expect(await town.done('cancelReceptionDay', { centreId, dayId, reason }, staff)).toEqual({ told: 2 })
    const [notice] = await town.told(resident, '连心日甲')
    expect(notice?.text).toBe(`您约的11月26日(周四) 19:00 连心日甲不办了:${reason}。可以另约一天。`)
    expect(codeOf(await town.ask('cancelReceptionDay', { centreId, dayId, reason }, staff))).toBe(
      'HALL.DAY_OVER',
    )
    expect(await town.told(volunteer, '连心日甲')).toHaveLength(1)
    expect(codeOf(await town.book(dayId, 3, people.secretary))).toBe('HALL.DAY_OVER')
    const shown = (await town.done('receptionDays', { centreId }, resident)).rows.find(
      (row) => row.dayId === dayId,
    )
    expect(shown).toMatchObject({ state: 'cancelled', cancelledBecause: reason, free: [] })
    expect(await town.sheet(dayId)).toMatchObject({ asked: 0, answered: 0, listed: 0 })
  })

  test('is called off once, and everybody is told, where the function dies', async () => {
    for (let n = 0; n <= 3; n += 1) {
      const dayId = await town.firstDay({ title: `连心日 ${n}` })
      await town.done('bookSlot', { centreId, dayId, slot: 1, topic }, resident)
      const more = { requestId: `off-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      const input = { centreId, dayId, reason: '停电' }
      await town.ask('cancelReceptionDay', input, staff, { ...more, headers })
      for (let again = 0; again < 2; again += 1) {
        expect(await town.done('cancelReceptionDay', input, staff, more)).toEqual({ told: 1 })
      }
      expect(await town.told(resident, `连心日 ${n}这天不办了`)).toHaveLength(1)
    }
  })

  test('tells everybody who got a slot in the same moment', async () => {
    const dayId = await town.firstDay({ title: '连心日乙' })
    const crowd = await town.crowd('off', 12)
    const [off, ...booked] = await Promise.all([
      town.ask('cancelReceptionDay', { centreId, dayId, reason: '停电' }, staff),
      ...crowd.map((openid, n) => town.book(dayId, n + 1, openid)),
    ])
    const { ok = 0 } = tally(booked)
    expect(off.reply).toMatchObject({ ok: true, data: { told: ok } })
    const { askers } = await town.day(dayId)
    for (const openid of askers) expect(await town.told(openid, '连心日乙')).toHaveLength(1)
    expect(askers).toHaveLength(ok)
  })

  test('can be called off until it would have ended, as long as nothing was answered', async () => {
    const dayId = await town.firstDay()
    const questionId = await town.door(dayId)
    await town.clock({ now: evening + 60_000 })
    await town.answer(dayId, questionId)
    const reason = '停电'
    expect(codeOf(await town.ask('cancelReceptionDay', { centreId, dayId, reason }, staff))).toBe(
      'HALL.DAY_OVER',
    )
    const other = await town.firstDay({ startsAt: 1141 })
    const next = await town.day(other)
    await town.clock({ now: asInstant(next.endsAt) })
    const late = { centreId, dayId: other, reason }
    expect(codeOf(await town.ask('cancelReceptionDay', late, staff))).toBe('HALL.DAY_OVER')
    await town.clock({ now: next.endsAt - 2000 })
    expect(codeOf(await town.ask('cancelReceptionDay', late, staff))).toBe('ok')
    for (const who of [resident, volunteer, staffElsewhere]) {
      expect(codeOf(await town.ask('cancelReceptionDay', late, who))).toBe('COMMON.NOT_ALLOWED')
    }
  })
})
