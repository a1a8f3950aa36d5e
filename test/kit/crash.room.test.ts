import { communityContract } from '../../types/community.contract'
import {
  type Answer,
  centres,
  joins,
  openEmptyTown,
  openTown,
  people,
  startCode,
  type Town,
} from '../harness/town'

const { jingui } = centres
const dyingAfter = (writes: number) => ({ 'x-crash-after-writes': String(writes) })

/** The cloud ends a transaction nobody finishes after 30 s; until then its rows are locked. */
const untilLocksEnd = 31_000
const faults = { testFaults: true, testClock: true } as const

/**
 * Walks a write through every point it can die at: a fresh call for each, cut off after 0, 1, 2 … writes and asked
 * again with the same request id, until a call gets through uncut. Answers how many points there were.
 */
const walk = async (
  town: Town,
  call: (n: number, headers?: Record<string, string>) => Promise<Answer<unknown>>,
  check: (n: number, answer: Answer<unknown>) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 20; n += 1) {
    const cut = await call(n, dyingAfter(n))
    if (cut.status === 200) {
      await check(n, cut)
      return n
    }
    expect(cut.status).toBe(500)
    await town.cloud.clock({ advance: untilLocksEnd })
    const retried = await call(n)
    await check(n, retried)
    // whoever asks a third time hears the same
    const again = await call(n)
    expect([again.reply.ok && again.reply.data]).toEqual([retried.reply.ok && retried.reply.data])
  }
  throw new Error('it never got through')
}

describe('a function that dies half-way and is asked again', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown(faults)
  })
  afterAll(() => town?.cloud.stop())

  const audited = async (centreId: string, action: string) => {
    const { rows } = await town.done(communityContract, 'auditLog', { centreId }, people.officer)
    return rows.filter((row) => row.action === action).map((row) => row.target)
  }

  test('joins once', async () => {
    const points = await walk(
      town,
      (n, headers) =>
        town.ask(
          communityContract,
          'join',
          { centreId: jingui, name: '郑新来', building: '9', room: String(900 + n) },
          `crash-join-${n}`,
          { requestId: `crash-join-${n}`, ...(headers && { headers }) },
        ),
      async (n, { reply }) => {
        expect(reply).toMatchObject({ ok: true, data: { membership: 'pending' } })
        const { rows } = await town.done(
          communityContract,
          'applications',
          { centreId: jingui },
          people.staff,
        )
        expect(rows.filter((row) => row.residentId === `crash-join-${n}`)).toHaveLength(1)
        expect(
          (await audited(jingui, 'community.join')).filter((who) => who === `crash-join-${n}`),
        ).toHaveLength(1)
      },
    )
    expect(points).toBe(3)
  })

  test('lets in once, with the household counted once and one notice', async () => {
    const points = await walk(
      town,
      async (n, headers) => {
        const openid = `crash-decide-${n}`
        const { membership } = await town.done(communityContract, 'me', {}, openid)
        if (membership === 'none') await joins(town, openid, jingui, '卫二', 800 + n)
        return town.ask(
          communityContract,
          'decideApplication',
          { centreId: jingui, residentId: openid, decision: 'approve' },
          people.staff,
          { requestId: `crash-decide-${n}`, ...(headers && { headers }) },
        )
      },
      async (n, { reply }) => {
        expect(reply).toMatchObject({ ok: true, data: { membership: 'approved' } })
        const openid = `crash-decide-${n}`
        const me = await town.done(communityContract, 'me', {}, openid)
        expect(me).toMatchObject({ membership: 'approved', unreadNotices: 1 })
        const { members } = await town.done(
          communityContract,
          'household',
          { centreId: jingui, householdId: me.household?.id ?? '' },
          people.staff,
        )
        expect(members).toHaveLength(1)
        const { rows } = await town.done(communityContract, 'households', { centreId: jingui }, people.staff)
        expect(rows.find((row) => row.id === me.household?.id)?.members).toBe(1)
      },
    )
    expect(points).toBeGreaterThanOrEqual(5)
  })

  test('creates a centre once', async () => {
    await walk(
      town,
      (n, headers) =>
        town.ask(
          communityContract,
          'createCentre',
          { centreId: centres.street, segment: `crash${n}`, name: '新社区', phone: '', address: '' },
          people.officer,
          { requestId: `crash-create-${n}`, ...(headers && { headers }) },
        ),
      async (n, { reply }) => {
        expect(reply).toMatchObject({ ok: true, data: { centreId: `${centres.street}.crash${n}` } })
      },
    )
    const { centres: found } = await town.done(
      communityContract,
      'centres',
      { parentId: centres.street },
      people.stranger,
    )
    expect(found.filter(({ id }) => id.includes('.crash'))).toHaveLength(4)
  })

  test('appoints once', async () => {
    await walk(
      town,
      (n, headers) =>
        town.ask(
          communityContract,
          'appoint',
          { centreId: centres.station, residentId: people.resident, role: 'volunteer' },
          people.officer,
          { requestId: `crash-appoint-${n}`, ...(headers && { headers }) },
        ),
      async (_n, { reply }) => {
        expect(reply).toMatchObject({ ok: true })
        const { roles } = await town.done(communityContract, 'me', {}, people.resident)
        expect(roles).toHaveLength(1)
      },
    )
  })
})

test('a deployment whose start dies half-way is started by asking again', async () => {
  for (let n = 0; ; n += 1) {
    const town = await openEmptyTown(faults)
    try {
      const start = (headers?: Record<string, string>) =>
        town.ask(
          communityContract,
          'startDeployment',
          {
            code: startCode,
            personName: '区主任',
            segment: 'hudong',
            name: '湖东区',
            phone: '',
            address: '',
          },
          people.officer,
          { requestId: 'crash-start', ...(headers && { headers }) },
        )
      const cut = await start(dyingAfter(n))
      if (cut.status !== 200) await town.cloud.clock({ advance: untilLocksEnd })
      const { reply } = cut.status === 200 ? cut : await start()
      expect(reply).toMatchObject({ ok: true, data: { centreId: 'hudong' } })
      expect((await town.done(communityContract, 'me', {}, people.officer)).roles).toHaveLength(1)
      expect((await town.done(communityContract, 'centres', {}, people.stranger)).centres).toHaveLength(1)
      if (cut.status !== 200) continue
      expect(n).toBeGreaterThanOrEqual(5)
      return
    } finally {
      await town.cloud.stop()
    }
  }
})
