import { archiveOf, pruned } from '../../cloudfunctions/points/archive.rule'
import { bookOf, day, journal, passbook } from './books'

describe('a month is put away', () => {
  const book = {
    ...bookOf(journal('earn', 10, '2026-09-05', { id: 'a' }), journal('earn', 5, '2026-11-01', { id: 'b' })),
    opening: 7,
  }

  test('once it has been over for five weeks', () => {
    expect(archiveOf(book, day('2026-11-04'))).toBeUndefined()
    expect(archiveOf(book, day('2026-11-05'))?.page.month).toBe('2026-09')
  })

  test('with its lines and what it began and ended with', () => {
    const archived = archiveOf(book, day('2026-11-21'))
    expect(archived?.page).toMatchObject({
      _id: 'house-a:2026-09',
      bookId: 'house-a',
      centreId: 'hudong.chunjiang.jingui',
      opening: 7,
      closing: 17,
    })
    expect(archived?.page.journals.map(({ id }) => id)).toEqual(['a'])
    expect(archived?.opening).toBe(17)
    expect(archived?.journals.map(({ id }) => id)).toEqual(['b'])
  })

  test('the oldest first', () => {
    const two = bookOf(journal('earn', 1, '2026-06-05'), journal('earn', 1, '2026-05-05'))
    expect(archiveOf(two, day('2026-11-21'))?.page.month).toBe('2026-05')
  })

  test('sooner when a passbook has many lines', () => {
    const lines = (count: number) => Array.from({ length: count }, () => journal('earn', 1, '2026-10-05'))
    expect(archiveOf(passbook({ journals: lines(300) }), day('2026-11-05'))).toBeUndefined()
    expect(archiveOf(passbook({ journals: lines(301) }), day('2026-11-03'))).toBeUndefined()
    expect(archiveOf(passbook({ journals: lines(301) }), day('2026-11-04'))?.page.journals).toHaveLength(301)
  })

  test('never when there is nothing', () => {
    expect(archiveOf(passbook(), day('2026-11-21'))).toBeUndefined()
  })
})

test.each([
  ['a_d20261021', '2026-11-21', true],
  ['a_d20261021', '2026-11-22', false],
  ['a_w202640', '2026-12-10', true],
  ['a_w202640', '2026-12-11', false],
  ['a_m202511', '2026-12-06', true],
  ['a_m202511', '2026-12-07', false],
  ['a_y2024', '2026-03-11', true],
  ['a_y2024', '2026-03-12', false],
  ['something_else', '2026-03-13', true],
])('the counter %s is kept on %s: %s', (key, today, kept) => {
  expect(Object.hasOwn(pruned({ [key]: 1 }, day(today)), key)).toBe(kept)
})
