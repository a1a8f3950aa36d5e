import {
  centreId,
  day,
  morning,
  neighbours,
  openSessionHall,
  resident,
  type SessionHall,
  staff,
} from './session-hall'

const hour = 3_600_000
const [anna, bert] = ['neighbour-0', 'neighbour-1'] as const
const rounds = 15

let hall: SessionHall
beforeAll(async () => {
  hall = await openSessionHall()
  await hall.plant('residents', neighbours(6))
})
afterAll(() => hall?.stop())

/** The n-th session, a week after the one before: announced, attended, written down and closed. */
const hold = async (matterId: string, n: number): Promise<string> => {
  const startsAt = morning + n * 7 * day + 10 * hour
  await hall.clock({ now: startsAt - 4 * day })
  const sessionId = await hall.announced({
    title: `5栋加装电梯第 ${n} 次协商`,
    ...{ startsAt, quorum: 3 },
    agenda: [{ matterId, title: '加装电梯怎么分摊', minutes: 60 }],
  })
  const row = { centreId, sessionId }
  await hall.done('rsvp', { ...row, coming: true }, anna)
  await hall.clock({ now: startsAt })
  const { code } = await hall.done('sessionCode', row, staff)
  for (const who of [anna, bert]) await hall.done('checkInToSession', { ...row, code }, who)
  const { parties, changes, agenda } = await hall.done('sessionOfStaff', row, staff)
  const builder = parties.find(({ role }) => role === 'builder')
  await hall.done('markPresent', { ...row, key: builder?.key ?? '', present: true }, staff)
  const minutes = {
    ...row,
    itemId: agenda[0]?.itemId ?? '',
    text: `第 ${n} 次说了些什么`,
    outcome: n === rounds ? ('resolved' as const) : ('continued' as const),
    decisions: [{ text: n === rounds ? '开工' : '改方案', who: '施工方', byDay: '2027-12-31' }],
    seen: changes,
  }
  const { changes: seen } = await hall.done('saveMinutes', minutes, staff)
  await hall.done('closeSession', { ...row, seen }, staff)
  return sessionId
}

test('a lift is built in 15 sessions, and its story reads as one', async () => {
  const text = '5栋没有电梯,老人下不了楼'
  const raised = { centreId, text, place: '5栋', photos: [], anonymous: false }
  const { matterId } = await hall.done('raiseMatter', raised, resident)
  await hall.done('triageMatter', { centreId, matterId, tier: 'assembly', officer: staff }, staff)
  await hall.done('backMatter', { centreId, matterId }, anna)

  const held: string[] = []
  for (let n = 1; n <= rounds; n += 1) held.push(await hold(matterId, n))

  const seen = await hall.done('matter', { centreId, matterId }, resident)
  expect(seen).toMatchObject({ sessions: 15, state: 'underWay' })
  expect(seen.progress.filter(({ done }) => done).map(({ step }) => step)).toEqual([
    'assign',
    'announce',
    'meet',
    'minutes',
    'resolve',
  ])
  const told = seen.story.filter(({ about }) => held.includes(about))
  expect(told.map(({ about }) => about)).toEqual(held.flatMap((sessionId) => [sessionId, sessionId]))
  expect(told.map((line) => line.text.replace(/ \d+月.*/, ''))).toEqual(
    Array.from({ length: rounds }, (_one, at) => [
      `第 ${at + 1} 次议事会定在`,
      `第 ${at + 1} 次议事会,到会 3 人:${at + 1 === rounds ? '形成决议' : '继续商量'};12月31日前 施工方 ${at + 1 === rounds ? '开工' : '改方案'}`,
    ]).flat(),
  )
  expect(seen.story.map(({ at }) => at)).toEqual(seen.story.map(({ at }) => at).toSorted((a, b) => a - b))

  const { changes } = await hall.row('matters', matterId)
  const notice = {
    centreId,
    matterId,
    step: 'publicNotice' as const,
    text: '分摊办法公示七天',
    seen: changes,
  }
  expect(await hall.done('takeStep', notice, staff)).toEqual({ next: 'answer' })
  await hall.clock({ now: morning + (rounds * 7 + 9) * day })
  const answer = { centreId, matterId, text: '电梯装好了,请您来坐一坐', photos: [] }
  await hall.done('answerMatter', { ...answer, seen: changes + 1 }, staff)
  await hall.done('confirmMatter', { centreId, matterId, solved: true, text: '' }, resident)
  expect(await hall.done('matter', { centreId, matterId }, anna)).toMatchObject({
    state: 'closed',
    sessions: 15,
  })

  const past = await hall.done('sessions', { centreId, show: 'past' }, anna)
  expect(past.rows.map(({ sessionId }) => sessionId)).toEqual(held.toReversed())
  const invited = await hall.rows('notices', { to: anna, title: '请您来参加议事会' })
  expect(invited).toHaveLength(15)
})
