import { randomUUID } from 'node:crypto'
import { listsContract } from '../../types/lists.contract'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

const { staff, resident, stranger } = people
const edition = (openid: string, editionId?: string) =>
  town.done(listsContract, 'edition', { centreId, ...(editionId && { editionId }) }, openid)

test('a centre without an edition says there is none', async () => {
  expect((await town.ask(listsContract, 'edition', { centreId }, stranger)).reply).toMatchObject({
    code: 'COMMON.NOT_FOUND',
  })
})

describe('an edition', () => {
  test('is numbered, dated and tells everybody what is left', async () => {
    const [one, two] = [await desk.draft(), await desk.draft({ cap: 2, waitCap: 0 }, '修伞')]
    const { reply } = await desk.publish([one, two])
    expect(reply).toMatchObject({ ok: true, data: { no: 1 } })
    await desk.enrol(two, resident)
    const seen = await edition(resident)
    expect(seen).toMatchObject({ id: `${centreId}:1`, no: 1, month: '2026-12', centreName: '金桂社区' })
    expect(seen.rows.map(({ no }) => no)).toEqual([1, 2])
    expect(seen.rows.find(({ id }) => id === two)).toMatchObject({
      title: '修伞',
      taken: 1,
      cap: 2,
      mine: { state: 'seat', position: 1 },
    })
    expect((await edition(stranger)).rows.every(({ mine }) => mine.state === 'none')).toBe(true)
    expect(seen.digest.split('\n').length).toBe(4)
    expect(seen.digest).toContain('修伞')
    expect(seen.shareTitle).toBe('12月服务菜单,2项服务,还有21个名额')
  })
  test('tells the residents whose needs it answers, once', async () => {
    const told = (await desk.notices(resident)).filter((title) => title === '您说的需求有回应了').length
    const resourceId = await desk.addResource()
    const { projectId } = await desk.accept(await desk.stateNeed(), resourceId)
    await desk.accept(await desk.stateNeed(), resourceId)
    const requestId = randomUUID()
    for (const _ of [1, 2, 3]) await desk.publish([projectId], requestId)
    expect((await desk.notices(resident)).filter((title) => title === '您说的需求有回应了').length).toBe(
      told + 1,
    )
  })
  test('stays as it was published', async () => {
    const projectId = await desk.draft()
    const published = await desk.publish([projectId])
    const editionId = published.reply.ok ? published.reply.data.editionId : ''
    expect(await desk.edit(projectId, { title: '别的' })).toMatchObject({ code: 'LISTS.NOT_DRAFT' })
    expect(
      await desk.edit(projectId, { startsAt: Date.now() + 9e8, endsAt: Date.now() + 9.1e8 }),
    ).toMatchObject({
      code: 'LISTS.NOT_DRAFT',
    })
    expect((await desk.publish([projectId])).reply).toMatchObject({ code: 'LISTS.NOT_DRAFT' })
    expect((await edition(stranger, editionId)).rows).toMatchObject([{ id: projectId, title: '义务理发' }])
  })
  test('of nothing, of the past and of what is not there is refused', async () => {
    expect((await desk.publish([])).reply).toMatchObject({ code: 'LISTS.EMPTY_EDITION' })
    expect((await desk.publish(['nothing'])).reply).toMatchObject({ code: 'COMMON.NOT_FOUND' })
  })
})

test('two editions published at once get two numbers', async () => {
  const before = (await edition(stranger)).no
  const drafts = [await desk.draft(), await desk.draft(), await desk.draft(), await desk.draft()]
  const answers = await Promise.all(drafts.map((projectId) => desk.publish([projectId])))
  const numbers = answers.map(({ reply }) => (reply.ok ? reply.data.no : reply.code)).sort()
  expect(numbers).toEqual([1, 2, 3, 4].map((n) => before + n))
})

test('the same project published twice at once stands in one edition', async () => {
  const projectId = await desk.draft()
  const answers = await Promise.all([desk.publish([projectId]), desk.publish([projectId])])
  expect(answers.map(({ reply }) => (reply.ok ? 'done' : reply.code)).sort()).toEqual([
    'LISTS.NOT_DRAFT',
    'done',
  ])
})

test('the same request ten times at once publishes once', async () => {
  const before = (await edition(stranger)).no
  const projectId = await desk.draft()
  const requestId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.publish([projectId], requestId)))
  expect(answers.map(({ reply }) => (reply.ok ? reply.data.no : reply.code))).toEqual(
    Array(10).fill(before + 1),
  )
})

test('editions are listed newest first', async () => {
  const { rows } = await town.done(listsContract, 'editions', { centreId }, stranger)
  const numbers = rows.map(({ no }) => no)
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  expect(rows[0]).toMatchObject({ size: 1, month: '2026-12' })
})

test('forty-five projects fit in one edition', async () => {
  const resourceId = await desk.addResource({ capacityPerSession: 1 })
  const projectIds: string[] = []
  for (let n = 0; n < 45; n += 1) {
    projectIds.push((await desk.accept(await desk.stateNeed(), resourceId)).projectId)
  }
  expect((await desk.publish(projectIds)).reply.ok).toBe(true)
  const seen = await edition(stranger)
  expect(seen.rows.length).toBe(45)
  expect(seen.digest.split('\n').length).toBe(12)
  expect(
    (
      await town.ask(
        listsContract,
        'publishEdition',
        { centreId, month: '2026-12', projectIds: [...projectIds, 'x'] },
        staff,
      )
    ).reply,
  ).toMatchObject({ code: 'COMMON.BAD_INPUT' })
})

describe('cancelling a project', () => {
  test('tells everybody in its list once and gives the needs back', async () => {
    const needId = await desk.stateNeed()
    const { projectId } = await desk.accept(needId, await desk.addResource())
    await desk.publish([projectId])
    const crowd = await desk.crowd('cancelled', 7)
    for (const openid of crowd) await desk.enrol(projectId, openid)
    const before = await desk.counts()
    const cancelling = (requestId: string) =>
      town.ask(listsContract, 'cancelProject', { centreId, projectId, reason: '下大雨' }, staff, {
        requestId,
      })
    const requestId = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => cancelling(requestId)))
    for (const { reply } of answers) expect(reply).toMatchObject({ ok: true, data: { told: 7 } })
    expect((await cancelling(randomUUID())).reply).toMatchObject({ code: 'LISTS.NOT_OPEN' })
    for (const openid of crowd) expect(await desk.notices(openid)).toEqual(['报名的服务取消了'])
    expect(await desk.counts()).toEqual({ ...before, open: before.open + 1, matched: before.matched - 1 })
    expect(await desk.needState(needId)).toBe('open')
    expect((await desk.enrol(projectId, resident)).reply).toMatchObject({ code: 'LISTS.NOT_OPEN' })
    expect((await desk.project(projectId)).state).toBe('cancelled')
  })
})
