import { newProblem, officerNameAt, problemIdOf } from '../../cloudfunctions/hall/problem/new-problem.rule'
import { at, calendars, facts, problemRow } from './problem-rows'

test.each([
  // listed, due, may move, first reminder
  ['2026-11-23', 8, '2026-11-30', false, at('2026-11-27', 9)],
  ['2026-11-23', 23.99, '2026-11-30', false, at('2026-11-27', 9)],
  // on a Saturday: counted from Monday
  ['2026-11-21', 8, '2026-11-27', false, at('2026-11-26', 9)],
  // before the National Day: the Saturday after it is worked
  ['2026-09-30', 8, '2026-10-13', false, at('2026-10-12', 9)],
  // before the Spring Festival: Saturday the 14th is worked, then nine days off
  ['2026-02-12', 8, '2026-02-26', false, at('2026-02-25', 9)],
  // across a new year nobody published yet
  ['2026-12-28', 8, '2027-01-04', true, at('2027-01-01', 9)],
])('listed on %s at %d it is due on %s (may move: %s)', (opened, hours, dueDay, provisional, nextAt) => {
  const problem = newProblem(facts, calendars, at(opened, hours))
  expect(problem).toMatchObject({ openedOn: opened, dueDay, provisional, nextAt, month: opened.slice(0, 7) })
})

test('a new problem is open, with its officer, belongs to its centre and everything above, and names each unit once', () => {
  const problem = newProblem(facts, calendars, at('2026-11-23', 8))
  expect(problem).toMatchObject({
    _id: problemIdOf('request-1'),
    line: ['hudong', 'hudong.chunjiang', 'hudong.chunjiang.jingui'],
    units: ['金桂物业', '路灯所 No.2'],
    ...{ state: 'open', level: 'officer', overdue: false, extended: 0, workingDays: 5, raiser: 'raiser' },
    ...{ confirmBy: 0, changes: 0, evidence: [] },
  })
  expect(problem.story).toEqual([
    {
      key: 'request-1',
      at: at('2026-11-23', 8),
      kind: 'listed',
      text: '列入问题清单,11月30日前办完:换灯头(金桂物业、路灯所 No.2)',
      by: 'lister',
      byMasked: '周*',
      about: '',
      internal: false,
    },
  ])
  expect(problem).not.toHaveProperty('by')
  expect(problemIdOf('request-2')).not.toBe(problem._id)
})

test('who works on it never confirms it', () => {
  expect(newProblem({ ...facts, raiser: 'officer' }, calendars, at('2026-11-23', 8)).raiser).toBe('')
  expect(problemRow().raiser).toBe('raiser')
})

test('an officer has a role that reaches the centre and works on problems', () => {
  const named = (role: 'staff' | 'secretary' | 'volunteer' | 'officer', centreId: string) =>
    officerNameAt('hudong.chunjiang.jingui', { roles: [{ centreId, role }], nameMasked: '李*' })
  expect(named('staff', 'hudong.chunjiang.jingui')).toBe('李*')
  expect(named('secretary', 'hudong.chunjiang')).toBe('李*')
  expect(named('staff', 'hudong.chunjiang.jingui.zhan1')).toBeUndefined()
  expect(named('volunteer', 'hudong.chunjiang.jingui')).toBeUndefined()
  expect(named('officer', 'hudong.chunjiang.jingui')).toBeUndefined()
  expect(officerNameAt('hudong', undefined)).toBeUndefined()
})
