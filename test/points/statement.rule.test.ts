import fc from 'fast-check'
import type { BookPage } from '../../cloudfunctions/_kit/documents/ledger'
import type { Journal } from '../../cloudfunctions/_kit/documents/points'
import { archiveOf } from '../../cloudfunctions/points/archive.rule'
import { statementOf } from '../../cloudfunctions/points/statement.rule'
import { bookOf, day, journal, passbook, posted } from './books'

const today = day('2026-11-21')
const fresh = { page: undefined, pages: [] }

describe('a statement', () => {
  const book = bookOf(
    journal('earn', 10, '2026-09-30', { id: 'a' }),
    journal('earn', 20, '2026-10-01', { id: 'b', noticeUntil: today }),
    journal('redeem', -5, '2026-11-02', { id: 'c', forMasked: '王*' }),
    journal('earn', 7, '2026-11-20', { id: 'd', noticeUntil: day('2026-11-20') }),
  )

  test('of a month begins with what the months before left and keeps the balance after each line', () => {
    const { opening, closing, lines, balance } = statementOf({ book: book, ...fresh }, '2026-11', today)
    expect({ opening, closing, balance }).toEqual({ opening: 30, closing: 32, balance: 32 })
    expect(lines.map((line) => [line.id, line.points, line.balance])).toEqual([
      ['c', -5, 25],
      ['d', 7, 32],
    ])
  })

  test('of an earlier month ends where the next begins', () => {
    expect(statementOf({ book: book, ...fresh }, '2026-09', today)).toMatchObject({
      opening: 0,
      closing: 10,
    })
    expect(statementOf({ book: book, ...fresh }, '2026-10', today)).toMatchObject({
      opening: 10,
      closing: 30,
    })
  })

  test('names the handler, whom it was for, and public notice only while it lasts', () => {
    const { lines } = statementOf({ book: book, ...fresh }, '2026-11', today)
    expect(lines[0]).toMatchObject({ handler: '李*作', forWhom: '王*', noticeUntil: '', reversed: false })
    expect(lines[1]).toMatchObject({ noticeUntil: '' })
    const [line] = statementOf({ book: book, ...fresh }, '2026-10', today).lines
    expect(line).toMatchObject({ noticeUntil: today, day: '2026-10-01', kind: 'earn', reason: '垃圾分类' })
  })

  test('marks what was reversed', () => {
    const reversed = { ...book, reversed: ['d'] }
    const { lines } = statementOf({ book: reversed, ...fresh }, '2026-11', today)
    expect(lines.map((line) => line.reversed)).toEqual([false, true])
  })

  test('offers every month with lines and this one, newest first', () => {
    expect(statementOf({ book: book, ...fresh }, '2026-11', today).months).toEqual([
      '2026-11',
      '2026-10',
      '2026-09',
    ])
    expect(statementOf({ book: passbook(), ...fresh }, '2026-11', today).months).toEqual(['2026-11'])
  })

  test('of a month that is still to come is empty', () => {
    expect(statementOf({ book: book, ...fresh }, '2027-01', today)).toMatchObject({
      opening: 32,
      closing: 32,
      lines: [],
    })
  })
})

/** Puts away everything that is due. */
const putAway = (book: ReturnType<typeof passbook>) => {
  const pages: BookPage<Journal>[] = []
  let left = book
  for (let due = archiveOf(left, today); due; due = archiveOf(left, today)) {
    pages.unshift(due.page)
    expect(pages.length).toBeLessThan(12)
    left = { ...left, opening: due.opening, journals: due.journals }
  }
  return { book: left, pages }
}

describe('a statement of months that were put away', () => {
  const moves = fc.array(
    fc.record({ month: fc.integer({ min: 1, max: 11 }), points: fc.integer({ min: 1, max: 90 }) }),
    {
      maxLength: 30,
    },
  )

  test('reads as it did before', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const book = [...list]
          .sort((a, b) => a.month - b.month)
          .reduce(
            (before, { month, points }) =>
              posted(before, journal('earn', points, `2026-${String(month).padStart(2, '0')}-05`)),
            passbook(),
          )
        const away = putAway(book)
        for (let month = 1; month <= 11; month += 1) {
          const key = `2026-${String(month).padStart(2, '0')}`
          const page = away.pages.find((put) => put.month === key)
          expect(statementOf({ ...away, page }, key, today)).toEqual(
            statementOf({ book: book, ...fresh }, key, today),
          )
        }
      }),
    )
  })

  test('takes the lines from the passbook while both have them', () => {
    const book = bookOf(journal('earn', 10, '2026-05-05', { id: 'a' }), journal('earn', 3, '2026-06-05'))
    const page = archiveOf(book, today)?.page
    const pages = page ? [page] : []
    expect(statementOf({ book: book, page, pages }, '2026-05', today)).toEqual(
      statementOf({ book: book, ...fresh }, '2026-05', today),
    )
  })
})
