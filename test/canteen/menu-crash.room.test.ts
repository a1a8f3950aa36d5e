import type { Answer } from '../harness/town'
import { lunch, ordered } from './kitchen-day'
import { canteenId, centreId, dayAfter, type Noon, openNoon, staff } from './noon'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

let weeks = 1
type More = { readonly requestId: string; readonly headers?: Record<string, string> }

/**
 * Cuts a call off after 0, 1, 2 … writes, each time on a week of its own, asks twice more and looks at what stands.
 * Answers how many points there were to die at.
 */
const walk = async (
  call: (week: number, more: More) => Promise<Answer<object>>,
  prepare: (week: number) => Promise<void>,
  check: (week: number, answers: readonly unknown[]) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 10; n += 1) {
    weeks += 1
    const week = weeks
    await prepare(week)
    const requestId = `menu-crash-${week}`
    const cut = await call(week, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    const answers = [await call(week, { requestId }), await call(week, { requestId })].map(({ reply }) =>
      reply.ok ? reply.data : reply.code,
    )
    expect(answers[1]).toEqual(answers[0])
    await check(week, answers)
    if (cut.status === 200) return n
  }
  throw new Error('it never got through')
}

const first = (week: number) => dayAfter(week * 7)
const save = async (week: number, facts = {}) => {
  await noon.done('saveMenu', lunch({ day: first(week), capacity: 10, ...facts }), staff)
}

test('a menu whose capacity changes has its portions moved once', async () => {
  const points = await walk(
    (week, more) => noon.ask('saveMenu', lunch({ day: first(week), capacity: 25 }), staff, more),
    async (week) => {
      await save(week)
      const range = { from: first(week), to: first(week) }
      await noon.done('publishMenus', { centreId, canteenId, ...range }, staff)
      await ordered(noon, `${canteenId}_${first(week)}_lunch`, 2)
    },
    async (week) => {
      const [menu] = await noon.rows('menus', { day: first(week) })
      expect(menu).toMatchObject({ capacity: 25, left: 23, sold: { a: 2 } })
      expect(await noon.faults()).toEqual([])
    },
  )
  expect(points).toBe(3)
})

test('a new menu is made once', async () => {
  const points = await walk(
    (week, more) => noon.ask('saveMenu', lunch({ day: first(week) }), staff, more),
    async () => undefined,
    async (week) => {
      expect(await noon.rows('menus', { day: first(week) })).toMatchObject([{ state: 'draft', left: 250 }])
    },
  )
  expect(points).toBe(3)
})

test('a week is copied whole or not at all', async () => {
  const target = (week: number) => dayAfter(week * 7 + 700)
  const points = await walk(
    (week, more) =>
      noon.ask('copyWeek', { centreId, canteenId, from: first(week), to: target(week) }, staff, more),
    async (week) => {
      await save(week)
      await save(week, { day: dayAfter(week * 7 + 3), slot: 'dinner' })
    },
    async (week) => {
      const copies = [target(week), dayAfter(week * 7 + 703)]
      for (const day of copies) expect((await noon.rows('menus', { day })).length).toBe(1)
    },
  )
  expect(points).toBe(3)
})

test('menus are published with the same answer', async () => {
  const points = await walk(
    (week, more) =>
      noon.ask(
        'publishMenus',
        { centreId, canteenId, from: first(week), to: dayAfter(week * 7 + 6) },
        staff,
        more,
      ),
    save,
    async (week, answers) => {
      expect(answers[0]).toMatchObject({ published: 1 })
      expect(await noon.rows('menus', { day: first(week) })).toMatchObject([{ state: 'published' }])
    },
  )
  expect(points).toBe(3)
})
