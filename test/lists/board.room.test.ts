import { randomUUID } from 'node:crypto'
import { listsContract } from '../../types/lists.contract'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, haircut } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

const { staff, secretary } = people
const board = (state: 'open' | 'matched' | 'gap' = 'open') =>
  town.done(listsContract, 'matchBoard', { centreId, state }, staff)
const rowOf = async (needId: string) => (await board()).rows.find(({ need }) => need.id === needId)
const accepting = (
  needId: string,
  resourceId: string,
  requestId: string = randomUUID(),
  by: string = staff,
) => town.ask(listsContract, 'acceptMatch', { centreId, needId, resourceId }, by, { requestId })
const reopen = (needId: string) => town.ask(listsContract, 'reopenNeed', { centreId, needId }, staff)
const drafts = async () =>
  (await town.done(listsContract, 'projects', { centreId, state: 'draft' }, staff)).rows

describe('the board', () => {
  test('offers what fits with reasons, and leaves out what was turned down or paused', async () => {
    const resourceId = await desk.addResource()
    const needId = await desk.stateNeed('头发太长了,想理发')
    const offered = (row: Awaited<ReturnType<typeof rowOf>>) =>
      row?.suggestions.find((one) => one.resourceId === resourceId)
    expect(offered(await rowOf(needId))).toMatchObject({ unit: '红剪刀队', title: '义务理发' })
    expect(offered(await rowOf(needId))?.reasons.length).toBeGreaterThan(0)
    const edit = { ...haircut, resourceId }
    await town.done(listsContract, 'editResource', { ...edit, paused: true }, staff)
    expect(offered(await rowOf(needId))).toBeUndefined()
    await town.done(listsContract, 'editResource', { ...edit, paused: false }, staff)
    const rejecting = { centreId, needId, resourceId, reason: '时间不合' as const }
    for (const _ of [1, 2]) await town.done(listsContract, 'rejectMatch', rejecting, staff)
    expect(offered(await rowOf(needId))).toBeUndefined()
  })
  test('a need nobody can serve goes on the gap list and comes back', async () => {
    const needId = await desk.stateNeed('想要一架直升机')
    const before = await desk.counts()
    await town.done(listsContract, 'markGap', { centreId, needId }, staff)
    expect(await desk.counts()).toEqual({ ...before, open: before.open - 1, gap: before.gap + 1 })
    expect((await board('gap')).rows.map(({ need }) => need.id)).toContain(needId)
    expect((await reopen(needId)).reply.ok).toBe(true)
    expect(await desk.counts()).toEqual(before)
    expect((await reopen(needId)).reply).toMatchObject({ code: 'LISTS.ALREADY_DECIDED' })
  })
})

describe('accepting', () => {
  test('makes a draft, and a second need joins it while its people fit', async () => {
    const resourceId = await desk.addResource({ capacityPerSession: 2 })
    const before = await desk.counts()
    const first = await desk.accept(await desk.stateNeed(), resourceId)
    const second = await desk.accept(await desk.stateNeed(), resourceId)
    const third = await desk.accept(await desk.stateNeed(), resourceId)
    expect([first.joined, second.joined, third.joined]).toEqual([false, true, false])
    expect(second.projectId).toBe(first.projectId)
    expect(third.projectId).not.toBe(first.projectId)
    expect((await drafts()).find(({ id }) => id === first.projectId)).toMatchObject({
      needs: 2,
      cap: 2,
      waitCap: 5,
    })
    expect((await desk.counts()).matched).toBe(before.matched + 3)
  })
  test('is refused for what was decided, is paused or is not there', async () => {
    const resourceId = await desk.addResource()
    const needId = await desk.stateNeed()
    await desk.accept(needId, resourceId)
    expect((await accepting(needId, resourceId)).reply).toMatchObject({ code: 'LISTS.ALREADY_DECIDED' })
    expect((await accepting('nothing', resourceId)).reply).toMatchObject({ code: 'COMMON.NOT_FOUND' })
    await town.done(listsContract, 'editResource', { ...haircut, resourceId, paused: true }, staff)
    expect((await accepting(await desk.stateNeed(), resourceId)).reply).toMatchObject({
      code: 'LISTS.PAUSED',
    })
  })
  test('by two at once is done once', async () => {
    const resourceId = await desk.addResource()
    const needId = await desk.stateNeed()
    const before = await desk.counts()
    const answers = await Promise.all([
      accepting(needId, resourceId),
      accepting(needId, resourceId, randomUUID(), secretary),
    ])
    expect(answers.map(({ reply }) => (reply.ok ? 'done' : reply.code)).sort()).toEqual([
      'LISTS.ALREADY_DECIDED',
      'done',
    ])
    expect(await desk.counts()).toEqual({ ...before, open: before.open - 1, matched: before.matched + 1 })
  })
  test('eight needs of one resource at once land in one draft', async () => {
    const resourceId = await desk.addResource()
    const needIds: string[] = []
    for (let n = 0; n < 8; n += 1) needIds.push(await desk.stateNeed())
    const answers = await Promise.all(needIds.map((needId) => accepting(needId, resourceId)))
    const ids = answers.map(({ reply }) => (reply.ok ? reply.data.projectId : reply.code))
    expect(new Set(ids).size).toBe(1)
    expect((await drafts()).find(({ id }) => id === ids[0])?.needs).toBe(8)
  })
  test('the same request ten times at once is done once', async () => {
    const resourceId = await desk.addResource()
    const needId = await desk.stateNeed()
    const requestId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => accepting(needId, resourceId, requestId)),
    )
    expect(answers.filter(({ reply }) => !reply.ok)).toEqual([])
    expect(new Set(answers.map(({ reply }) => (reply.ok ? reply.data.projectId : ''))).size).toBe(1)
  })
})

describe('reopening', () => {
  test('takes the need out of its draft, and the last one takes the draft with it', async () => {
    const resourceId = await desk.addResource()
    const [one, two] = [await desk.stateNeed(), await desk.stateNeed()]
    const { projectId } = await desk.accept(one, resourceId)
    await desk.accept(two, resourceId)
    await reopen(one)
    expect((await drafts()).find(({ id }) => id === projectId)?.needs).toBe(1)
    await reopen(two)
    expect((await drafts()).find(({ id }) => id === projectId)).toBeUndefined()
    expect(await desk.needState(one)).toBe('open')
    expect((await desk.accept(one, resourceId)).joined).toBe(false)
  })
  test('is refused once the project is published', async () => {
    const resourceId = await desk.addResource()
    const needId = await desk.stateNeed()
    const { projectId } = await desk.accept(needId, resourceId)
    await desk.publish([projectId])
    expect((await reopen(needId)).reply).toMatchObject({ code: 'LISTS.ALREADY_DECIDED' })
  })
})
