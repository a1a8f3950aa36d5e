import {
  changedNotices,
  finishedNotices,
  listedNotices,
  silentNotices,
  stepNotices,
} from '../../cloudfunctions/hall/problem/problem-told.rule'
import { at, line, problemRow } from './problem-rows'

const problem = problemRow()
const overseers = { staff: ['officer', 'staff', 'secretary'], secretary: ['secretary'], street: ['street'] }
const who = (notices: readonly { readonly to: string }[]) => notices.map(({ to }) => to)
const staffPage = `/hall/staff/problem-page?centreId=hudong.chunjiang.jingui&problemId=${problem._id}`

test('the officer is told of a new problem unless they listed it themselves', () => {
  expect(listedNotices(problem, 'lister')).toEqual([
    {
      ...{ to: 'officer', title: '请您办一个问题', page: staffPage, once: `problem:${problem._id}:listed` },
      text: '「路灯不亮」请在 11月30日 前办完:换灯头',
    },
  ])
  expect(listedNotices(problem, 'officer')).toEqual([])
})

test.each([
  ['remindBefore', 'officer', ['officer']],
  ['remindOnDay', 'officer', ['officer']],
  ['overdue', 'officer', ['officer', 'staff', 'secretary']],
  ['toSecretary', 'staff', ['officer', 'secretary']],
  ['toStreet', 'secretary', ['officer', 'secretary', 'street']],
  // opened again and overdue again: up to where it has climbed
  ['overdue', 'secretary', ['officer', 'staff', 'secretary']],
  ['overdue', 'street', ['officer', 'staff', 'secretary', 'street']],
] as const)('%s of a problem at level %s is told %j, each once', (step, level, people) => {
  expect(who(stepNotices({ ...problem, level }, step, overseers))).toEqual(people)
})

test('a secretary from above, who is no staff here, is told when what climbed to them is overdue again', () => {
  const above = { ...overseers, secretary: ['from-above'] }
  expect(who(stepNotices({ ...problem, level: 'staff' }, 'overdue', above))).not.toContain('from-above')
  expect(who(stepNotices({ ...problem, level: 'secretary' }, 'overdue', above))).toContain('from-above')
})

test('the street is led to what climbed to it, everybody else to the problem', () => {
  const pages = stepNotices({ ...problem, level: 'secretary' }, 'toStreet', overseers).map(({ page }) => page)
  expect(pages).toEqual([staffPage, staffPage, '/hall/staff/escalated-page?centreId=hudong.chunjiang'])
  const ofDistrict = { ...problem, centreId: 'hudong', level: 'secretary' as const }
  expect(stepNotices(ofDistrict, 'toStreet', overseers).at(-1)?.page).toBe(
    '/hall/staff/escalated-page?centreId=hudong',
  )
})

test('a step is told once for each due day', () => {
  const once = (dueDay: typeof problem.dueDay) =>
    stepNotices({ ...problem, dueDay }, 'overdue', overseers)[0]?.once
  expect(once(problem.dueDay)).toBe(once(problem.dueDay))
  expect(once(problem.dueDay)).not.toBe(once(problem.openedOn))
})

test('the raiser is asked to look, else the secretary', () => {
  const confirmBy = at('2026-12-01', 0)
  const asked = finishedNotices(problem, ['secretary'], confirmBy)
  expect(asked).toEqual([expect.objectContaining({ to: 'raiser', page: '/hall/resident/my-problems-page' })])
  expect(asked[0]?.text).toContain('11月30日')
  expect(who(finishedNotices({ ...problem, raiser: '' }, ['secretary'], confirmBy))).toEqual(['secretary'])
})

test('the officer is told of changes others make', () => {
  const change = { line: line('extended', '延期 2 个工作日') }
  expect(changedNotices(problem, change, 'secretary')).toEqual([
    expect.objectContaining({ to: 'officer', text: '「路灯不亮」延期 2 个工作日' }),
  ])
  expect(changedNotices(problem, change, 'officer')).toEqual([])
})

test('who said nothing is told that it counts as solved', () => {
  const [notice] = silentNotices(problem)
  expect(notice?.to).toBe('raiser')
  expect(notice?.text).toContain('5 个工作日没有说不同意')
})

test('a long text is told by how it begins', () => {
  const fits = { ...problem, text: '很'.repeat(40) }
  expect(listedNotices(fits, 'lister')[0]?.text).toContain(`「${'很'.repeat(40)}」`)
  const long = { ...problem, text: '很'.repeat(60) }
  expect(listedNotices(long, 'lister')[0]?.text).toContain(`「${'很'.repeat(39)}…」`)
})
