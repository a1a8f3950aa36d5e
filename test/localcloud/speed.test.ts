import { transactionBurst, updateBurst } from '../bench/localcloud/bursts'
import { compareLookUps } from '../bench/localcloud/look-up'
import { openWire, type Wire } from '../bench/localcloud/wire'
import type { TestCloud } from '../harness/cloud'
import { startFixtureCloud } from './fixture-cloud'

let cloud: TestCloud
let wire: Wire
beforeAll(async () => {
  cloud = await startFixtureCloud()
  wire = openWire(cloud.url)
})
afterAll(async () => {
  wire.close()
  await cloud.stop()
})

test('an indexed find examines what it returns, in a small collection and in one twenty times as large', async () => {
  const { small, large } = await compareLookUps(500, 10_000)
  expect(small).toEqual({ requests: 1, examined: 10, returned: 10 })
  expect(large).toEqual(small)
})

test('200 conditional updates at once are all answered, and exactly as many change something as there are places', async () => {
  expect(await updateBurst(wire, 200, 150)).toEqual({ answered: 200, changed: 150, counter: 150 })
})

test('100 transactions at once on one document all succeed with back-off, and none is lost', async () => {
  expect(await transactionBurst(wire, 100)).toMatchObject({ succeeded: 100, counter: 100 })
})
