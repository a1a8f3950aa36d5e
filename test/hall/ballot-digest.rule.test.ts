import { ballotDigest, type DigestedBallot } from '../../src/hall/ballot-digest.rule'

const sums = (votes: number, area = 0) => ({ votes, area })
const ballot: DigestedBallot = {
  question: '5栋要不要加装电梯',
  unit: 'area',
  state: 'open',
  roll: sums(8, 820_00),
  cast: sums(3, 180_00),
  cancelledBecause: '',
}

test('while it is open the group reads how many took part', () => {
  expect(ballotDigest('金桂社区', ballot)).toBe(
    '【金桂社区】正在表决:5栋要不要加装电梯\n' +
      '3 位业主,180 平方米投了,名册 8 位业主,820 平方米。还没投的邻居点开小程序投票',
  )
})

test('afterwards the sums and each test, and nobody’s vote', () => {
  const result = {
    ...{ for: sums(7, 420_00), against: sums(1, 400_00), abstain: sums(0), roll: sums(8, 820_00) },
    ...{ cast: sums(8, 820_00), passed: false },
    tests: [
      { text: '同意的业主 7 人(参加 8 人),四分之三以上要 6 人', met: true },
      { text: '同意的面积 420 平方米(参加 820 平方米),四分之三以上要 615 平方米', met: false },
    ],
  }
  expect(ballotDigest('金桂社区', { ...ballot, state: 'counted', result }).split('\n')).toEqual([
    '【金桂社区】表决没有通过:5栋要不要加装电梯',
    '同意:7 位业主,420 平方米',
    '不同意:1 位业主,400 平方米',
    '弃权:0 位业主,0 平方米',
    '✓ 同意的业主 7 人(参加 8 人),四分之三以上要 6 人',
    '× 同意的面积 420 平方米(参加 820 平方米),四分之三以上要 615 平方米',
    '每一票投了什么不公开',
  ])
  expect(ballotDigest('金桂社区', { ...ballot, result: { ...result, passed: true } })).toContain('表决通过')
})

test('where it was called off, why', () => {
  const called = { ...ballot, state: 'cancelled' as const, cancelledBecause: '方案改了' }
  expect(ballotDigest('金桂社区', called)).toBe('【金桂社区】表决作废:5栋要不要加装电梯\n方案改了')
})
