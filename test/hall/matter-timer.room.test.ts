import {
  centreId,
  colleague,
  type MatterHall,
  minute,
  neighbour,
  openMatterHall,
  resident,
  secretary,
  staff,
} from './matter-hall'
import { at, morning } from './matter-rows'

let hall: MatterHall
beforeAll(async () => {
  hall = await openMatterHall()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock(morning))

/** Several timers at once, as often as there is something left to do. */
const tickOn = async (): Promise<void> => {
  for (let n = 0; n < 3; n += 1) await Promise.all([hall.tick(), hall.tick()])
}

test('the staff hear of a new matter once, and once more when a working day passed', async () => {
  const words = { centreId, text: '路灯不亮', place: '', photos: [], anonymous: false }
  const { matterId } = await hall.done('raiseMatter', words, neighbour)
  await tickOn()
  expect(await hall.told(staff, matterId)).toEqual(['有新的议题要分办'])
  expect(await hall.told(colleague, matterId)).toEqual(['有新的议题要分办'])
  expect(await hall.told(neighbour, matterId)).toEqual([])
  await hall.clock(at('2026-12-02', 24 * 60 - 2))
  await tickOn()
  expect((await hall.told(staff, matterId)).length).toBe(1)
  await hall.clock(at('2026-12-03', 1))
  await tickOn()
  expect(await hall.told(staff, matterId)).toEqual(['有新的议题要分办', '有一件议题还没分办'])
  await hall.clock(at('2026-12-20'))
  await tickOn()
  expect((await hall.told(staff, matterId)).length).toBe(2)
})

test('whoever entered a matter needs no telling', async () => {
  const words = {
    centreId,
    text: '路灯不亮',
    place: '',
    photos: [],
    source: 'visit' as const,
    name: '赵奶奶',
  }
  const { matterId } = await hall.done('enterMatter', words, staff)
  await tickOn()
  expect(await hall.told(staff, matterId)).toEqual([])
  expect(await hall.told(colleague, matterId)).toEqual(['有新的议题要分办'])
})

test('a matter sorted in time is spoken of no more', async () => {
  const words = { centreId, text: '路灯不亮', place: '', photos: [], anonymous: false }
  const { matterId } = await hall.done('raiseMatter', words, neighbour)
  await tickOn()
  await hall.done('triageMatter', { centreId, matterId, tier: 'assembly', officer: colleague }, staff)
  await hall.clock(at('2026-12-03', 1))
  await tickOn()
  expect((await hall.told(staff, matterId)).length).toBe(1)
})

test('late: officer and secretary hear once, the story says so, the answer still can be given', async () => {
  const matterId = await hall.sorted()
  await hall.clock(at('2026-12-05', 0) - minute)
  await tickOn()
  expect(await hall.matter(matterId)).toMatchObject({ late: false })
  await hall.clock(at('2026-12-05', 0))
  await tickOn()
  const late = await hall.matter(matterId)
  expect(late).toMatchObject({ late: true, state: 'underWay' })
  expect(late.story.filter(({ kind }) => kind === 'late').map(({ text }) => text)).toEqual([
    '过了12月4日还没答复',
  ])
  expect(await hall.told(staff, matterId)).toEqual(['有一件议题超过答复时限'])
  expect(await hall.told(secretary, matterId)).toEqual(['有一件议题超过答复时限'])
  expect(await hall.told(colleague, matterId)).toEqual([])
  await hall.clock(at('2026-12-20'))
  await tickOn()
  expect((await hall.told(staff, matterId)).length).toBe(1)
  const answer = { centreId, matterId, text: '换好了', photos: [], seen: late.changes }
  await hall.done('answerMatter', answer, staff)
})

test('holidays published meanwhile give it more days, the story says so, and nobody hears that it is late', async () => {
  const matterId = await hall.sorted()
  const off = ['2026-12-02', '2026-12-03']
  const calendar = { _id: 'hudong:2026', centreId: 'hudong', year: 2026, off, worked: [] }
  await hall.plant('calendars', [{ ...calendar, recountedAfter: '~', editedAt: morning } as never])
  await hall.clock(at('2026-12-05', 0))
  await tickOn()
  const later = await hall.matter(matterId)
  expect(later).toMatchObject({ late: false, dueAt: at('2026-12-09', 0) - 1 })
  expect(later.story.filter(({ kind }) => kind === 'recounted').map(({ text }) => text)).toEqual([
    '放假安排公布,时限由12月4日改为12月8日',
  ])
  expect(await hall.told(staff, matterId)).toEqual([])
  await hall.set('calendars', 'hudong:2026', { off: [] })
})

test('nobody says anything for five working days: closed, the story says why, everybody hears once', async () => {
  const matterId = await hall.answered({ backers: [neighbour] })
  await hall.clock(at('2026-12-09', 0) - minute)
  await tickOn()
  expect((await hall.matter(matterId)).state).toBe('answered')
  await hall.clock(at('2026-12-09', 0))
  await tickOn()
  const closed = await hall.matter(matterId)
  expect(closed).toMatchObject({ state: 'closed', confirmBy: 0, nextAt: 0 })
  expect(closed.story.at(-1)?.text).toBe('5 个工作日没有说不同意,按已解决办结')
  expect((await hall.told(resident, matterId)).filter((title) => title === '您提的事办结了').length).toBe(1)
  expect(await hall.told(neighbour, matterId)).toEqual(['您关心的事有答复了', '您关心的事办结了'])
  const { story } = await hall.done('matter', { centreId, matterId }, resident)
  expect(story.at(-1)).toMatchObject({ by: '' })
})

test('entered for somebody without an account: it closes likewise', async () => {
  const matterId = await hall.answered({ by: '', byMasked: '赵*奶' })
  await hall.clock(at('2026-12-09', 0))
  await tickOn()
  expect((await hall.matter(matterId)).state).toBe('closed')
})

test('the timer dies at any write: the next one goes on, and nobody hears twice', async () => {
  for (let n = 0; n < 4; n += 1) {
    await hall.clock(morning)
    const matterId = await hall.answered()
    await hall.clock(at('2026-12-09', 0))
    await hall.town.cloud.timer('hall', 'tick', { 'x-crash-after-writes': String(n) })
    await tickOn()
    expect(await hall.matter(matterId)).toMatchObject({ state: 'closed', nextAt: 0 })
    expect((await hall.told(resident, matterId)).filter((title) => title === '您提的事办结了').length).toBe(1)
  }
})

test('fifty fall due at once: the longest overdue first, all of them within a few minutes', async () => {
  const ids: string[] = []
  for (let n = 0; n < 50; n += 1)
    ids.push(await hall.raised({ state: 'answered', nextAt: morning, story: [] }))
  await hall.clock(morning + minute)
  for (let n = 0; n < 6; n += 1) await hall.tick()
  const states = new Set(
    (await hall.rows('matters')).filter(({ _id }) => ids.includes(_id)).map(({ state }) => state),
  )
  expect([...states]).toEqual(['closed'])
})
