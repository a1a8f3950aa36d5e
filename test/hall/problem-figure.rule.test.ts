import fc from 'fast-check'
import type { ProblemFigureDocument } from '../../cloudfunctions/_kit/documents/matters'
import {
  countedIn,
  figureIdOf,
  stateCounted,
  unitKeyOf,
} from '../../cloudfunctions/hall/problem/problem-figure.rule'
import { problemRow } from './problem-rows'

test('a unit is counted under a key without dots, its own', () => {
  expect(unitKeyOf('路灯所 No.2')).toMatch(/^[0-9a-f]+$/)
  expect(unitKeyOf('路灯所 No.2')).not.toBe(unitKeyOf('路灯所 No.3'))
})

test('the first problem of a month begins its figures, with every responsible unit', () => {
  const problem = problemRow()
  const none = { done: 0, struckOff: 0, overdue: 0 }
  expect(countedIn(undefined, problem, { opened: 1 })).toEqual({
    _id: 'hudong.chunjiang.jingui:2026-11',
    centreId: 'hudong.chunjiang.jingui',
    month: '2026-11',
    opened: 1,
    ...none,
    units: {
      [unitKeyOf('金桂物业')]: { unit: '金桂物业', opened: 1, ...none },
      [unitKeyOf('路灯所 No.2')]: { unit: '路灯所 No.2', opened: 1, ...none },
    },
  })
  expect(figureIdOf(problem)).toBe('hudong.chunjiang.jingui:2026-11')
})

test('other units of the month stay as they are', () => {
  const one = countedIn(undefined, problemRow({ units: ['甲'] }), { opened: 1 })
  const two = countedIn(one, problemRow({ units: ['乙'] }), { opened: 1, overdue: 1 })
  expect(two.units[unitKeyOf('甲')]).toMatchObject({ opened: 1, overdue: 0 })
  expect(two.units[unitKeyOf('乙')]).toMatchObject({ opened: 1, overdue: 1 })
  expect(two).toMatchObject({ opened: 2, overdue: 1 })
})

test.each([
  ['open', 'done', { done: 1, struckOff: 0 }],
  ['done', 'open', { done: -1, struckOff: 0 }],
  ['done', 'struckOff', { done: -1, struckOff: 1 }],
] as const)('from %s to %s changes %j', (from, to, counted) => {
  expect(stateCounted(from, to)).toEqual(counted)
})

test('whatever happens to problems, opened is what waits, what is done and what is struck off', () => {
  const states = ['open', 'done', 'struckOff'] as const
  const anyStory = fc.array(fc.record({ which: fc.nat(4), to: fc.constantFrom(...states) }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(anyStory, (moves) => {
      const problems = ['甲', '乙', '甲', '丙', '乙'].map((unit) => problemRow({ units: [unit, '共'] }))
      const now: (typeof states)[number][] = problems.map(() => 'open')
      let figure: ProblemFigureDocument | undefined
      for (const problem of problems) figure = countedIn(figure, problem, { opened: 1 })
      for (const { which, to } of moves) {
        const problem = problems[which] ?? problemRow()
        figure = countedIn(figure, problem, stateCounted(now[which] ?? 'open', to))
        now[which] = to
      }
      const of = (state: string) => now.filter((one) => one === state).length
      const counts = { opened: 5, done: of('done'), struckOff: of('struckOff'), overdue: 0 }
      expect(figure).toMatchObject(counts)
      expect(figure?.units[unitKeyOf('共')]).toEqual({ unit: '共', ...counts })
    }),
  )
})
