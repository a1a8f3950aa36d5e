import { atCentre, beginsAt, dailyRunId, newRun, withPassbooks } from '../../cloudfunctions/points/daily.rule'
import { noTotals } from '../../cloudfunctions/points/reconciliation.rule'
import { bookOf, day, journal } from './books'

const run = newRun(day('2026-11-21'), day('2026-11-20'))

test('a run is named by the day it runs on and settles the day before', () => {
  expect(dailyRunId(day('2026-11-21'))).toBe('points:2026-11-21')
  expect(run).toMatchObject({
    _id: 'points:2026-11-21',
    day: '2026-11-20',
    centreId: '',
    after: '',
    done: false,
    step: 0,
  })
  expect(beginsAt).toBe(10)
})

test('passbooks are added to totals and rolls, and the run remembers the last', () => {
  const books = ['a', 'b', 'c'].map((id) => ({
    ...bookOf(
      journal('earn', 7, '2026-11-20'),
      journal('earn', 3, '2026-11-02'),
      journal('earn', 5, '2026-10-20'),
    ),
    _id: id,
    order: `order-${id}`,
  }))
  const further = withPassbooks(run, books, new Map())
  expect(further.after).toBe('order-c')
  expect(further.totals).toMatchObject({ passbooks: 3, balance: 45, issued: 21 })
  expect(further.month.map(({ points }) => points)).toEqual([10, 10, 10])
  expect(further.year.map(({ points }) => points)).toEqual([15, 15, 15])
  expect(withPassbooks(further, [], new Map())).toEqual(further)
})

test('months that were put away are proven with their passbook', () => {
  const book = bookOf(journal('earn', 10, '2026-11-20'))
  const links = new Map([[book._id, [{ month: '2026-10', opening: 0, closing: 3, moved: 3 }]]])
  expect(withPassbooks(run, [book], links).totals.drift).toEqual([
    { passbookId: book._id, balance: 10, proven: 13 },
  ])
})

test('a centre begins with nothing counted, and after the last the run is done', () => {
  const further = { ...withPassbooks(run, [bookOf(journal('earn', 10, '2026-11-20'))], new Map()), step: 4 }
  expect(atCentre(further, 'a.c')).toEqual({ ...run, step: 4, centreId: 'a.c' })
  expect(atCentre(further, 'a.c').totals).toBe(noTotals)
  expect(atCentre({ ...further, centreId: 'a.c' }, undefined)).toMatchObject({ done: true, centreId: 'a.c' })
})
