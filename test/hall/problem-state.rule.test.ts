import { dueWords, problemStanding } from '../../src/hall/problem-state.rule'

const problem = {
  ...{ state: 'open' as const, dueDay: '2026-12-31', daysLeft: 5, overdue: false, provisional: false },
}

test.each([
  [{}, 'calm', '还有 5 个工作日'],
  [{ daysLeft: 1 }, 'warn', '还有 1 个工作日'],
  [{ daysLeft: 0 }, 'warn', '今天到期'],
  // on the weekend after the due day
  [{ daysLeft: 0, overdue: true }, 'late', '超期了'],
  [{ daysLeft: -3, overdue: true }, 'late', '超期 3 个工作日'],
  [{ state: 'done' as const, overdue: true }, 'own', '办完,等确认'],
  [{ state: 'struckOff' as const, overdue: true }, 'good', '已销号'],
])('%j stands as %s: %s', (facts, tone, word) => {
  expect(problemStanding({ ...problem, ...facts })).toEqual({ tone, word })
})

test('an open problem says when its day may still move', () => {
  expect(dueWords(problem)).toBe('12月31日前')
  expect(dueWords({ ...problem, provisional: true })).toContain('公布后重算')
  expect(dueWords({ ...problem, provisional: true, state: 'done' })).toBe('12月31日前')
})
