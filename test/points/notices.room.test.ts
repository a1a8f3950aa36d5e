import { communityContract } from '../../types/community.contract'
import { openTown, people, type Town } from '../harness/town'
import { morning } from './books'
import { centreId, deskOf, hour } from './earning-desk'
import { rawRows } from './ledger-town'
import { codeOf } from './tally'

/** Who hears of what in the points room. */

let town: Town
let desk: ReturnType<typeof deskOf>
let itemId: string
beforeAll(async () => {
  town = await openTown({ testClock: true, testFaults: true })
  desk = deskOf(town)
  await desk.clock({ now: morning('2026-11-21') })
  itemId = await desk.item()
})
afterAll(() => town?.cloud.stop())

const { volunteer, staff, secretary, officer, staffElsewhere } = people
const told = async (openid: string, title: string) =>
  (await town.done(communityContract, 'notices', {}, openid)).rows.filter((row) => row.title === title)
const waitingAt = async (building: string) => {
  const { rows } = await desk.done('pendingLogs', { centreId }, staff)
  return rows.find((row) => row.building === building)?.logId ?? ''
}

describe('whoever logged for a second person to look at', () => {
  test.each([
    ['approve', '您记的积分通过了复核'],
    ['reject', '您记的积分没有通过复核'],
  ] as const)('hears once when they %s it', async (decision, title) => {
    const home = await desk.neighbour(decision === 'approve' ? '复核甲' : '复核乙')
    await desk.log(home.passbookId, itemId, { units: 9 })
    const input = { centreId, logId: await waitingAt(home.building), decision }
    const options = { requestId: desk.request() }
    for (const _ of [1, 2]) expect(codeOf(await desk.ask('decideLog', input, staff, options))).toBe('done')
    const [notice, ...more] = await told(volunteer, title)
    expect(more).toEqual([])
    expect(notice?.text).toMatch(`${home.building} 0 垃圾分类 9次`)
  })
})

describe('volunteers', () => {
  test('hear how many minutes were confirmed and how many points came of them, once', async () => {
    const [here, away] = await desk.neighbours('听时长', 2)
    if (!here || !away) throw new Error('nobody came')
    const shiftId = await desk.shift()
    for (const { openid } of [here, away]) await desk.done('takeShift', { centreId, shiftId }, openid)
    await desk.clock({ advance: 4 * hour })
    const input = { centreId, shiftId, rows: [{ residentId: here.openid, minutes: 90 }] }
    expect(codeOf(await desk.ask('confirmShift', input, staff))).toBe('done')
    await town.cloud.timer('points', 'tick')
    const [notice, ...more] = await told(here.openid, '志愿时长确认了')
    expect([notice?.text, more]).toEqual(['「楼道清扫」确认了 90 分钟,15 分记进了您家的存折。', []])
    expect(await told(away.openid, '志愿时长确认了')).toEqual([])
  })

  test('hear it once, wherever the confirmation dies', async () => {
    for (let writes = 0; ; writes += 1) {
      const home = await desk.neighbour(`断时长${writes}`)
      const shiftId = await desk.shift()
      await desk.done('takeShift', { centreId, shiftId }, home.openid)
      await desk.clock({ advance: 4 * hour })
      const input = { centreId, shiftId, rows: [{ residentId: home.openid, minutes: 60 }] }
      const options = { requestId: desk.request() }
      const cut = await desk.ask('confirmShift', input, staff, {
        ...options,
        headers: { 'x-crash-after-writes': String(writes) },
      })
      await town.cloud.timer('points', 'tick')
      expect(codeOf(await desk.ask('confirmShift', input, staff, options))).toBe('done')
      expect(await told(home.openid, '志愿时长确认了')).toHaveLength(1)
      if (cut.status === 200) return expect(writes).toBeGreaterThan(3)
    }
  })
})

test('every member of a household hears once of a line that was undone', async () => {
  const home = await desk.neighbour('听冲正')
  const door = { centreId, name: '家里人', building: home.building, room: '0' }
  await town.done(communityContract, 'join', door, 'family-of-reversal')
  const decision = { centreId, residentId: 'family-of-reversal', decision: 'approve' as const }
  await town.done(communityContract, 'decideApplication', decision, staff)
  await desk.log(home.passbookId, itemId)
  const journalId = (await desk.book(home.passbookId)).lines[0]?.id ?? ''
  const input = { centreId, passbookId: home.passbookId, journalId, reason: '记错了户' }
  const options = { requestId: desk.request() }
  for (const _ of [1, 2])
    expect(codeOf(await desk.ask('reverseJournal', input, secretary, options))).toBe('done')
  for (const openid of [home.openid, 'family-of-reversal']) {
    expect(await told(openid, '您家一笔积分冲正了')).toMatchObject([
      { text: '冲正「垃圾分类 1次」:记错了户', page: '/points/resident/passbook-page' },
    ])
  }
})

test('drift is told to the secretary and the officer, once a day, and to nobody else', async () => {
  const home = await desk.neighbour('听对账')
  await desk.log(home.passbookId, itemId)
  await rawRows(town.cloud).plant('passbooks', home.passbookId, { $set: { balance: 2000 } })
  await desk.clock({ now: morning('2026-12-02') - 8 * hour })
  for (const _ of [1, 2]) await town.cloud.timer('points', 'tick')
  for (const openid of [secretary, officer]) {
    expect(await told(openid, '积分对账有出入')).toMatchObject([
      { text: '金桂社区 12月1日有 1 户的存折对不上,请尽快查看。' },
    ])
  }
  for (const openid of [staff, volunteer, staffElsewhere, home.openid]) {
    expect(await told(openid, '积分对账有出入')).toEqual([])
  }
  await desk.clock({ now: morning('2026-12-03') - 8 * hour })
  await town.cloud.timer('points', 'tick')
  expect(await told(secretary, '积分对账有出入')).toHaveLength(2)
})
