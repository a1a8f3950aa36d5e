import { communityContract } from '../../types/community.contract'
import { approves, centres, joins, openTown, people, phoneOf, type Town } from '../harness/town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

const me = (openid: string) => town.done(communityContract, 'me', {}, openid)
const joinAt = (centreId: string, openid: string, room = '101') =>
  town.ask(
    communityContract,
    'join',
    { centreId, name: '郑新来', phone: phoneOf(900), building: '2', room },
    openid,
  )
const turnDown = (openid: string, reason?: string) =>
  town.done(
    communityContract,
    'decideApplication',
    { centreId: centres.jingui, residentId: openid, decision: 'reject', ...(reason && { reason }) },
    people.staff,
  )

describe('joining a community', () => {
  test('makes a stranger an applicant', async () => {
    const { reply } = await joinAt(centres.jingui, 'new-1')
    expect(reply).toMatchObject({ ok: true, data: { membership: 'pending' } })
    expect(await me('new-1')).toMatchObject({
      name: '郑新来',
      membership: 'pending',
      centre: { id: centres.jingui, name: '金桂社区' },
      roles: [],
    })
  })

  test('is refused at a street, at a station and nowhere', async () => {
    for (const [centreId, code] of [
      [centres.street, 'COMMUNITY.NOT_A_COMMUNITY'],
      [centres.station, 'COMMUNITY.NOT_A_COMMUNITY'],
      ['hudong.chunjiang.nowhere', 'COMMUNITY.NO_CENTRE'],
    ] as const) {
      expect((await joinAt(centreId, 'new-2')).reply).toMatchObject({ ok: false, code })
    }
    expect(await me('new-2')).toMatchObject({ membership: 'none', roles: [], unreadNotices: 0 })
  })

  test('elsewhere is open to who waits and closed to a member', async () => {
    await joinAt(centres.jingui, 'new-3')
    expect((await joinAt(centres.yinxing, 'new-3')).reply.ok).toBe(true)
    expect(await me('new-3')).toMatchObject({ membership: 'pending', centre: { id: centres.yinxing } })
    await approves(town, people.staffElsewhere, centres.yinxing, 'new-3')
    expect((await joinAt(centres.jingui, 'new-3')).reply).toMatchObject({
      ok: false,
      code: 'COMMUNITY.ALREADY_MEMBER',
    })
    expect(await me('new-3')).toMatchObject({ membership: 'approved', centre: { id: centres.yinxing } })
  })

  test('again as a member of the same community changes nothing', async () => {
    const before = await me(people.resident)
    const { reply } = await joinAt(centres.jingui, people.resident, '999')
    expect(reply).toMatchObject({ ok: true, data: { membership: 'approved' } })
    expect(await me(people.resident)).toEqual(before)
  })

  test('is open to somebody who only holds a role, and keeps the role', async () => {
    await joinAt(centres.jingui, people.officer)
    expect(await me(people.officer)).toMatchObject({
      membership: 'pending',
      roles: [{ centreId: centres.district, centreName: '湖东区', role: 'officer' }],
    })
  })
})

describe('an application', () => {
  test('is listed for the staff, masked, oldest first', async () => {
    const { rows } = await town.done(
      communityContract,
      'applications',
      { centreId: centres.jingui },
      people.staff,
    )
    const pending = rows.find((row) => row.residentId === people.pending)
    expect(pending).toMatchObject({ name: '孙*审', phone: '138****0006', building: '1栋', room: '106' })
    const asked = rows.map((row) => row.askedAt)
    expect(asked).toEqual([...asked].sort((a, b) => a - b))
  })

  test('that is approved opens the household and tells the applicant', async () => {
    await joins(town, 'new-4', centres.jingui, '冯一', 40)
    const { membership, householdId } = await approves(town, people.staff, centres.jingui, 'new-4')
    expect(membership).toBe('approved')
    expect(await me('new-4')).toMatchObject({
      membership: 'approved',
      household: { id: householdId, building: '1栋', room: '140' },
      unreadNotices: 1,
    })
    const { rows } = await town.done(communityContract, 'notices', {}, 'new-4')
    expect(rows).toEqual([
      expect.objectContaining({
        title: '住户登记已通过',
        read: false,
        text: expect.stringContaining('1栋 140'),
      }),
    ])
    expect(await town.done(communityContract, 'readNotices', {}, 'new-4')).toEqual({ read: 1 })
    expect(await me('new-4')).toMatchObject({ unreadNotices: 0 })
  })

  test('for a door that has a household joins it, however the door is written', async () => {
    const door = (openid: string, building: string, room: string) =>
      town.done(communityContract, 'join', { centreId: centres.jingui, name: '冯二', building, room }, openid)
    await door('new-5', '7号楼', '501室')
    await door('new-6', '７', '501')
    const first = await approves(town, people.staff, centres.jingui, 'new-5')
    const second = await approves(town, people.staff, centres.jingui, 'new-6')
    expect(second.householdId).toBe(first.householdId)
    const { rows } = await town.done(
      communityContract,
      'households',
      { centreId: centres.jingui, building: '7幢' },
      people.staff,
    )
    expect(rows).toEqual([{ id: first.householdId, building: '7栋', room: '501', members: 2 }])
  })

  test('that is turned down says why and may be made again', async () => {
    await joinAt(centres.jingui, 'new-7')
    expect(await turnDown('new-7', '房号不对')).toEqual({ membership: 'rejected' })
    expect(await me('new-7')).toMatchObject({ membership: 'rejected', rejectedBecause: '房号不对' })
    expect((await joinAt(centres.jingui, 'new-7')).reply.ok).toBe(true)
    const again = await me('new-7')
    expect(again.membership).toBe('pending')
    expect(again.rejectedBecause).toBeUndefined()
  })

  test('is decided once', async () => {
    const { reply } = await town.ask(
      communityContract,
      'decideApplication',
      { centreId: centres.jingui, residentId: people.resident, decision: 'approve' },
      people.staff,
    )
    expect(reply).toMatchObject({ ok: false, code: 'COMMUNITY.NO_APPLICATION' })
  })

  test('is decided by two members of staff at once with one outcome', async () => {
    await joinAt(centres.jingui, 'new-8', '808')
    const decide = (by: string, decision: 'approve' | 'reject') =>
      town.ask(
        communityContract,
        'decideApplication',
        { centreId: centres.jingui, residentId: 'new-8', decision },
        by,
      )
    const replies = await Promise.all([
      decide(people.staff, 'approve'),
      decide(people.secretary, 'approve'),
      decide(people.staff, 'reject'),
    ])
    expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(1)
    expect(
      replies.filter(({ reply }) => !reply.ok && reply.code === 'COMMUNITY.NO_APPLICATION'),
    ).toHaveLength(2)
  })

  test('made to another community is not found', async () => {
    await joinAt(centres.yinxing, 'new-9')
    const { reply } = await town.ask(
      communityContract,
      'decideApplication',
      { centreId: centres.jingui, residentId: 'new-9', decision: 'approve' },
      people.staff,
    )
    expect(reply).toMatchObject({ ok: false, code: 'COMMON.NOT_FOUND' })
    expect(await me('new-9')).toMatchObject({ membership: 'pending' })
  })
})

describe('a long list', () => {
  test('comes in pages that neither miss nor repeat a row', async () => {
    for (let n = 0; n < 45; n += 1) await joins(town, `crowd-${n}`, centres.yinxing, '群众', 200 + n)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await town.done(
        communityContract,
        'applications',
        { centreId: centres.yinxing, ...(after && { after }) },
        people.staffElsewhere,
      )
      seen.push(...page.rows.map((row) => row.residentId))
      after = page.next
    } while (after)
    const crowd = seen.filter((id) => id.startsWith('crowd-'))
    expect(crowd).toEqual(Array.from({ length: 45 }, (_, n) => `crowd-${n}`))
  })
})
