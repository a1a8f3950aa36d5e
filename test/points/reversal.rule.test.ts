import { reversalIdOf } from '../../cloudfunctions/_kit/ledger/book.rule'
import { reversalOf, whyNotReversed } from '../../cloudfunctions/points/reversal.rule'
import { journal, morning, passbook } from './books'

const facts = {
  at: morning('2026-11-21'),
  by: 'secretary',
  byMasked: '周*记',
  reason: '记错了户',
  requestKey: 'key',
}

describe('a reversal', () => {
  const original = journal('earn', 12, '2026-10-01', {
    id: 'o',
    about: 'item:x:2:2026-10-01',
    ruleVersion: 3,
  })

  test('takes off what was earned and says what it undoes, who did it and why', () => {
    expect(reversalOf(original, passbook(), facts)).toMatchObject({
      id: reversalIdOf('o'),
      kind: 'reversal',
      amount: -12,
      day: '2026-11-21',
      reverses: 'o',
      reason: '冲正「垃圾分类」:记错了户',
      about: 'item:x:2:2026-10-01',
      ruleVersion: 3,
      by: 'secretary',
      requestKey: 'key',
    })
  })

  test('is one and the same journal, whoever asks for it', () => {
    expect(reversalIdOf('o')).toBe(reversalIdOf('o'))
    expect(reversalIdOf('o')).not.toBe(reversalIdOf('p'))
  })

  test.each(['redeem', 'giveBack', 'reversal', 'expiry', 'transfer'] as const)(
    'of a %s is refused',
    (kind) => {
      expect(reversalOf(journal(kind, 5), passbook(), facts)).toEqual({ refused: 'POINTS.NOT_REVERSIBLE' })
    },
  )
})

test.each([
  ['there is none', undefined, 'POINTS.NO_PASSBOOK'],
  ['it was reversed', passbook({ reversed: ['o'], state: 'closed' }), 'POINTS.ALREADY_REVERSED'],
  ['it is closed', passbook({ state: 'closed' }), 'POINTS.PASSBOOK_CLOSED'],
  ['the points are spent', passbook({ balance: 11 }), 'POINTS.SPENT_ALREADY'],
  ['it has them', passbook({ balance: 12, reversed: ['p'] }), undefined],
])('a passbook takes no reversal when %s', (_name, book, code) => {
  expect(whyNotReversed(book, { id: 'o', amount: 12 })).toBe(code)
})
