import { publishedYear } from '../../cloudfunctions/hall/calendar/published'
import { addDays, instantOf, type ShanghaiDay } from '../../types/common/time'
import { people } from '../harness/town'
import { centreId, evening, morning, nightTalk, thursday } from './reception-rows'
import { codeOf, openReception, type Reception } from './reception-town'

let town: Reception
const { staff, secretary, resident, volunteer, staffElsewhere, stranger } = people
beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())
beforeEach(() => town.clock({ now: morning }))

const day = (text: string) => text as ShanghaiDay
const daysOf = async (ruleId: string) =>
  (await town.rows('receptionDays', { ruleId }))
    .map((one) => `${one.day} ${one.state}`)
    .toSorted()
    .map((text) => text.replace(' coming', ''))
/** What a function that died in a transaction held is free after this. */
const runsEnd = 31_000
const firstTuesday = { every: 'month', nth: 1, weekday: 2 } as const

describe('a rule that is saved', () => {
  test('has its days for the next five weeks at once, the one of tonight too', async () => {
    const { ruleId, days } = await town.done('saveReceptionRule', nightTalk, staff)
    expect(days).toEqual(['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24', '2026-12-31'])
    expect(await daysOf(ruleId)).toEqual(days)
    const { rows } = await town.done('receptionDays', { centreId }, resident)
    const tonight = rows.find(({ dayId }) => dayId === `${ruleId}_2026-11-26`)
    expect(tonight).toMatchObject({ startsAt: evening, left: 12, mySlot: 0, host: '周书记', state: 'coming' })
    expect(tonight?.free).toHaveLength(12)
    const { rows: rules } = await town.done('receptionRules', { centreId }, staff)
    expect(rules.at(-1)).toEqual({ ruleId, ...nightTalk, centreId: undefined })
  })

  test('twice at once with the same request is one rule', async () => {
    const more = { requestId: 'saved-twice-at-once' }
    const title = '书记连心日'
    const both = await Promise.all(
      [1, 2, 3].map(() => town.ask('saveReceptionRule', { ...nightTalk, title }, staff, more)),
    )
    expect(new Set(both.map(({ reply }) => JSON.stringify(reply.ok && reply.data))).size).toBe(1)
    expect(await town.rows('receptionRules', { title })).toHaveLength(1)
    expect(await town.rows('receptionDays', { title })).toHaveLength(6)
  })

  test('stands whole or not at all where the function dies, and asking again does it once', async () => {
    for (let n = 0; n < 12; n += 1) {
      const facts = { ...nightTalk, title: `连心日 ${n}`, recurrence: firstTuesday }
      const more = { requestId: `rule-dies-${n}` }
      const headers = { 'x-crash-after-writes': String(n) }
      const died = (await town.ask('saveReceptionRule', facts, staff, { ...more, headers })).status !== 200
      await town.clock({ advance: runsEnd })
      const [before] = await town.rows('receptionRules', { title: facts.title })
      const made = await town.rows('receptionDays', { title: facts.title })
      expect([n, made.length]).toEqual([n, before ? 1 : 0])
      const { ruleId, days } = await town.done('saveReceptionRule', facts, staff, more)
      expect(days).toEqual(['2026-12-01'])
      expect(await daysOf(ruleId)).toEqual(days)
      if (!died) return expect(n).toBeGreaterThan(2)
    }
    throw new Error('it never got through')
  })

  test('leaves public holidays out, and a day is never moved', async () => {
    await town.clock({ now: instantOf(day('2026-09-20'), 600) })
    const { days } = await town.done('saveReceptionRule', nightTalk, staff)
    expect(days).toEqual(['2026-09-24', '2026-10-08', '2026-10-15', '2026-10-22'])
    const other = await town.done('saveReceptionRule', { ...nightTalk, skipHolidays: false }, staff)
    expect(other.days).toContain('2026-10-01')
  })

  test('follows the calendar its district entered', async () => {
    const off = [...(publishedYear(2026)?.off ?? []), '2026-12-10']
    const entered = { _id: 'hudong:2026', centreId: 'hudong', year: 2026, worked: [] }
    await town.plant('calendars', [{ ...entered, off: off.map(day), recountedAfter: '~', editedAt: morning }])
    const { days } = await town.done('saveReceptionRule', nightTalk, staff)
    await town.set('calendars', 'hudong:2026', { off: off.slice(0, -1) })
    expect(days).not.toContain('2026-12-10')
    expect(days).toContain('2026-12-17')
  })

  test.each([
    ['ends after midnight', { startsAt: 1380, slots: 7 }, 'HALL.WRONG_HOURS'],
    ['has no slots', { slots: 0 }, 'COMMON.BAD_INPUT'],
    ['has 61 slots', { slots: 61 }, 'COMMON.BAD_INPUT'],
    ['has half a minute', { slotMinutes: 7.5 }, 'COMMON.BAD_INPUT'],
    ['comes on an eighth weekday', { recurrence: { every: 'week', weekday: 8 } }, 'COMMON.BAD_INPUT'],
    ['comes on a sixth Monday', { recurrence: { every: 'month', nth: 6, weekday: 1 } }, 'COMMON.BAD_INPUT'],
    ['begins on no day', { startsOn: '2026-02-30' }, 'COMMON.BAD_INPUT'],
    ['brings something nobody asked for', { madeUntil: '2030-01-01' }, 'COMMON.BAD_INPUT'],
    ['is of another kind', { kind: 'mayor' }, 'COMMON.BAD_INPUT'],
    ['is an edit of none', { ruleId: 'no-such-rule' }, 'COMMON.NOT_FOUND'],
  ])('is refused when it %s', async (_what, facts, code) => {
    const input = { ...nightTalk, ...facts } as typeof nightTalk
    expect(codeOf(await town.ask('saveReceptionRule', input, staff))).toBe(code)
  })

  test('is for those who hold reception days at that centre', async () => {
    for (const who of [resident, volunteer, staffElsewhere, stranger]) {
      expect(codeOf(await town.ask('saveReceptionRule', nightTalk, who))).toBe('COMMON.NOT_ALLOWED')
      expect(codeOf(await town.ask('receptionRules', { centreId }, who))).toBe('COMMON.NOT_ALLOWED')
    }
    const { ruleId } = await town.done('saveReceptionRule', nightTalk, secretary)
    const elsewhere = { ...nightTalk, ruleId, centreId: 'hudong.chunjiang.yinxing' }
    expect(codeOf(await town.ask('saveReceptionRule', elsewhere, staffElsewhere))).toBe('COMMON.NOT_FOUND')
  })
})

describe('a rule that is changed', () => {
  const tuesdays = { ...nightTalk, recurrence: { every: 'week', weekday: 2 } as const }

  test('changes and moves the days nobody asked anything about, and leaves the others', async () => {
    const { ruleId } = await town.done('saveReceptionRule', nightTalk, staff)
    const booked = `${ruleId}_2026-12-10`
    expect(codeOf(await town.book(booked, 2, resident))).toBe('ok')
    await town.done('cancelReceptionDay', { centreId, dayId: `${ruleId}_2026-12-17`, reason: '停电' }, staff)
    const { days } = await town.done('saveReceptionRule', { ...tuesdays, ruleId, place: '小广场' }, staff)
    expect(days).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'])
    expect(await daysOf(ruleId)).toEqual([...days, '2026-12-10', '2026-12-17 cancelled'].toSorted())
    expect(await town.day(booked)).toMatchObject({ place: '社区议事厅', left: 11 })
    expect(await town.day(`${ruleId}_2026-12-01`)).toMatchObject({ place: '小广场' })

    const later = { ...nightTalk, ruleId, startsAt: 1110, slots: 6 }
    await town.done('saveReceptionRule', later, staff)
    expect(await daysOf(ruleId)).toEqual([
      ...['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17 cancelled', '2026-12-24', '2026-12-31'],
    ])
    expect(await town.day(booked)).toMatchObject({ startsAt: evening + 14 * 86_400_000, slots: 12, left: 11 })
    expect(await town.day(`${ruleId}_2026-12-03`)).toMatchObject({
      ...{ startsAt: evening + 7 * 86_400_000 - 1_800_000, slots: 6, left: 6, room: 114 },
    })
  })

  test('makes no more days once it is stopped, also not by the timer, and goes on when it is taken up', async () => {
    const { ruleId } = await town.done('saveReceptionRule', tuesdays, staff)
    expect(codeOf(await town.book(`${ruleId}_2026-12-01`, 1, resident))).toBe('ok')
    const stopped = await town.done('saveReceptionRule', { ...tuesdays, ruleId, stopped: true }, staff)
    expect(stopped.days).toEqual([])
    expect(await daysOf(ruleId)).toEqual(['2026-12-01'])
    await town.clock({ advance: 20 * 86_400_000 })
    await town.tick()
    expect(await daysOf(ruleId)).toEqual(['2026-12-01'])
    const { days } = await town.done('saveReceptionRule', { ...tuesdays, ruleId }, staff)
    expect(days[0]).toBe('2026-12-22')
    expect(await daysOf(ruleId)).toEqual(['2026-12-01', ...days])
  })

  test('by two at once has the days of one of them', async () => {
    const { ruleId } = await town.done('saveReceptionRule', nightTalk, staff)
    const wednesdays = { ...nightTalk, recurrence: { every: 'week', weekday: 3 } as const }
    const [one, other] = await Promise.all([
      town.done('saveReceptionRule', { ...tuesdays, ruleId }, staff),
      town.done('saveReceptionRule', { ...wednesdays, ruleId }, secretary),
      town.tick(),
    ])
    const [rule] = await town.rows('receptionRules', { _id: ruleId })
    expect(await daysOf(ruleId)).toEqual(rule?.recurrence.weekday === 2 ? one.days : other.days)
  })
})

describe('the timer', () => {
  test('opens one day more each midnight, over the end of the year, once however many run', async () => {
    const { ruleId, days } = await town.done('saveReceptionRule', nightTalk, staff)
    expect(days.at(-1)).toBe('2026-12-31')
    for (let passed = 1; passed <= 15; passed += 1) {
      await town.clock({ now: instantOf(addDays(thursday, passed), 1) })
      await Promise.all([town.tick(), town.tick(), town.tick()])
    }
    expect((await daysOf(ruleId)).slice(6)).toEqual(['2027-01-07', '2027-01-14'])
  })

  test('makes what it missed, none of it in the past', async () => {
    const { ruleId } = await town.done('saveReceptionRule', nightTalk, staff)
    await town.clock({ now: instantOf(day('2027-02-04'), 20 * 60) })
    await town.tick()
    expect((await daysOf(ruleId)).slice(6)).toEqual([
      ...['2027-02-11', '2027-02-18', '2027-02-25', '2027-03-04', '2027-03-11'],
    ])
  })

  test('goes on where it died, after whichever write', async () => {
    const { ruleId } = await town.done('saveReceptionRule', nightTalk, staff)
    await town.clock({ now: instantOf(day('2026-12-03'), 1) })
    for (const n of [0, 1, 2, 3]) {
      await town.tick({ 'x-crash-after-writes': String(n) })
      await town.clock({ advance: runsEnd })
    }
    await town.tick()
    await town.tick()
    expect((await daysOf(ruleId)).slice(6)).toEqual(['2027-01-07'])
  })
})
