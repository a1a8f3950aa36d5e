import { communityContract } from '../../types/community.contract'
import { centres, joins, openTown, people, type Town } from '../harness/town'

const { jingui } = centres

let town: Town
beforeAll(async () => {
  town = await openTown({ testClock: true })
})
afterAll(() => town?.cloud.stop())

test('a transaction the cloud ended because it took too long is begun again, not answered as a fault', async () => {
  const applicants = Array.from({ length: 30 }, (_, at) => `slow-${at}`)
  for (const [at, who] of applicants.entries()) await joins(town, who, jingui, '慢一拍', 300 + at)

  let ended = false
  const deciding = Promise.all(
    applicants.map((residentId) =>
      town.ask(
        communityContract,
        'decideApplication',
        { centreId: jingui, residentId, decision: 'approve' },
        people.staff,
      ),
    ),
  ).finally(() => {
    ended = true
  })
  // transactions under way are older than they may be, again and again, as on a machine that hardly moves
  for (let step = 0; step < 40 && !ended; step += 1) await town.cloud.clock({ advance: 31_000 })

  const replies = (await deciding).map(({ reply }) => (reply.ok ? 'done' : reply.code))
  expect(new Set(replies)).toEqual(new Set(['done']))
})
