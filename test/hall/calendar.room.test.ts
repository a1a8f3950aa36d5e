import { people } from '../harness/town'
import {
  at,
  centreId,
  codeOf,
  monday,
  officer,
  openProblemList,
  type ProblemList,
  secretary,
  staff,
  streetOfficer,
} from './problem-list'

let list: ProblemList
beforeAll(async () => {
  list = await openProblemList()
})
afterAll(() => list?.stop())
beforeEach(() => list.clock(monday))

const district = 'hudong'
/** 元旦 2027 as a district might enter it: Friday off, the Sunday after it worked. */
const newYear = { centreId: district, year: 2027, off: ['2027-01-01'], worked: ['2027-01-03'] }
const yearEnd = at('2026-12-30', 9)

const texts = async (problemId: string) => (await list.problemRow(problemId)).story.map(({ text }) => text)
/** Half a minute later nobody is at work any more who read the old calendar. */
const recountAt = async (from: number) => {
  await list.clock(from + 30_000)
  await list.tickOn(2)
}

test('the published calendar of 2026 is shown to anyone, 2027 is said to be unpublished', async () => {
  const shown = await list.done('workingCalendar', { centreId, year: 2026 }, people.stranger)
  expect(shown.state).toBe('published')
  expect(shown.off).toHaveLength(19)
  expect(shown.worked).toEqual([
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ])
  expect(await list.done('workingCalendar', { centreId, year: 2027 }, people.stranger)).toEqual({
    ...{ state: 'notPublished', off: [], worked: [] },
  })
})

test('a calendar is entered by the district, and with days that make sense', async () => {
  for (const somebody of [secretary, staff, people.resident, streetOfficer]) {
    const answer = await list.ask('saveCalendar', newYear, somebody)
    expect([somebody, codeOf(answer)]).toEqual([somebody, 'COMMON.NOT_ALLOWED'])
  }
  const below = { ...newYear, centreId: 'hudong.chunjiang' }
  expect(codeOf(await list.ask('saveCalendar', below, streetOfficer))).toBe('HALL.NOT_DISTRICT')
  const wrong = [
    { ...newYear, off: ['2027-01-02'] },
    { ...newYear, worked: ['2027-01-04'] },
    { ...newYear, off: ['2026-12-31'] },
    { ...newYear, off: ['2027-01-01', '2027-01-01'] },
  ]
  for (const calendar of wrong) {
    expect(codeOf(await list.ask('saveCalendar', calendar, officer))).toBe('HALL.WRONG_CALENDAR')
  }
  expect(await list.rows('calendars')).toEqual([])
})

describe('across the new year', () => {
  test('a due day is said to be provisional, and moves with a line when 2027 is entered', async () => {
    await list.clock(yearEnd)
    const problemId = await list.listed() // 31 December, 1, 4, 5, 6 January for the time being
    const before = await list.done('problem', { centreId, problemId }, staff)
    expect(before).toMatchObject({ dueDay: '2027-01-06', provisional: true, daysLeft: 5 })

    await list.done('saveCalendar', newYear, officer) // 31 December, 3, 4, 5, 6 January
    await recountAt(yearEnd)
    const same = await list.done('problem', { centreId, problemId }, staff)
    expect(same).toMatchObject({ dueDay: '2027-01-06', provisional: false, daysLeft: 5 })
    expect((await texts(problemId)).slice(1)).toEqual(['放假安排公布,时限不变'])

    await list.done('saveCalendar', { ...newYear, off: ['2027-01-01', '2027-01-04'] }, officer)
    await recountAt(yearEnd + 60_000)
    const moved = await list.done('problem', { centreId, problemId }, staff)
    expect(moved).toMatchObject({ dueDay: '2027-01-07', provisional: false })
    expect((await texts(problemId)).at(-1)).toBe('放假安排公布,时限由 1月6日 改为 1月7日')
    expect((await list.problemRow(problemId)).nextAt).toBe(at('2027-01-06', 9))
    expect(await list.told(staff, problemId)).toEqual(['您办的问题有变动'])

    await recountAt(yearEnd + 120_000)
    expect((await texts(problemId)).length).toBe(3) // and nothing more is said
    await list.done('saveCalendar', newYear, officer)
    await recountAt(yearEnd + 180_000)
    expect((await list.problemRow(problemId)).dueDay).toBe('2027-01-06')
  })

  test('a reminder comes on the day before the new due day, not the old one', async () => {
    await list.clock(yearEnd)
    const problemId = await list.listed()
    await list.done('saveCalendar', { ...newYear, off: ['2027-01-01', '2027-01-04', '2027-01-05'] }, officer)
    await recountAt(yearEnd)
    await list.clock(at('2027-01-06', 10)) // due 8 January
    await list.tickOn(2)
    expect(await list.told(staff, problemId)).toEqual(['您办的问题有变动'])
    await list.clock(at('2027-01-07', 9))
    await list.tickOn(2)
    expect(await list.told(staff, problemId)).toEqual(['您办的问题有变动', '问题快到期了'])
  })

  test('what was overdue by the old calendar only is not overdue any more', async () => {
    await list.clock(yearEnd)
    await list.done('saveCalendar', newYear, officer)
    const problemId = await list.listed()
    await list.clock(at('2027-01-07', 1))
    await list.tickOn(2)
    expect(await list.problemRow(problemId)).toMatchObject({ overdue: true, level: 'staff' })
    await list.done('saveCalendar', { ...newYear, off: ['2027-01-01', '2027-01-06'] }, officer)
    await recountAt(at('2027-01-07', 2))
    expect(await list.problemRow(problemId)).toMatchObject({ overdue: false, dueDay: '2027-01-07' })
    await list.clock(at('2027-01-08', 0))
    await list.tickOn(2)
    expect(await list.problemRow(problemId)).toMatchObject({ overdue: true, level: 'staff' })
    expect(await list.miscounted()).toEqual([])
  })

  test('a hundred and twenty problems are counted again, some each time, though the timer dies and a district saves twice', async () => {
    await list.clock(yearEnd)
    await list.done('saveCalendar', newYear, officer)
    const first = await list.problemRow(await list.listed())
    const others = Array.from({ length: 119 }, (_one, n) => {
      const id = `many-${String(n).padStart(3, '0')}`
      return { ...first, _id: id, order: `${first.order}${id}`, text: id }
    })
    const elsewhere = { ...first, _id: 'other-district', centreId: 'hubei.x', order: `${first.order}~` }
    await list.plant('problems', [...others, elsewhere])
    await list.done('saveCalendar', { ...newYear, off: ['2027-01-01', '2027-01-05'] }, officer)
    await list.clock(yearEnd + 30_000)
    await list.tick({ 'x-crash-after-writes': '7' })
    await list.clock(yearEnd + 90_000)
    await list.done('saveCalendar', { ...newYear, off: ['2027-01-01', '2027-01-04'] }, officer)
    await list.clock(yearEnd + 120_000)
    await list.tickOn(4)
    const rows = await list.rows('problems', { text: { $regex: '^many-' } })
    expect(rows).toHaveLength(119)
    for (const { dueDay, story } of rows) {
      expect(dueDay).toBe('2027-01-07')
      expect(story.filter(({ kind }) => kind === 'recounted').length).toBeLessThanOrEqual(1)
    }
    expect((await list.problemRow('other-district')).dueDay).toBe(first.dueDay)
    expect((await list.row('calendars', `${district}:2027`)).recountedAfter).toBe('~')
  })
})

test('a calendar is saved once where the function dies, after whichever write', async () => {
  for (let n = 0; n < 5; n += 1) {
    await list.clock(monday + n * 60_000)
    const calendar = { ...newYear, year: 2030 + n, off: [], worked: [] }
    const more = { requestId: `calendar-dies-${n}` }
    const headers = { 'x-crash-after-writes': String(n) }
    const cut = await list.ask('saveCalendar', calendar, officer, { ...more, headers })
    expect(codeOf(await list.ask('saveCalendar', calendar, officer, more))).toBe('ok')
    expect(await list.rows('calendars', { year: 2030 + n })).toHaveLength(1)
    if (cut.status === 200) return expect(n).toBe(3)
  }
  throw new Error('it never got through')
})
