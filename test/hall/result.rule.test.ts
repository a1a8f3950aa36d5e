import { outcomeOf } from '../../cloudfunctions/hall/ballot/outcome.rule'
import { resultLine } from '../../cloudfunctions/hall/ballot/result.rule'
import { ballotRow, nine } from './ballot-rows'

const sums = (votes: number) => ({ votes, area: 0 })

test.each([
  [6, '通过'],
  [4, '没有通过'],
])('a matter’s story says how %d of ten voted: %s', (agreed, words) => {
  const tally = { for: sums(agreed), against: sums(9 - agreed), abstain: sums(1) }
  const ballot = ballotRow('b', { question: '要不要装' })
  const line = resultLine(ballot, outcomeOf(ballot, sums(20), tally), nine)
  expect(line).toMatchObject({ kind: 'ballot', by: '', about: 'b', internal: false, at: nine })
  expect(line.text).toBe(`表决「要不要装」(每户一票)${words}:同意 ${agreed},不同意 ${9 - agreed},弃权 1`)
  expect(resultLine(ballot, outcomeOf(ballot, sums(20), tally), nine).key).toBe(line.key)
})
