import { problemUnder } from '../../cloudfunctions/hall/problem/problem-leaving.rule'
import { line, problemRow } from './problem-rows'

const story = [line('noted', '约好了'), { ...line('noted', '来过了'), by: 'other', byMasked: '他*' }]

test('an alias stands wherever somebody stood, and nobody else changes', () => {
  const problem = problemRow({ story })
  expect(problemUnder(problem, 'raiser', 'gone-1')).toEqual({
    ...{ raiser: 'gone-1', officer: 'officer', officerMasked: '李*', story },
  })
  expect(problemUnder(problem, 'officer', 'gone-1')).toMatchObject({
    ...{ raiser: 'raiser', officer: 'gone-1', officerMasked: '已注销' },
  })
  expect(problemUnder(problem, 'somebody', 'gone-1').story).toEqual([
    { ...story[0], by: 'gone-1', byMasked: '已注销' },
    story[1],
  ])
})
