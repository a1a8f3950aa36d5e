import fc from 'fast-check'
import type { EarningItemDocument } from '../../cloudfunctions/_kit/documents/points'
import { inForce, itemsAt, nextVersion } from '../../cloudfunctions/points/earning-item.rule'
import { lineOf } from '../../types/common/line'
import type { ShanghaiDay } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const version = (number: number, differences: Partial<EarningItemDocument> = {}): EarningItemDocument => ({
  _id: `tree:${number}`,
  itemId: 'tree',
  version: number,
  centreId: 'a.b',
  title: '种树',
  unit: '棵',
  points: number,
  caps: {},
  evidence: 'none',
  secondPersonAbove: 5,
  startsOn: day('2026-01-01'),
  stopped: false,
  madeBy: `request-${number}`,
  order: '1:tree',
  ...differences,
})

test('a centre stands in a line with everything above it', () => {
  expect(lineOf('a')).toEqual(['a'])
  expect(lineOf('a.b.c')).toEqual(['a', 'a.b', 'a.b.c'])
})

describe('in force is', () => {
  const today = day('2026-11-21')
  const first = version(1)
  test.each([
    ['nothing before it begins', [version(1, { startsOn: day('2026-11-22') })], 'a.b.c', undefined],
    ['a version from its first day on', [version(1, { startsOn: today })], 'a.b.c', 1],
    ['the one that began last', [first, version(2, { startsOn: day('2026-11-01') })], 'a.b.c', 2],
    [
      'a version planned later, though another was saved after it',
      [first, version(2, { startsOn: today }), version(3, { startsOn: day('2026-11-01') })],
      'a.b.c',
      2,
    ],
    ['the one saved last of two that begin together', [version(2), first, version(3)], 'a.b.c', 3],
    ['a community’s own before the street’s', [version(1, { centreId: 'a.b.c' }), version(2)], 'a.b.c', 1],
    [
      'the street’s while the community’s own has not begun',
      [version(1), version(2, { centreId: 'a.b.c', startsOn: day('2026-12-01') })],
      'a.b.c',
      1,
    ],
    ['never another community’s', [version(1, { centreId: 'a.b.d' })], 'a.b.c', undefined],
    ['never one set below', [version(1, { centreId: 'a.b.c' })], 'a.b', undefined],
    ['no centre whose name only begins alike', [version(1, { centreId: 'a.b' })], 'a.bc', undefined],
  ])('%s', (_, versions, centreId, expected) => {
    expect(inForce(versions, centreId, today)?.version).toBe(expected)
  })

  test('the same whatever order the versions come in', () => {
    const some = fc.array(
      fc.record({
        centreId: fc.constantFrom('a', 'a.b', 'a.b.c', 'a.b.d'),
        startsOn: fc.constantFrom(day('2026-01-01'), day('2026-06-01'), day('2026-12-01')),
      }),
    )
    fc.assert(
      fc.property(some, (facts) => {
        const versions = facts.map((fact, n) => version(n + 1, fact))
        expect(inForce([...versions].reverse(), 'a.b.c', today)).toEqual(inForce(versions, 'a.b.c', today))
      }),
    )
  })
})

describe('a centre’s items', () => {
  const today = day('2026-11-21')
  test('are the ruling versions and those to come, in the order items were made', () => {
    const rows = itemsAt(
      [
        version(1, { itemId: 'late', order: '2:late' }),
        version(1),
        version(2),
        version(3, { startsOn: day('2026-12-01') }),
        version(4, { startsOn: day('2026-12-01') }),
        version(1, { itemId: 'elsewhere', centreId: 'a.z' }),
      ],
      'a.b.c',
      today,
    )
    expect(rows.map(({ itemId, version: number }) => [itemId, number])).toEqual([
      ['tree', 2],
      ['tree', 4],
      ['late', 1],
    ])
  })
  test.each([
    ['as made', ['1', '2', '3', '4']],
    ['backwards', ['4', '3', '2', '1']],
    ['mixed', ['2', '4', '1', '3']],
  ])('stand in the order they were made, though they come %s', (_, orders) => {
    const versions = orders.map((order) => version(1, { itemId: order, order }))
    expect(itemsAt(versions, 'a.b.c', today).map(({ itemId }) => itemId)).toEqual(['1', '2', '3', '4'])
  })
  test('announce each version to come once, and one that begins today not any more', () => {
    const rows = itemsAt(
      [
        version(1, { startsOn: today }),
        version(2, { startsOn: day('2026-12-01') }),
        version(3, { startsOn: day('2026-12-15') }),
      ],
      'a.b.c',
      today,
    )
    expect(rows.map(({ version: number }) => number)).toEqual([1, 2, 3])
  })
  test('do not announce what will never rule there', () => {
    const rows = itemsAt(
      [version(1, { centreId: 'a.b.c' }), version(2, { startsOn: day('2026-12-01') })],
      'a.b.c',
      today,
    )
    expect(rows.map(({ version: number }) => number)).toEqual([1])
  })
})

describe('saving', () => {
  const { title, unit, points, caps, evidence, secondPersonAbove, stopped } = version(1)
  const facts = {
    title,
    unit,
    points,
    caps,
    evidence,
    secondPersonAbove,
    stopped,
    startsOn: day('2026-11-21'),
  }
  const asked = {
    centreId: 'a.b.c',
    itemId: 'tree',
    isNew: false,
    requestKey: 'request',
    today: day('2026-11-21'),
    now: 36,
  }
  test('a new item begins with version 1, and may begin in the past', () => {
    const old = { ...facts, startsOn: day('2020-01-01') }
    expect(nextVersion([], old, { ...asked, isNew: true })).toEqual({
      _id: 'tree:1',
      itemId: 'tree',
      version: 1,
      centreId: 'a.b.c',
      ...old,
      madeBy: 'request',
      order: '000000010:tree',
    })
  })
  test('a change takes the number after the highest anywhere, and the item’s place', () => {
    const known = [version(3), version(7, { centreId: 'a.b.d' })]
    expect(nextVersion(known, facts, asked)).toMatchObject({ _id: 'tree:8', version: 8, order: '1:tree' })
  })
  test('a change is not dated back', () => {
    expect(nextVersion([version(1)], { ...facts, startsOn: day('2026-11-20') }, asked)).toEqual({
      refused: 'COMMON.BAD_INPUT',
      fields: { startsOn: '改动只能从今天或以后起算' },
    })
  })
  test('what is not set here or above is not found', () => {
    const notFound = { refused: 'COMMON.NOT_FOUND' }
    expect(nextVersion([], facts, asked)).toEqual(notFound)
    expect(nextVersion([version(1, { centreId: 'a.b.d' })], facts, asked)).toEqual(notFound)
    expect(nextVersion([version(1, { centreId: 'a.b.c.d' })], facts, asked)).toEqual(notFound)
  })
})
