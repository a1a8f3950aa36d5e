import { communityContract } from '../../types/community.contract'
import {
  approves,
  centres,
  joins,
  openEmptyTown,
  openTown,
  people,
  startCode,
  type Town,
} from '../harness/town'

const { jingui } = centres
const taps = 20
/** The same call `taps` times at once, answered in whatever order. */
const tapped = <Answer>(call: () => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: taps }, call))

describe('the same request, twenty times at once and once more later', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town?.cloud.stop())

  const audited = async (centreId: string, action: string, target: string) => {
    const { rows } = await town.done(communityContract, 'auditLog', { centreId }, people.officer)
    return rows.filter((row) => row.action === action && row.target === target).length
  }

  test('joins a stranger once', async () => {
    const join = () =>
      town.ask(
        communityContract,
        'join',
        { centreId: jingui, name: '郑新来', building: '9', room: '901' },
        'tapping-stranger',
        { requestId: 'join-many-times' },
      )
    for (const { reply } of [...(await tapped(join)), await join()]) {
      expect(reply).toMatchObject({ ok: true, data: { membership: 'pending' } })
    }
    expect(await audited(jingui, 'community.join', 'tapping-stranger')).toBe(1)
  })

  test('creates one centre', async () => {
    const create = () =>
      town.ask(
        communityContract,
        'createCentre',
        { centreId: centres.street, segment: 'yulan', name: '玉兰社区', phone: '', address: '' },
        people.officer,
        { requestId: 'create-many-times' },
      )
    const id = `${centres.street}.yulan`
    for (const { reply } of [...(await tapped(create)), await create()]) {
      expect(reply).toMatchObject({ ok: true, data: { centreId: id } })
    }
    expect(await audited(centres.street, 'community.createCentre', id)).toBe(1)
  })

  test('lets an applicant into the household once', async () => {
    await joins(town, 'tapped-for', jingui, '褚一', 91)
    const decide = () =>
      town.ask(
        communityContract,
        'decideApplication',
        { centreId: jingui, residentId: 'tapped-for', decision: 'approve' },
        people.staff,
        { requestId: 'decide-many-times' },
      )
    const replies = [...(await tapped(decide)), await decide()].map(({ reply }) => reply)
    for (const reply of replies) {
      expect(reply).toMatchObject({ ok: true, data: { membership: 'approved' } })
    }
    const { household } = await town.done(communityContract, 'me', {}, 'tapped-for')
    expect(replies.every((reply) => reply.ok && reply.data.householdId === household?.id)).toBe(true)
    const { rows } = await town.done(communityContract, 'households', { centreId: jingui }, people.staff)
    expect(rows.find((row) => row.id === household?.id)?.members).toBe(1)
    const notices = await town.done(communityContract, 'notices', {}, 'tapped-for')
    expect(notices.rows).toHaveLength(1)
    expect(await audited(jingui, 'community.decideApplication', 'tapped-for')).toBe(1)
  })

  test('of another person is another request', async () => {
    const join = (openid: string) =>
      town.ask(
        communityContract,
        'join',
        { centreId: jingui, name: '卫二', building: '9', room: '902' },
        openid,
        { requestId: 'shared-request-id' },
      )
    await join('sharer-1')
    await join('sharer-2')
    expect(await audited(jingui, 'community.join', 'sharer-1')).toBe(1)
    expect(await audited(jingui, 'community.join', 'sharer-2')).toBe(1)
  })

  test('that was refused is asked anew', async () => {
    const appoint = () =>
      town.ask(
        communityContract,
        'appoint',
        { centreId: jingui, residentId: 'comes-later', role: 'volunteer' },
        people.secretary,
        { requestId: 'refused-at-first' },
      )
    expect((await appoint()).reply).toMatchObject({ ok: false, code: 'COMMUNITY.NO_PERSON' })
    await joins(town, 'comes-later', jingui, '蒋三', 93)
    expect((await appoint()).reply).toMatchObject({ ok: true })
  })
})

test('a deployment is started once by twenty taps', async () => {
  const town = await openEmptyTown()
  try {
    const start = () =>
      town.ask(
        communityContract,
        'startDeployment',
        { code: startCode, personName: '区主任', segment: 'hudong', name: '湖东区', phone: '', address: '' },
        people.officer,
        { requestId: 'start-many-times' },
      )
    for (const { reply } of [...(await tapped(start)), await start()]) {
      expect(reply).toMatchObject({ ok: true, data: { centreId: 'hudong' } })
    }
    expect((await town.done(communityContract, 'me', {}, people.officer)).roles).toHaveLength(1)
  } finally {
    await town.cloud.stop()
  }
})

test('a hundred transactions at once on one row all succeed', async () => {
  const town = await openTown()
  try {
    const crowd = Array.from({ length: 100 }, (_, n) => `crowd-${n}`)
    // one door for all of them: the household's row is the hot one
    for (const openid of crowd) await joins(town, openid, jingui, '群众', 77)
    const decisions = await Promise.all(crowd.map((openid) => approves(town, people.staff, jingui, openid)))
    expect(new Set(decisions.map(({ householdId }) => householdId)).size).toBe(1)
    const { rows } = await town.done(communityContract, 'households', { centreId: jingui }, people.staff)
    expect(rows.find((row) => row.id === decisions[0]?.householdId)?.members).toBe(100)
  } finally {
    await town.cloud.stop()
  }
})
