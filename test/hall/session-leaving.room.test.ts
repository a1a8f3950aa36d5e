import { readSheet } from 'read-excel-file/node'
import { communityContract } from '../../types/community.contract'
import { approves, joins } from '../harness/town'
import { centreId, day, morning, openSessionHall, type SessionHall, staff } from './session-hall'

const [leaver, stayer] = ['session-leaver', 'session-stayer'] as const
const startsAt = morning + 4 * day

let hall: SessionHall
let sessionId = ''
const leave = (requestId: string, headers: Record<string, string> = {}) =>
  hall.town.ask(communityContract, 'deleteMyAccount', { name: '何离开' }, leaver, { requestId, headers })
const say = (openid: string, coming: boolean) => hall.done('rsvp', { centreId, sessionId, coming }, openid)

beforeAll(async () => {
  hall = await openSessionHall()
  await joins(hall.town, leaver, centreId, '何离开', 31)
  await joins(hall.town, stayer, centreId, '何留下', 32)
  for (const who of [leaver, stayer]) await approves(hall.town, staff, centreId, who)
  sessionId = await hall.announced({ startsAt, buildings: ['1'], parties: [] })
  for (const who of [leaver, stayer]) await say(who, true)
})
afterAll(() => hall?.stop())

test('sessions stand in the export of one’s own data', async () => {
  const { url } = await hall.town.done(communityContract, 'exportMyData', {}, leaver)
  const file = Buffer.from(await (await fetch(new URL(url, hall.town.cloud.url))).arrayBuffer())
  const text = JSON.stringify(await readSheet(file))
  expect(text).toContain('5栋加装电梯协商 1栋 131 说来')
  expect(text).not.toContain('132')
})

test('whoever said that they come is waited for; whoever stays away may leave', async () => {
  expect((await leave('leaving-too-early')).reply).toMatchObject({ code: 'COMMUNITY.STILL_EXPECTED' })
  await say(leaver, false)
})

test('whoever left stands on the list without a name, once, wherever the function died', async () => {
  for (const writes of [0, 1, 2, 3, 4]) {
    await leave('leaving-for-good', { 'x-crash-after-writes': String(writes) })
    await hall.clock({ advance: 31_000 })
  }
  expect((await leave('leaving-for-good')).reply).toMatchObject({ ok: true, data: { deleted: true } })
  const { parties, people, left, coming } = await hall.session(sessionId)
  expect(
    Object.values(parties).map(({ nameMasked, title, rsvp }) => [nameMasked, title, rsvp]),
  ).toContainEqual(['已注销', '', 'no'])
  expect([Object.keys(parties).length, people, left, coming]).toEqual([2, [stayer], 298, 1])
  expect(JSON.stringify(parties)).not.toContain(leaver)
})
