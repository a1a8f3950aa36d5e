import {
  afterSilence,
  afterStep,
  recounted,
  stepDue,
} from '../../cloudfunctions/hall/problem/escalation.rule'
import { at, calendars, day, problemRow, with2027 } from './problem-rows'

describe('the step that is due', () => {
  test.each([
    ['2026-11-27', 8.99, undefined],
    ['2026-11-27', 9, 'remindBefore'],
    ['2026-11-30', 8.99, 'remindBefore'],
    ['2026-11-30', 9, 'remindOnDay'],
    ['2026-11-30', 23.99, 'remindOnDay'],
    ['2026-12-01', 0, 'overdue'],
    // after weeks it still begins with the first climb
    ['2027-03-01', 0, 'overdue'],
  ] as const)('on %s at %d is %s', (date, hours, step) => {
    expect(stepDue(problemRow(), calendars, at(date, hours))).toBe(step)
  })

  test('of a problem overdue already is the next climb, one after another', () => {
    const late = (level: 'staff' | 'secretary' | 'street') => problemRow({ overdue: true, level })
    const now = at('2026-12-20', 0)
    expect(stepDue(late('staff'), calendars, at('2026-12-01', 23))).toBeUndefined()
    expect(stepDue(late('staff'), calendars, now)).toBe('toSecretary')
    expect(stepDue(late('secretary'), calendars, now)).toBe('toStreet')
    expect(stepDue(late('street'), calendars, now)).toBeUndefined()
  })
})

describe('a step', () => {
  const now = at('2026-12-01', 0)

  test('of reminding changes nothing but when it is looked at next, and only the staff read of it', () => {
    const change = afterStep(problemRow(), 'remindBefore', calendars, at('2026-11-27', 9))
    expect(change).toMatchObject({
      fields: { level: 'officer', overdue: false, nextAt: at('2026-11-30', 9) },
      line: { kind: 'reminded', internal: true, by: '', text: '提醒经办人:11月30日前办完' },
    })
    expect(change.counted).toEqual({})
  })

  test('over the due day goes to all staff and is counted once', () => {
    expect(afterStep(problemRow(), 'overdue', calendars, now)).toMatchObject({
      fields: { level: 'staff', overdue: true, nextAt: at('2026-12-02', 0) },
      line: { kind: 'escalated', internal: false },
      counted: { overdue: 1 },
    })
  })

  test('over a second due day keeps the level it had, and is not counted again', () => {
    const again = problemRow({ level: 'secretary' })
    const change = afterStep(again, 'overdue', calendars, now)
    expect(change.fields).toEqual({ level: 'secretary', overdue: true, nextAt: at('2026-12-04', 0) })
    expect(change.counted).toEqual({})
    const atStreet = problemRow({ level: 'street' })
    expect(afterStep(atStreet, 'overdue', calendars, now).fields).toMatchObject({
      level: 'street',
      nextAt: 0,
    })
  })

  test('climbs to the secretary, then to the street, and then no further', () => {
    const late = problemRow({ overdue: true, level: 'staff' })
    const toSecretary = afterStep(late, 'toSecretary', calendars, at('2026-12-02', 0))
    expect(toSecretary.line.text).toBe('超期 1 个工作日还没有办完,报书记督办')
    expect(toSecretary.counted).toEqual({})
    expect(toSecretary.fields).toEqual({
      ...{ level: 'secretary', overdue: true, nextAt: at('2026-12-04', 0) },
    })
    const later = problemRow({ overdue: true, level: 'secretary' })
    const toStreet = afterStep(later, 'toStreet', calendars, at('2026-12-04', 0))
    expect(toStreet.line.text).toBe('超期 3 个工作日还没有办完,报街道督办')
    expect(toStreet.counted).toEqual({})
    expect(toStreet.fields).toEqual({
      ...{ level: 'street', overdue: true, nextAt: 0 },
    })
  })

  test('writes a line of its own for every change', () => {
    const keys = [0, 1].map(
      (changes) => afterStep(problemRow({ changes }), 'overdue', calendars, now).line.key,
    )
    expect(new Set(keys).size).toBe(2)
  })
})

describe('silence about what is done', () => {
  const now = at('2026-12-01', 0)

  test('strikes off what somebody raised', () => {
    expect(afterSilence(problemRow({ state: 'done' }), calendars, now)).toMatchObject({
      fields: { state: 'struckOff', confirmBy: 0, nextAt: 0 },
      line: { internal: false, text: '5 个工作日没有说不同意,按已解决销号' },
      counted: { done: -1, struckOff: 1 },
    })
  })

  test('reminds of what nobody in particular raised, and goes on reminding', () => {
    const change = afterSilence(problemRow({ state: 'done', raiser: '' }), calendars, now)
    expect(change.fields).toEqual({ nextAt: at('2026-12-09', 0) })
    expect([change.line.internal, change.counted]).toEqual([true, {}])
  })
})

describe('counting again', () => {
  const acrossNewYear = problemRow({
    ...{ openedOn: day('2026-12-28'), dueDay: day('2027-01-04'), provisional: true },
    nextAt: at('2027-01-01', 9),
  })
  const now = at('2026-12-29', 8)

  test('moves the due day and says from when to when', () => {
    expect(recounted(acrossNewYear, with2027(['2027-01-01']), now)).toMatchObject({
      fields: { dueDay: '2027-01-05', provisional: false, overdue: false, nextAt: at('2027-01-04', 9) },
      line: { internal: false, text: '放假安排公布,时限由 1月4日 改为 1月5日' },
    })
    expect(recounted(acrossNewYear, with2027(['2027-01-01'], ['2027-01-02']), now)?.fields.dueDay).toBe(
      '2027-01-04',
    )
  })

  test('that moves nothing only says that the day holds', () => {
    expect(recounted(acrossNewYear, with2027([]), now)).toMatchObject({
      fields: { dueDay: '2027-01-04', provisional: false },
      line: { internal: true, text: '放假安排公布,时限不变' },
    })
  })

  test('by the calendars it was counted by changes nothing', () => {
    expect(recounted(acrossNewYear, calendars, now)).toBeUndefined()
    expect(recounted(problemRow(), with2027(['2027-01-01']), now)).toBeUndefined()
  })

  test('keeps what was opened in a year whose calendar is not at hand', () => {
    const old = problemRow({ openedOn: day('2024-12-30'), dueDay: day('2025-01-07') })
    expect(recounted(old, calendars, now)).toBeUndefined()
  })

  test('moves the climb of what is overdue, where its day stays', () => {
    const late = problemRow({
      ...{ openedOn: day('2026-12-24'), dueDay: day('2026-12-31'), overdue: true, level: 'staff' as const },
      nextAt: at('2027-01-02', 0),
    })
    expect(recounted(late, with2027(['2027-01-01']), at('2027-01-01', 8))?.fields).toMatchObject({
      ...{ dueDay: '2026-12-31', overdue: true, nextAt: at('2027-01-05', 0) },
    })
    // also when the old moment has come
    expect(recounted(late, with2027(['2027-01-01']), at('2027-01-02', 0))?.fields.nextAt).toBe(
      at('2027-01-05', 0),
    )
  })

  test('leaves a step that is due now to be taken', () => {
    const due = {
      ...acrossNewYear,
      dueDay: day('2027-01-05'),
      provisional: false,
      nextAt: at('2027-01-04', 9),
    }
    expect(recounted(due, with2027(['2027-01-01']), at('2027-01-04', 9))).toBeUndefined()
  })

  test('takes back that something is overdue when the new day has not ended', () => {
    const late = { ...acrossNewYear, overdue: true, level: 'staff' as const, nextAt: at('2027-01-06', 0) }
    expect(recounted(late, with2027(['2027-01-01']), at('2027-01-05', 8))?.fields).toMatchObject({
      ...{ overdue: false, dueDay: '2027-01-05', nextAt: at('2027-01-05', 9) },
    })
    expect(recounted(late, with2027(['2027-01-01']), at('2027-01-06', 0))?.fields.overdue).toBe(true)
  })
})
