import {
  extended,
  finished,
  reopened,
  struckOff,
  whyNotConfirm,
  whyNotStrikeOff,
} from '../../cloudfunctions/hall/problem/problem-change.rule'
import { at, calendars, day, line, problemRow } from './problem-rows'

const now = at('2026-11-25', 10)

describe('more time', () => {
  const more = { workingDays: 3, reason: '等配件' }

  test('is counted from the due day', () => {
    expect(extended(problemRow(), more, line, calendars, now)).toMatchObject({
      dueDay: '2026-12-03',
      fields: {
        dueDay: '2026-12-03',
        workingDays: 8,
        extended: 1,
        overdue: false,
        nextAt: at('2026-12-02', 9),
      },
      line: { kind: 'extended', text: '延期 3 个工作日,时限由 11月30日 改为 12月3日:等配件' },
      counted: {},
    })
  })

  test('is counted from today when the due day is past, and ends that it is overdue', () => {
    const late = problemRow({ overdue: true, level: 'secretary' })
    expect(extended(late, more, line, calendars, at('2026-12-05', 10))).toMatchObject({
      fields: { dueDay: '2026-12-09', overdue: false, workingDays: 12 }, // Saturday: from Monday
    })
  })

  test('may depend on a calendar nobody published', () => {
    const late = problemRow({ dueDay: day('2026-12-31') })
    expect(extended(late, more, line, calendars, now)).toMatchObject({
      fields: { dueDay: '2027-01-05', provisional: true },
    })
  })

  test('is given twice, and only while it is open', () => {
    expect(extended(problemRow({ extended: 1 }), more, line, calendars, now)).toMatchObject({
      fields: { extended: 2 },
    })
    expect(extended(problemRow({ extended: 2 }), more, line, calendars, now)).toEqual({
      refused: 'HALL.EXTENDED_ENOUGH',
    })
    for (const state of ['done', 'struckOff'] as const) {
      expect(extended(problemRow({ state }), more, line, calendars, now)).toEqual({
        refused: 'HALL.PROBLEM_OVER',
      })
    }
  })
})

describe('finishing', () => {
  const done = { text: '换好了', evidence: ['b'] }

  test('keeps every photo and waits until it is confirmed', () => {
    expect(finished(problemRow({ evidence: ['a'] }), done, line, calendars, now)).toMatchObject({
      confirmBy: at('2026-12-03', 0),
      fields: {
        state: 'done',
        evidence: ['a', 'b'],
        confirmBy: at('2026-12-03', 0),
        nextAt: at('2026-12-03', 0),
      },
      line: { kind: 'finished', text: '办完了:换好了。请提的人在 12月2日 前确认' },
      counted: { done: 1, struckOff: 0 },
    })
  })

  test('of what nobody in particular raised waits for the secretary', () => {
    const change = finished(problemRow({ raiser: '' }), done, line, calendars, now)
    expect(change).toMatchObject({ line: { text: '办完了:换好了。等书记核实' } })
  })

  test('needs a photo, and an open problem', () => {
    const without = { ...done, evidence: [] }
    expect(finished(problemRow(), without, line, calendars, now)).toEqual({
      refused: 'HALL.EVIDENCE_MISSING',
    })
    expect(finished(problemRow({ state: 'done' }), done, line, calendars, now)).toEqual({
      refused: 'HALL.PROBLEM_OVER',
    })
  })
})

describe('closing', () => {
  test('strikes off, and nothing is waited for any more', () => {
    expect(struckOff(line, '销号')).toMatchObject({
      fields: { state: 'struckOff', confirmBy: 0, nextAt: 0 },
      counted: { done: -1, struckOff: 1 },
    })
  })

  test('or gives three working days more from today, at the level it had', () => {
    const done = problemRow({ state: 'done', overdue: true, level: 'secretary', dueDay: day('2026-11-24') })
    const change = reopened(done, line, '还是不亮', calendars, now)
    expect(change).toMatchObject({
      fields: {
        state: 'open',
        dueDay: '2026-11-30',
        overdue: false,
        confirmBy: 0,
        nextAt: at('2026-11-27', 9),
      },
      line: { kind: 'reopened', text: '还没解决,11月30日前重办:还是不亮' },
      counted: { done: -1, struckOff: 0 },
    })
    expect(change.fields).not.toHaveProperty('level')
  })

  test('never shortens what was due later anyway', () => {
    const early = problemRow({ state: 'done', dueDay: day('2026-12-04'), workingDays: 9 })
    expect(reopened(early, line, '不亮', calendars, now).fields).toMatchObject({
      ...{ dueDay: '2026-12-04', workingDays: 9, nextAt: at('2026-12-03', 9) },
    })
  })
})

describe('who may say whether it is solved', () => {
  const done = problemRow({ state: 'done' })

  test.each([
    ['raiser', true, '', undefined],
    ['raiser', false, '还是不亮', undefined],
    ['raiser', false, '', 'HALL.REASON_MISSING'],
    ['somebody', true, '', 'HALL.NOT_YOURS'],
    ['officer', true, '', 'HALL.NOT_YOURS'],
  ])('%s saying %s %j: %s', (openid, solved, text, refused) => {
    expect(whyNotConfirm(done, openid, { solved, text })?.refused).toBe(refused)
  })

  test('nobody before it is done, or after it is struck off', () => {
    for (const state of ['open', 'struckOff'] as const) {
      const said = { solved: true, text: '' }
      expect(whyNotConfirm(problemRow({ state }), 'raiser', said)?.refused).toBe('HALL.NOTHING_TO_CONFIRM')
      expect(whyNotStrikeOff(problemRow({ state, raiser: '' }), ['secretary'])?.refused).toBe(
        'HALL.NOTHING_TO_CONFIRM',
      )
    }
  })

  test('whoever oversees, where nobody raised it, unless the officer is of their home', () => {
    const direct = problemRow({ state: 'done', raiser: '' })
    expect(whyNotStrikeOff(direct, ['secretary'])).toBeUndefined()
    expect(whyNotStrikeOff(direct, ['secretary', 'officer'])?.refused).toBe('HALL.OWN_AFFAIR')
    expect(whyNotStrikeOff(done, ['secretary'])?.refused).toBe('HALL.RAISER_CONFIRMS')
  })
})
