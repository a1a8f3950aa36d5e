import { soak } from './rounds'

test('five kills at random moments under load: every acknowledged write is there, no half transaction', async () => {
  const { kills, acknowledged, transactions, wrong } = await soak(5)
  expect(wrong).toEqual([])
  expect(kills).toBe(5)
  expect(acknowledged).toBeGreaterThan(100)
  expect(transactions).toBeGreaterThan(5)
}, 300_000)
