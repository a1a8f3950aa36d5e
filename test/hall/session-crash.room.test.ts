import type { Answer } from '../harness/town'
import {
  centreId,
  day,
  matterRow,
  morning,
  neighbours,
  openSessionHall,
  planned,
  type SessionHall,
  staff,
} from './session-hall'

const anna = 'neighbour-0'
const hour = 3_600_000
const friday = morning + 4 * day + 10 * hour
/** Nobody can still be at it after this, and a transaction that was left open is over. */
const runsEnd = 31_000

let hall: SessionHall
let made = 0
beforeAll(async () => {
  hall = await openSessionHall()
  await hall.plant('residents', neighbours(2))
})
afterAll(() => hall?.stop())

interface Facts {
  readonly sessionId: string
  readonly matterId: string
  readonly changes: number
}
type More = { readonly requestId: string; readonly headers?: Record<string, string> }
type Call = (facts: Facts, more: More) => Promise<Answer<object>>

const told = ({ reply }: Answer<object>): unknown => (reply.ok ? reply.data : reply.code)

/** A session about a matter of its own, as far as it is needed. */
const prepared = async (stage: 'draft' | 'announced' | 'written'): Promise<Facts> => {
  made += 1
  const matterId = `crash-${made}`
  await hall.clock({ now: morning })
  await hall.plant('matters', [matterRow(matterId, { by: '' })])
  const agenda = [{ matterId, title: '5栋加装电梯', minutes: 60 }]
  const facts = { startsAt: friday, quorum: 1, agenda }
  const sessionId = stage === 'draft' ? await hall.draft(facts) : await hall.announced(facts)
  if (stage === 'written') {
    await hall.clock({ now: friday })
    await hall.done('addParty', { centreId, sessionId, role: 'owner', title: '5栋', name: '' }, staff)
    await hall.minuted(sessionId, 'resolved')
  }
  const { changes } = await hall.session(sessionId)
  return { sessionId, matterId, changes }
}

/** Cuts a call off after 0, 1, 2 … writes, asks twice more and looks; answers at how many points it could die. */
const walk = async (
  call: Call,
  prepare: () => Promise<Facts>,
  check: (facts: Facts, answer: unknown) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 20; n += 1) {
    const facts = await prepare()
    const requestId = `crash-${n}-${facts.sessionId}`
    const cut = await call(facts, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    await hall.clock({ advance: runsEnd })
    const [first, second] = [await call(facts, { requestId }), await call(facts, { requestId })]
    expect(told(second)).toEqual(told(first))
    await check(facts, told(first))
    if (cut.status === 200) return n
  }
  throw new Error('it never got through')
}

const noticesOf = async ({ sessionId }: Facts, title: string): Promise<number> => {
  const page = `/hall/resident/session-page?sessionId=${sessionId}`
  return (await hall.rows('notices', { page })).filter((notice) => notice.title.includes(title)).length
}

describe('a function that dies half-way and is asked again', () => {
  test('plans one session', async () => {
    const titles: string[] = []
    const call: Call = ({ sessionId }, more) => {
      titles.push(sessionId)
      return hall.ask('saveSession', planned({ title: `新的 ${sessionId}` }), staff, more)
    }
    const points = await walk(
      call,
      () => prepared('draft'),
      async ({ sessionId }, answer) => {
        const rows = await hall.rows('sessions', { title: `新的 ${sessionId}` })
        expect(rows.map(({ _id }) => ({ sessionId: _id, changes: 0 }))).toEqual([answer])
      },
    )
    expect(points).toBe(3)
  })

  test('moves a session once, with its story and its notices', async () => {
    const call: Call = ({ sessionId, matterId }, more) => {
      const agenda = [{ matterId, title: '5栋加装电梯', minutes: 60 }]
      const facts = { sessionId, seen: 1, startsAt: friday + day, agenda, parties: [] }
      return hall.ask('saveSession', planned(facts), staff, more)
    }
    await walk(
      call,
      () => prepared('announced'),
      async (facts, answer) => {
        expect(answer).toEqual({ sessionId: facts.sessionId, changes: 2 })
        expect(await hall.session(facts.sessionId)).toMatchObject({ startsAt: friday + day, left: 300 })
        expect((await hall.row('matters', facts.matterId)).story).toHaveLength(2)
        expect(await noticesOf(facts, '改了时间')).toBe(2)
      },
    )
  })

  test('announces once', async () => {
    const call: Call = ({ sessionId }, more) =>
      hall.ask('announceSession', { centreId, sessionId, seen: 0 }, staff, more)
    await walk(
      call,
      () => prepared('draft'),
      async (facts, answer) => {
        expect(answer).toEqual({ told: 2 })
        expect(await hall.session(facts.sessionId)).toMatchObject({ state: 'announced', changes: 1 })
        expect((await hall.row('matters', facts.matterId)).story).toHaveLength(1)
        expect(await noticesOf(facts, '请您来')).toBe(2)
      },
    )
  })

  test('calls off once', async () => {
    const call: Call = ({ sessionId }, more) =>
      hall.ask('cancelSession', { centreId, sessionId, reason: '停电' }, staff, more)
    await walk(
      call,
      () => prepared('announced'),
      async (facts, answer) => {
        expect(answer).toEqual({ told: 2 })
        expect((await hall.row('matters', facts.matterId)).story).toHaveLength(2)
        expect(await noticesOf(facts, '取消')).toBe(2)
      },
    )
  })

  test('closes once', async () => {
    const call: Call = ({ sessionId, changes }, more) =>
      hall.ask('closeSession', { centreId, sessionId, seen: changes }, staff, more)
    await walk(
      call,
      () => prepared('written'),
      async (facts, answer) => {
        expect(answer).toMatchObject({ present: 1, items: [{ outcome: 'resolved' }] })
        expect(await hall.session(facts.sessionId)).toMatchObject({ state: 'held' })
        expect(await hall.row('matters', facts.matterId)).toMatchObject({
          done: ['assign', 'announce', 'meet', 'minutes', 'resolve'],
          sessions: [{ sessionId: facts.sessionId }],
        })
      },
    )
  })

  test('counts somebody who comes, stays away and arrives once', async () => {
    const ready = async () => {
      const facts = await prepared('announced')
      await hall.clock({ now: friday })
      return facts
    }
    const come: Call = ({ sessionId }, more) =>
      hall.ask('rsvp', { centreId, sessionId, coming: true }, anna, more)
    const points = await walk(come, ready, async ({ sessionId }, answer) => {
      expect(answer).toEqual({ coming: 1 })
      expect(await hall.session(sessionId)).toMatchObject({ coming: 1, left: 298, people: [anna] })
    })
    const arrive: Call = async ({ sessionId }, more) => {
      const { code } = await hall.done('sessionCode', { centreId, sessionId }, staff)
      return hall.ask('checkInToSession', { centreId, sessionId, code }, anna, more)
    }
    const arriving = await walk(arrive, ready, async ({ sessionId }, answer) => {
      expect(answer).toEqual({ present: 1 })
      expect(await hall.session(sessionId)).toMatchObject({ present: 1, left: 298 })
    })
    expect([points, arriving]).toEqual([3, 3])
  })

  test('writes in, ticks and writes down once', async () => {
    const key = async (sessionId: string) => Object.keys((await hall.session(sessionId)).parties)[0] ?? ''
    const calls: readonly (readonly [Call, (facts: Facts) => Promise<unknown>, unknown])[] = [
      [
        ({ sessionId }, more) =>
          hall.ask('addParty', { centreId, sessionId, role: 'owner', title: '5栋', name: '赵' }, staff, more),
        async ({ sessionId }) => {
          const { left, present } = await hall.session(sessionId)
          return { left, present }
        },
        { left: 298, present: 1 },
      ],
      [
        async ({ sessionId }, more) =>
          hall.ask(
            'markPresent',
            { centreId, sessionId, key: await key(sessionId), present: true },
            staff,
            more,
          ),
        async ({ sessionId }) => (await hall.session(sessionId)).present,
        1,
      ],
      [
        async ({ sessionId }, more) => {
          const itemId = (await hall.session(sessionId)).agenda[0]?.itemId ?? ''
          const minutes = { text: '说了', outcome: 'continued' as const, decisions: [], seen: 1 }
          return hall.ask('saveMinutes', { centreId, sessionId, itemId, ...minutes }, staff, more)
        },
        async ({ sessionId }) => (await hall.session(sessionId)).changes,
        2,
      ],
    ]
    for (const [call, look, found] of calls) {
      const points = await walk(
        call,
        () => prepared('announced'),
        async (facts) => expect(await look(facts)).toEqual(found),
      )
      expect(points).toBe(3)
    }
  })
})

describe('the same request twice at once', () => {
  test.each([
    [
      'announces',
      'draft',
      (sessionId: string, seen: number, more: More) =>
        hall.ask('announceSession', { centreId, sessionId, seen }, staff, more),
    ],
    [
      'calls off',
      'announced',
      (sessionId: string, _seen: number, more: More) =>
        hall.ask('cancelSession', { centreId, sessionId, reason: '停电' }, staff, more),
    ],
    [
      'closes',
      'written',
      (sessionId: string, seen: number, more: More) =>
        hall.ask('closeSession', { centreId, sessionId, seen }, staff, more),
    ],
    [
      'comes',
      'announced',
      (sessionId: string, _seen: number, more: More) =>
        hall.ask('rsvp', { centreId, sessionId, coming: true }, anna, more),
    ],
    [
      'writes in',
      'announced',
      (sessionId: string, _seen: number, more: More) =>
        hall.ask('addParty', { centreId, sessionId, role: 'owner', title: '5栋', name: '' }, staff, more),
    ],
  ] as const)('%s once, and both hear the same', async (_what, stage, call) => {
    const { sessionId, changes, matterId } = await prepared(stage)
    const [before, story] = [
      await hall.session(sessionId),
      (await hall.row('matters', matterId)).story.length,
    ]
    const more = { requestId: `twice-${sessionId}` }
    const [one, other] = await Promise.all([call(sessionId, changes, more), call(sessionId, changes, more)])
    expect(one?.reply).toMatchObject({ ok: true })
    expect(other && told(other)).toEqual(one && told(one))
    const after = await hall.session(sessionId)
    expect(Object.keys(after.parties).length - Object.keys(before.parties).length).toBeLessThanOrEqual(1)
    expect(before.left - after.left).toBe(
      Object.keys(after.parties).length - Object.keys(before.parties).length,
    )
    expect(after.changes - before.changes).toBeLessThanOrEqual(1)
    expect((await hall.row('matters', matterId)).story.length - story).toBeLessThanOrEqual(1)
  })
})
