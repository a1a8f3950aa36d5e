import { readSheet } from 'read-excel-file/node'
import { communityContract } from '../../types/community.contract'
import { centreId, nine, rollRow } from './ballot-rows'
import { openVoting, resident, type Voting } from './voting'

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock({ now: nine }))

test('what is kept of a person about ballots is exported without their vote, and forgotten with them', async () => {
  const [neighbour] = await hall.homes(1)
  if (!neighbour) throw new Error('no home')
  const ballotId = await hall.ballot(
    [
      (id) => rollRow(id, [], { person: resident, title: '王*明(1栋 105)', building: '1栋' }),
      (id) => rollRow(id, [neighbour.home], { proxy: resident, proxyMasked: '王*明' }),
    ],
    { unit: 'person', question: '要不要装充电桩' },
  )
  const { mine } = await hall.done('ballot', { centreId, ballotId }, resident)
  for (const { rollId } of mine) {
    await hall.done('castVote', { centreId, ballotId, rollId, choice: 'against', rulesVersion: 1 }, resident)
  }
  const { url } = await hall.town.done(communityContract, 'exportMyData', {}, resident)
  const file = Buffer.from(await (await fetch(new URL(url, hall.town.cloud.url))).arrayBuffer())
  const exported = JSON.stringify(await readSheet(file))
  expect(exported).toContain('要不要装充电桩 本人')
  expect(exported).toContain(`要不要装充电桩 5栋 ${neighbour.home.room}`)
  expect(exported).not.toMatch(/against|不同意/)

  await hall.town.done(communityContract, 'deleteMyAccount', { name: '王小明' }, resident)
  const left = await hall.rows('ballotRoll', { ballotId })
  expect(JSON.stringify(left)).not.toMatch(new RegExp(`"${resident}"|王\\*明`))
  expect(left.map(({ title, proxyMasked }) => [title, proxyMasked]).toSorted()).toEqual(
    [
      [`5栋 ${neighbour.home.room}`, '已注销'],
      ['已注销', ''],
    ].toSorted(),
  )
  // what they gave stays given
  expect((await hall.ballotRow(ballotId)).cast.votes).toBe(2)
  expect(await hall.rows('votes', { ballotId })).toHaveLength(2)
})
