import fc from 'fast-check'
import {
  decideCancelling,
  entryKey,
  movedUpByGrowth,
  whyNoPlace,
} from '../../cloudfunctions/lists/enrolment.rule'
import { placeAt } from '../../cloudfunctions/lists/project.view'
import { at, entry, now, project } from './facts'

test('a person is told from a family member', () => {
  expect(entryKey('who', '')).toBe('who')
  expect(entryKey('who', 'hash')).toBe('who:hash')
})

describe('no place was given because', () => {
  test.each([
    ['there is no such project', undefined, { because: 'missing' }],
    ['it is a draft', project(0, { state: 'draft' }), { because: 'missing' }],
    ['the person is in the list', project(2), { because: 'there', index: 1 }],
    [
      'it was cancelled, whoever was in the list',
      project(2, { state: 'cancelled' }),
      { because: 'not-open' },
    ],
    ['enrolment closed', project(0, { closesAt: now }), { because: 'closed' }],
    ['it is full', project(5, { entries: [0, 2, 3, 4, 5].map((n) => entry(n)) }), { because: 'full' }],
  ])('%s', (_, found, why) => {
    expect(whyNoPlace(found, 'who-1', now)).toEqual(why)
  })
})

describe('cancelling', () => {
  test.each([
    ['a draft', project(2, { state: 'draft' }), 'COMMON.NOT_FOUND'],
    ['what one is not in', project(1), 'LISTS.NOT_ENROLLED'],
    ['what was cancelled', project(2, { state: 'cancelled' }), 'LISTS.NOT_OPEN'],
    ['what has begun', project(2, { startsAt: now }), 'LISTS.TOO_LATE'],
  ])('%s is refused', (_, found, because) => {
    expect(decideCancelling(found, 'who-1', 'request', now)).toEqual({ kind: 'refused', because })
  })
  test('is possible after enrolment closed', () => {
    const found = project(2, { closesAt: at('2026-11-20', 20) })
    expect(decideCancelling(found, 'who-1', 'request', now).kind).toBe('give-back')
  })
  test('a seat moves up the first who waits', () => {
    expect(decideCancelling(project(5), 'who-1', 'request', now)).toEqual({
      kind: 'give-back',
      index: 1,
      up: [{ key: 'who-3', who: 'who-3', nameMasked: '居*3', requestKey: 'request-3' }],
    })
  })
  test('a seat moves nobody up when nobody waits', () => {
    expect(decideCancelling(project(3), 'who-1', 'request', now)).toMatchObject({ up: [] })
  })
  test('a waiting place moves nobody into a seat', () => {
    expect(decideCancelling(project(5), 'who-3', 'request', now)).toMatchObject({ index: 3, up: [] })
  })
  test('a repeat names those it moved up before', () => {
    const up = [{ key: 'who-3', who: 'who-3', nameMasked: '居*3', requestKey: 'request-3' }]
    const found = project(0, { moves: [{ requestKey: 'request', up }] })
    expect(decideCancelling(found, 'who-1', 'request', now)).toEqual({ kind: 'done', up })
  })
})

test('whoever has a seat after a cancellation had one before or is told', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.nat(11),
      fc.integer({ min: 1, max: 8 }),
      (people, who, cap) => {
        const found = project(people, { cap, waitCap: 20, open: 20 + cap - people })
        const decision = decideCancelling(found, `who-${who}`, 'request', now)
        if (decision.kind !== 'give-back') return expect(who).toBeGreaterThanOrEqual(people)
        const seats = (keys: string[]) => keys.filter((_, index) => placeAt(index, cap).state === 'seat')
        const before = found.entries.map(({ key }) => key)
        const after = before.filter((key) => key !== `who-${who}`)
        const told = decision.up.map(({ key }) => key)
        expect(seats(after).filter((key) => !seats(before).includes(key))).toEqual(told)
      },
    ),
  )
})

test('more seats move up as many as wait', () => {
  expect(movedUpByGrowth(project(5).entries, 3, 4).map(({ key }) => key)).toEqual(['who-3'])
  expect(movedUpByGrowth(project(5).entries, 3, 9).map(({ key }) => key)).toEqual(['who-3', 'who-4'])
  expect(movedUpByGrowth(project(5).entries, 3, 2)).toEqual([])
})

test.each([
  [-1, { state: 'none', position: 0 }],
  [0, { state: 'seat', position: 1 }],
  [2, { state: 'seat', position: 3 }],
  [3, { state: 'waiting', position: 1 }],
])('entry %i of a list with three seats is %j', (index, place) => {
  expect(placeAt(index, 3)).toEqual(place)
})
