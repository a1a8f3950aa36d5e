import type { Journal, PassbookDocument } from '../../cloudfunctions/_kit/documents/points'
import { journalOf, sumsOf, yearOf } from '../../cloudfunctions/points/journal.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'

/** A day, for tests that write it down. */
export const day = (text: string): ShanghaiDay => text as ShanghaiDay

/** Nine in the morning of a day in China. */
export const morning = (text: string) => instantOf(day(text), 540)

/** A passbook nobody has written in, of 5栋 301 unless said otherwise. */
export const passbook = (more: Partial<PassbookDocument> = {}): PassbookDocument => ({
  _id: 'house-a',
  centreId: 'hudong.chunjiang.jingui',
  building: '5栋',
  room: '301',
  state: 'open',
  successor: '',
  balance: 0,
  opening: 0,
  written: 0,
  journals: [],
  earnedIn: {},
  out: 0,
  units: {},
  bought: {},
  reversed: [],
  mayNotSpend: [],
  hidden: false,
  order: '0005栋|0301|house-a',
  ...more,
})

let made = 0

/** A journal of a kind on a day. */
export const journal = (
  kind: Journal['kind'],
  points: number,
  on = '2026-11-21',
  more: Partial<Journal> = {},
): Journal => {
  made += 1
  return {
    ...journalOf({
      id: `journal-${made}`,
      kind,
      at: asInstant(morning(on) + made),
      centreId: 'hudong.chunjiang.jingui',
      passbookId: 'house-a',
      amount: points,
      reason: '垃圾分类',
      about: `test:${made}`,
      by: 'staff',
      byMasked: '李*作',
      requestKey: `request-${made}`,
    }),
    ...more,
  }
}

/** The passbook with a journal posted, as the database's conditional update would leave it. */
export const posted = (book: PassbookDocument, written: Journal): PassbookDocument => {
  const { earnedIn, out } = sumsOf(written)
  const year = yearOf(written.day)
  return {
    ...book,
    balance: book.balance + written.amount,
    written: book.written + 1,
    journals: [...book.journals, written],
    ...(earnedIn !== 0 && {
      earnedIn: { ...book.earnedIn, [year]: (book.earnedIn[year] ?? 0) + earnedIn },
    }),
    out: book.out + out,
  }
}

/** A passbook with several journals posted. */
export const bookOf = (...journals: readonly Journal[]): PassbookDocument =>
  journals.reduce(posted, passbook())
