import type { ActionName, InputOf } from '../../types/common/contract'
import { asInstant } from '../../types/common/time'
import type { hallContract } from '../../types/hall.contract'
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

type Hall = typeof hallContract

const hour = 3_600_000
const friday = morning + 4 * day + 10 * hour

let hall: SessionHall
beforeAll(async () => {
  hall = await openSessionHall()
  await hall.plant('residents', neighbours(250))
})
afterAll(() => hall?.stop())

/** Laws of a session: its counters are what its list says. */
const lawsHold = async (sessionId: string) => {
  const { parties, left, coming, present, people } = await hall.session(sessionId)
  const rows = Object.values(parties)
  expect({ left, coming, present, people: people.toSorted() }).toEqual({
    left: 300 - rows.length,
    coming: rows.filter(({ rsvp }) => rsvp === 'yes').length,
    present: rows.filter(({ presentAt }) => presentAt > 0).length,
    people: rows.flatMap(({ who }) => (who === '' ? [] : [who])).toSorted(),
  })
}

test('two hundred answers at once are two hundred rows, each counted', async () => {
  const sessionId = await hall.announced({ parties: [] })
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_one, n) =>
      hall.ask('rsvp', { centreId, sessionId, coming: n % 4 !== 0 }, `neighbour-${n}`),
    ),
  )
  expect(answers.filter(({ reply }) => !reply.ok).map(({ reply }) => reply)).toEqual([])
  expect(await hall.session(sessionId)).toMatchObject({ coming: 150, left: 100 })
  await lawsHold(sessionId)
})

test('one person who taps on three phones stands on the list once', async () => {
  const sessionId = await hall.announced({ parties: [] })
  await Promise.all(
    Array.from({ length: 30 }, (_one, n) =>
      hall.ask('rsvp', { centreId, sessionId, coming: n % 3 !== 0 }, 'neighbour-7'),
    ),
  )
  expect(Object.keys((await hall.session(sessionId)).parties)).toHaveLength(1)
  await lawsHold(sessionId)
})

test('ten seats and forty at the door: ten, and the staff tick while others come', async () => {
  const sessionId = await hall.announced({ startsAt: friday })
  await hall.clock({ now: friday })
  await hall.set('sessions', sessionId, { left: 10 })
  const { code } = await hall.done('sessionCode', { centreId, sessionId }, staff)
  const [builder = ''] = Object.keys((await hall.session(sessionId)).parties)
  const answers = await Promise.all([
    ...Array.from({ length: 40 }, (_one, n) =>
      hall.ask('checkInToSession', { centreId, sessionId, code }, `neighbour-${n}`),
    ),
    ...[true, false, true].map((present) =>
      hall.ask('markPresent', { centreId, sessionId, key: builder, present }, staff),
    ),
  ])
  const entered = answers.slice(0, 40)
  expect(entered.filter(({ reply }) => reply.ok)).toHaveLength(10)
  expect(entered.flatMap(({ reply }) => (reply.ok ? [] : [reply.code]))).toEqual(
    Array.from({ length: 30 }, () => 'HALL.SESSION_FULL'),
  )
  const { parties, left, present } = await hall.session(sessionId)
  expect([Object.keys(parties).length, left]).toEqual([11, 0])
  expect(present).toBe(Object.values(parties).filter(({ presentAt }) => presentAt > 0).length)
  await hall.clock({ now: morning })
})

test('who guesses codes stays outside, even with the right one; the staff can tick them', async () => {
  const sessionId = await hall.announced({ startsAt: friday })
  const guesser = 'neighbour-9'
  await hall.done('rsvp', { centreId, sessionId, coming: true }, guesser)
  await hall.clock({ now: friday })
  const { code } = await hall.done('sessionCode', { centreId, sessionId }, staff)
  const wrong = String((Number(code) + 500_000) % 1_000_000).padStart(6, '0')
  const guess = (digits: string) =>
    hall.ask('checkInToSession', { centreId, sessionId, code: digits }, guesser)
  await Promise.all(Array.from({ length: 20 }, () => guess(wrong)))
  expect((await guess(code)).reply).toMatchObject({ code: 'HALL.BAD_CODE' })
  const { parties } = await hall.session(sessionId)
  const key = Object.keys(parties).find((one) => parties[one]?.who === guesser) ?? ''
  expect(await hall.done('markPresent', { centreId, sessionId, key, present: true }, staff)).toEqual({
    present: 1,
  })
  await hall.clock({ now: morning })
})

test('an edit while others answer loses none of them', async () => {
  const sessionId = await hall.announced({ parties: [] })
  const moved = planned({ sessionId, seen: 1, startsAt: friday + day, parties: [] })
  const [saved] = await Promise.all([
    hall.ask('saveSession', moved, staff),
    ...Array.from({ length: 30 }, (_one, n) =>
      hall.ask('rsvp', { centreId, sessionId, coming: true }, `neighbour-${n}`),
    ),
  ])
  expect(saved?.reply).toMatchObject({ ok: true })
  expect(await hall.session(sessionId)).toMatchObject({ coming: 30, startsAt: friday + day })
  await lawsHold(sessionId)
})

describe('what it costs', () => {
  let costs = 0
  const cost = async <A extends ActionName<Hall>>(action: A, input: InputOf<Hall, A>, who: string) => {
    const { reply, cost: counted } = await hall.ask(action, input, who)
    expect([action, reply]).toEqual([action, expect.objectContaining({ ok: true })])
    return counted
  }
  const all = async () => {
    costs += 1
    const matterId = `cost-${costs}`
    await hall.clock({ now: morning })
    await hall.plant('matters', [matterRow(matterId, { by: '' })])
    const agenda = [{ matterId, title: '电梯', minutes: 60 }]
    const sessionId = await hall.draft({ startsAt: friday, agenda })
    const row = { centreId, sessionId }
    const who = 'neighbour-3'
    const plan = planned({ startsAt: friday, agenda })
    const before = {
      saveNew: await cost('saveSession', plan, staff),
      announce: await cost('announceSession', { ...row, seen: 0 }, staff),
      rsvp: await cost('rsvp', { ...row, coming: true }, who),
      change: await cost('rsvp', { ...row, coming: false }, who),
      session: await cost('session', row, who),
      sessions: await cost('sessions', { centreId, show: 'coming' }, who),
      sessionOfStaff: await cost('sessionOfStaff', row, staff),
      sessionsOfStaff: await cost('sessionsOfStaff', { centreId, show: 'coming' }, staff),
    }
    await hall.clock({ now: friday })
    const { code } = await hall.done('sessionCode', row, staff)
    const itemId = (await hall.session(sessionId)).agenda[0]?.itemId ?? ''
    const minutes = { text: '说了', outcome: 'continued' as const, decisions: [], seen: 1 }
    return {
      ...before,
      checkIn: await cost('checkInToSession', { ...row, code }, who),
      addParty: await cost('addParty', { ...row, role: 'owner', title: '5栋', name: '' }, staff),
      saveMinutes: await cost('saveMinutes', { ...row, itemId, ...minutes }, staff),
      saveFiles: await cost('saveSessionFiles', { ...row, photos: [], attachments: [] }, staff),
      close: await cost('closeSession', { ...row, seen: 2 }, staff),
    }
  }

  test('is as written here, also with a hundred times the data', async () => {
    const small = await all()
    const requests = (counted: typeof small) =>
      Object.fromEntries(Object.entries(counted).map(([name, { dbRequests }]) => [name, dbRequests]))
    expect(requests(small)).toEqual({
      // caller with the matters, session, audit row
      saveNew: 3,
      // caller with the session, residents; begin, session, matter, matter, session, notices, audit row, commit
      announce: 10,
      // caller with the session, the list, audit row
      rsvp: 3,
      change: 3,
      session: 1,
      sessions: 2,
      sessionOfStaff: 1,
      sessionsOfStaff: 2,
      checkIn: 3,
      addParty: 3,
      saveMinutes: 3,
      saveFiles: 3,
      // caller; begin, session, matter, matter, session, notices, audit row, commit
      close: 9,
    })
    const [one] = await hall.rows('sessions')
    if (!one) throw new Error('no session')
    const bare = { ...one, parties: {}, people: [], state: 'held' as const }
    await hall.plant(
      'sessions',
      Array.from({ length: 400 }, (_one, n) => ({
        ...bare,
        ...{ _id: `past-${n}`, startsAt: asInstant(n), order: `000000${n}` },
      })),
    )
    await hall.plant(
      'matters',
      Array.from({ length: 400 }, (_one, n) => matterRow(`other-${n}`)),
    )
    const large = await all()
    expect(requests(large)).toEqual(requests(small))
    const read = ({ session, sessionOfStaff, rsvp, checkIn }: typeof small) =>
      [session, sessionOfStaff, rsvp, checkIn].map(({ examined }) => examined)
    expect(read(large)).toEqual(read(small))
    expect(large.sessions.examined).toBeLessThan(60)
  })
})
