import { soak } from './soak'

/** A part of what `npx tsx test/points/soak.ts 100000` runs, small enough for every test run. */
const operations = 5_000

test('5,000 random operations, some of them killed half-way, leave every account proven', async () => {
  const figure = await soak(operations, 20_261_121)
  expect(figure.operations).toBe(operations)
  expect(figure.killed).toBeGreaterThan(20)
  for (const name of [
    'logPoints',
    'redeem',
    'cancelRedemption',
    'fulfil',
    'reverseJournal',
    'mergePassbooks',
    'splitPassbook',
    'moveOut',
    'join',
  ]) {
    expect([name, figure.done[name]]).toEqual([name, expect.any(Number)])
  }
}, 600_000)
