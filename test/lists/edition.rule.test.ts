import { decideEdition, shareTitleOf } from '../../cloudfunctions/lists/edition.rule'
import { at, now, project } from './facts'

const asked = { month: '2026-12', requestKey: 'request', now }
const draft = (id: string, day: string) =>
  project(0, { _id: id, state: 'draft', startsAt: at(day, 9), closesAt: at('2026-11-22', 20) })
const facts = (...projects: ReturnType<typeof draft>[]) => ({
  centreId: 'a.b.c',
  centreName: '金桂社区',
  lastNo: 3,
  projects,
})

describe('publishing', () => {
  test('takes the next number and freezes the rows in the order of time', () => {
    const decision = decideEdition(
      facts(draft('x', '2026-12-05'), draft('y', '2026-12-01')),
      ['x', 'y'],
      asked,
    )
    expect(decision).toMatchObject({
      edition: {
        _id: 'a.b.c:4',
        no: 4,
        projectIds: ['y', 'x'],
        rows: [
          { projectId: 'y', cap: 3 },
          { projectId: 'x', startsAt: at('2026-12-05', 9) },
        ],
        publishedAt: now,
      },
    })
  })
  test.each([
    ['of nothing', facts(), [], 'LISTS.EMPTY_EDITION'],
    ['of what is not there', facts(draft('x', '2026-12-05')), ['x', 'y'], 'COMMON.NOT_FOUND'],
    ['of what was published', facts(project(0, { _id: 'x' })), ['x'], 'LISTS.NOT_DRAFT'],
    [
      'of what nobody can join any more',
      facts(project(0, { _id: 'x', state: 'draft', closesAt: now })),
      ['x'],
      'LISTS.PAST',
    ],
  ])('%s is refused', (_, known, chosen, refused) => {
    expect(decideEdition(known, chosen, asked)).toEqual({ refused })
  })
})

test.each([
  [
    [
      { cap: 20, taken: 8, state: 'published' },
      { cap: 10, taken: 10, state: 'published' },
    ],
    '12月服务菜单,2项服务,还有12个名额',
  ],
  [[{ cap: 20, taken: 20, state: 'published' }], '12月服务菜单,1项服务,名额已满可候补'],
  [
    [
      { cap: 20, taken: 0, state: 'cancelled' },
      { cap: 5, taken: 0, state: 'published' },
    ],
    '12月服务菜单,1项服务,还有5个名额',
  ],
])('the card in the group %#', (rows, title) => {
  expect(shareTitleOf('2026-12', rows)).toBe(title)
})
