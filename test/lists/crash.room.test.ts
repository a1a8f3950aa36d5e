import { listsContract } from '../../types/lists.contract'
import { type Answer, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown({ testClock: true, testFaults: true })
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

const { staff, resident } = people
/** The cloud ends a transaction nobody finishes after 30 s; until then its rows are locked. */
const untilLocksEnd = 31_000

/**
 * Walks a write through every point it can die at: prepared afresh for each, cut off after 0, 1, 2 … writes, asked
 * again with the same request id, and once more. Answers how many points there were.
 */
const walk = async <Facts>(
  prepare: (n: number) => Promise<Facts>,
  call: (facts: Facts, requestId: string, headers?: Record<string, string>) => Promise<Answer<object>>,
  check: (facts: Facts, answer: object) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 30; n += 1) {
    const facts = await prepare(n)
    const requestId = `crash-request-${n}`
    const cut = await call(facts, requestId, { 'x-crash-after-writes': String(n) })
    const died = cut.status !== 200
    if (died) await town.cloud.clock({ advance: untilLocksEnd })
    const answers = [await call(facts, requestId), await call(facts, requestId)]
    const [first, second] = answers.map(({ reply }) => (reply.ok ? reply.data : reply.code))
    expect(second).toEqual(first)
    await check(facts, first as object)
    if (!died) return n
  }
  throw new Error('it never got through')
}

const asking = (requestId: string, headers?: Record<string, string>) => ({
  requestId,
  ...(headers && { headers }),
})
const movedUp = async (openid: string) =>
  (await desk.notices(openid)).filter((title) => title === '候补有名额了').length

describe('a function that dies half-way and is asked again', () => {
  test('enrols once', async () => {
    const points = await walk(
      () => desk.published({ cap: 1, waitCap: 1 }),
      (projectId, requestId, headers) =>
        town.ask(listsContract, 'enrol', { centreId, projectId }, resident, asking(requestId, headers)),
      async (projectId, answer) => {
        expect(answer).toEqual({ state: 'seat', position: 1 })
        expect((await desk.people(projectId)).length).toBe(1)
        expect(await desk.project(projectId)).toMatchObject({ taken: 1, waiting: 0 })
      },
    )
    expect(points).toBe(3)
  })

  test('cancels once, moves one up and tells once', async () => {
    const points = await walk(
      async (n) => {
        const projectId = await desk.published({ cap: 1, waitCap: 2 })
        const crowd = await desk.crowd(`crash-cancel-${n}`, 3)
        for (const openid of crowd) await desk.enrol(projectId, openid)
        return { projectId, crowd }
      },
      ({ projectId, crowd }, requestId, headers) =>
        town.ask(
          listsContract,
          'cancelEnrolment',
          { centreId, projectId },
          crowd[0] ?? '',
          asking(requestId, headers),
        ),
      async ({ projectId, crowd }) => {
        expect((await desk.people(projectId)).map(({ state }) => state)).toEqual(['seat', 'waiting'])
        expect(await Promise.all(crowd.map(movedUp))).toEqual([0, 1, 0])
      },
    )
    expect(points).toBe(4)
  })

  test('accepts a match once', async () => {
    const points = await walk(
      async () => {
        const resourceId = await desk.addResource()
        const needId = await desk.stateNeed()
        return { resourceId, needId, before: await desk.counts() }
      },
      ({ resourceId, needId }, requestId, headers) =>
        town.ask(
          listsContract,
          'acceptMatch',
          { centreId, needId, resourceId },
          staff,
          asking(requestId, headers),
        ),
      async ({ needId, before }, answer) => {
        expect(answer).toMatchObject({ joined: false })
        expect(await desk.needState(needId)).toBe('matched')
        expect(await desk.counts()).toEqual({ ...before, open: before.open - 1, matched: before.matched + 1 })
      },
    )
    expect(points).toBeGreaterThanOrEqual(6)
  })

  test('publishes once, under one number', async () => {
    let no = (await town.done(listsContract, 'editions', { centreId }, staff)).rows[0]?.no ?? 0
    const points = await walk(
      async () => {
        no += 1
        const by = `${(await desk.crowd(`crash-publish-${no}`, 1))[0]}`
        const resourceId = await desk.addResource()
        const { projectId } = await desk.accept(await desk.stateNeed('想理发', by), resourceId)
        return { projectId, by }
      },
      ({ projectId }, requestId, headers) =>
        town.ask(
          listsContract,
          'publishEdition',
          { centreId, month: '2026-12', projectIds: [projectId] },
          staff,
          asking(requestId, headers),
        ),
      async ({ projectId, by }, answer) => {
        expect(answer).toEqual({ editionId: `${centreId}:${no}`, no })
        expect((await desk.project(projectId)).state).toBe('published')
        expect(await desk.notices(by)).toEqual(['您说的需求有回应了'])
      },
    )
    expect(points).toBeGreaterThanOrEqual(4)
  })

  test('commits an import once, with the counts right', async () => {
    const points = await walk(
      async (n) => {
        const csv = `需求内容\n${Array.from({ length: 5 }, (_, row) => `断电${n}-${row}`).join('\n')}\n`
        const { reply } = await desk.preview('need', 'a.csv', csv)
        if (!reply.ok) throw new Error(reply.code)
        return { importId: reply.data.importId, before: await desk.counts() }
      },
      ({ importId }, requestId, headers) => desk.commit(importId, 0, requestId, headers),
      async ({ before }, answer) => {
        expect(answer).toEqual({ added: 5, alreadyHere: 0 })
        expect(await desk.counts()).toEqual({ ...before, open: before.open + 5 })
      },
    )
    expect(points).toBe(5)
  })

  test('cancels a project once: everybody told once, the need open again', async () => {
    const points = await walk(
      async (n) => {
        const needId = await desk.stateNeed()
        const { projectId } = await desk.accept(needId, await desk.addResource())
        await desk.publish([projectId])
        const crowd = await desk.crowd(`crash-off-${n}`, 2)
        for (const openid of crowd) await desk.enrol(projectId, openid)
        return { projectId, needId, crowd, before: await desk.counts() }
      },
      ({ projectId }, requestId, headers) =>
        town.ask(
          listsContract,
          'cancelProject',
          { centreId, projectId, reason: '下雨' },
          staff,
          asking(requestId, headers),
        ),
      async ({ needId, crowd, before }, answer) => {
        expect(answer).toMatchObject({ told: 2 })
        expect(await desk.needState(needId)).toBe('open')
        for (const openid of crowd) expect(await desk.notices(openid)).toEqual(['报名的服务取消了'])
        expect(await desk.counts()).toEqual({ ...before, open: before.open + 1, matched: before.matched - 1 })
      },
    )
    expect(points).toBe(6)
  })

  test('states, withdraws and shelves a need once', async () => {
    for (const [action, change] of [
      ['stateNeed', { open: 1, gap: 0 }],
      ['withdrawNeed', { open: -1, gap: 0 }],
      ['markGap', { open: -1, gap: 1 }],
    ] as const) {
      await walk(
        async () => ({ needId: await desk.stateNeed(), before: await desk.counts() }),
        ({ needId }, requestId, headers) => {
          const options = asking(`${action}-${requestId}`, headers)
          if (action === 'markGap')
            return town.ask(listsContract, action, { centreId, needId }, staff, options)
          if (action === 'withdrawNeed') {
            return town.ask(listsContract, action, { centreId, needId }, resident, options)
          }
          const need = {
            text: '断电了',
            beneficiary: ['老人' as const],
            headcount: 1,
            mobilityImpaired: false,
          }
          return town.ask(listsContract, action, { centreId, ...need }, resident, options)
        },
        async ({ before }) => {
          const { open, gap } = await desk.counts()
          expect({ open, gap }).toEqual({ open: before.open + change.open, gap: before.gap + change.gap })
        },
      )
    }
  })
})
