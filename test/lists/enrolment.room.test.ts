import { randomUUID } from 'node:crypto'
import { listsContract } from '../../types/lists.contract'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown({ testClock: true })
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())
afterEach(() => town.cloud.clock({ now: null }))

const { resident, residentElsewhere, stranger, volunteer } = people
const said = ({ reply }: { reply: { ok: boolean; code?: string; data?: object } }) =>
  reply.ok ? reply.data : reply.code
const seat = (position: number) => ({ state: 'seat', position })
const waiting = (position: number) => ({ state: 'waiting', position })
const movedUp = async (openid: string) =>
  (await desk.notices(openid)).filter((title) => title === '候补有名额了').length

describe('enrolling', () => {
  test('gives seats, then places on the waiting list, then says it is full', async () => {
    const projectId = await desk.published({ cap: 2, waitCap: 1 })
    const crowd = await desk.crowd('order', 4)
    const answers: unknown[] = []
    for (const openid of crowd) answers.push(said(await desk.enrol(projectId, openid)))
    expect(answers).toEqual([seat(1), seat(2), waiting(1), 'LISTS.FULL'])
    expect(await desk.project(projectId, crowd[2])).toMatchObject({
      taken: 2,
      waiting: 1,
      mine: waiting(1),
      people: ['邻*0', '邻*1', '邻*2'].map(() => expect.any(String)),
    })
    expect(await desk.people(projectId)).toMatchObject([seat(1), seat(2), waiting(1)])
  })
  test('a second tap answers the same place', async () => {
    const projectId = await desk.published()
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.enrol(projectId, resident)))
    expect(answers.map(said)).toEqual(Array(20).fill(seat(1)))
    expect((await desk.people(projectId)).length).toBe(1)
  })
  test('the same request twenty times at once takes one place', async () => {
    const projectId = await desk.published()
    const requestId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.enrol(projectId, resident, requestId)),
    )
    expect(answers.map(said)).toEqual(Array(20).fill(seat(1)))
    expect((await desk.people(projectId)).length).toBe(1)
  })
  test('a late repeat of an old request does not enrol again after cancelling', async () => {
    const projectId = await desk.published()
    const requestId = randomUUID()
    await desk.enrol(projectId, resident, requestId)
    await desk.cancel(projectId, resident)
    expect(said(await desk.enrol(projectId, resident, requestId))).toEqual(seat(1))
    expect(await desk.people(projectId)).toEqual([])
    expect(said(await desk.enrol(projectId, resident))).toEqual(seat(1))
  })
  test('a family member is enrolled by name, beside oneself', async () => {
    const projectId = await desk.published()
    const forName = '刘奶奶'
    await desk.enrol(projectId, resident)
    for (const _ of [1, 2]) {
      const answer = await town.ask(listsContract, 'enrol', { centreId, projectId, forName }, resident)
      expect(said(answer)).toEqual(seat(2))
    }
    expect(await desk.people(projectId)).toMatchObject([{ name: '王*明' }, { name: '刘*奶', by: '王*明' }])
    const { rows } = await town.done(listsContract, 'myEnrolments', { centreId }, resident)
    const own = rows.filter(({ project }) => project.id === projectId)
    expect(own.map((row) => [row.forName, row.mine])).toEqual([
      [undefined, seat(1)],
      ['刘奶奶', seat(2)],
    ])
    await town.done(listsContract, 'cancelEnrolment', { centreId, projectId, forName }, resident)
    expect((await desk.people(projectId)).length).toBe(1)
    expect(JSON.stringify(await desk.project(projectId))).not.toContain('王小明')
  })
  test('a name WeChat refuses is not kept', async () => {
    const projectId = await desk.published()
    const answer = await town.ask(listsContract, 'enrol', { centreId, projectId, forName: '赌博' }, resident)
    expect(said(answer)).toBe('COMMON.TEXT_REFUSED')
  })
  test('is refused to strangers, elsewhere, for drafts and for what is not there', async () => {
    const projectId = await desk.published()
    expect(said(await desk.enrol(projectId, stranger))).toBe('COMMON.NOT_RESIDENT')
    expect(said(await desk.enrol(projectId, residentElsewhere))).toBe('COMMON.NOT_RESIDENT')
    expect(said(await desk.enrol(await desk.draft(), resident))).toBe('COMMON.NOT_FOUND')
    expect(said(await desk.enrol('nothing', resident))).toBe('COMMON.NOT_FOUND')
  })
  test('closes by the server’s clock; what has begun cannot be cancelled', async () => {
    const projectId = await desk.published()
    const { closesAt, startsAt } = await desk.project(projectId)
    await desk.enrol(projectId, volunteer)
    await town.cloud.clock({ now: closesAt - 1000 })
    expect(said(await desk.enrol(projectId, resident))).toEqual(seat(2))
    await town.cloud.clock({ now: closesAt })
    const [late] = await desk.crowd('late', 1)
    expect(said(await desk.enrol(projectId, late ?? ''))).toBe('LISTS.CLOSED')
    expect(said(await desk.cancel(projectId, volunteer))).toEqual({ projectId })
    await town.cloud.clock({ now: startsAt })
    expect(said(await desk.cancel(projectId, resident))).toBe('LISTS.TOO_LATE')
    await town.cloud.clock({ now: startsAt + 86_400_000 })
    await town.cloud.timer('lists', 'nightly')
    expect((await desk.project(projectId)).state).toBe('done')
  })
})

describe('the waiting list', () => {
  test('moves up when a seat is given back, and tells the one who moves up once', async () => {
    const projectId = await desk.published({ cap: 2, waitCap: 2 })
    const crowd = await desk.crowd('moves', 4)
    for (const openid of crowd) await desk.enrol(projectId, openid)
    const [first = '', second = '', third = '', fourth = ''] = crowd
    const requestId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => desk.cancel(projectId, first, requestId)),
    )
    expect(answers.map(said)).toEqual(Array(5).fill({ projectId }))
    expect((await desk.project(projectId, third)).mine).toEqual(seat(2))
    expect((await desk.project(projectId, fourth)).mine).toEqual(waiting(1))
    expect([await movedUp(second), await movedUp(third), await movedUp(fourth)]).toEqual([0, 1, 0])
    expect(said(await desk.cancel(projectId, first))).toBe('LISTS.NOT_ENROLLED')
  })
  test('ten who cancel at once move up exactly those who get a seat', async () => {
    const projectId = await desk.published({ cap: 10, waitCap: 10 })
    const crowd = await desk.crowd('at-once', 18)
    for (const openid of crowd) await desk.enrol(projectId, openid)
    const answers = await Promise.all(crowd.slice(4, 14).map((openid) => desk.cancel(projectId, openid)))
    expect(answers.map(said)).toEqual(Array(10).fill({ projectId }))
    const left = [...crowd.slice(0, 4), ...crowd.slice(14)]
    expect((await desk.people(projectId)).map(({ state }) => state)).toEqual(Array(8).fill('seat'))
    for (const openid of left) expect(await movedUp(openid)).toBe(crowd.indexOf(openid) >= 14 ? 1 : 0)
  })
  test('moves up when the staff add seats; nobody loses one', async () => {
    const projectId = await desk.published({ cap: 1, waitCap: 3 })
    const crowd = await desk.crowd('more', 4)
    for (const openid of crowd) await desk.enrol(projectId, openid)
    const { title, startsAt, endsAt, closesAt, place } = await desk.project(projectId)
    const same = { title, startsAt, endsAt, closesAt, place }
    expect(await desk.edit(projectId, { ...same, cap: 3, waitCap: 1 })).toMatchObject({ ok: true })
    expect(await Promise.all(crowd.map(movedUp))).toEqual([0, 1, 1, 0])
    expect(await desk.edit(projectId, { ...same, cap: 2, waitCap: 9 })).toMatchObject({
      code: 'LISTS.TOO_MANY',
    })
    expect(await desk.edit(projectId, { ...same, cap: 3, waitCap: 0 })).toMatchObject({
      code: 'LISTS.TOO_MANY',
    })
  })
})

test('two hundred who tap at once for fifty places: fifty seats, twenty waiting, the rest are told it is full', async () => {
  const projectId = await desk.published({ cap: 50, waitCap: 20 })
  const crowd = await desk.crowd('crowd', 200)
  const answers = await Promise.all(crowd.map((openid) => desk.enrol(projectId, openid)))
  const places = answers.flatMap(({ reply }) => (reply.ok ? [reply.data] : []))
  const refusals = answers.flatMap(({ reply }) => (reply.ok ? [] : [reply.code]))
  const positions = (state: string) =>
    places
      .filter((place) => place.state === state)
      .map(({ position }) => position)
      .sort((a, b) => a - b)
  expect(positions('seat')).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  expect(positions('waiting')).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(refusals).toEqual(Array(130).fill('LISTS.FULL'))
  const rows = await desk.people(projectId)
  expect(rows.length).toBe(70)
  for (const { cost } of answers) expect(cost.dbRequests).toBeLessThanOrEqual(4)
})
