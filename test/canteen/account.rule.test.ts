import type { MealJournal } from '../../cloudfunctions/_kit/documents/canteen'
import {
  balanceAfter,
  isOfTill,
  mealStatement,
  sharesIn,
  whyNotPaidOut,
  whyNotReversed,
} from '../../cloudfunctions/canteen/account.rule'
import { reversalOf, tillJournal } from '../../cloudfunctions/canteen/meal-journal.rule'
import { instantOf, type ShanghaiDay } from '../../types/common/time'
import { accountRow } from './rows'

const on = (day: string) => ({
  at: instantOf(day as ShanghaiDay, 600),
  by: 'staff',
  byMasked: '李*作',
  requestKey: 'request',
})
const account = accountRow('diner', 0)
const paid = (id: string, fen: number, day = '2026-11-20') =>
  tillJournal(id, account, fen, '交来餐费', on(day))
const book = (...journals: readonly MealJournal[]) => ({
  ...account,
  journals,
  balance: journals.reduce((sum, { amount }) => sum + amount, 0),
})
const today = '2026-12-02' as ShanghaiDay
const statement = (standing: ReturnType<typeof book>, month = '2026-11') =>
  mealStatement({ book: standing, page: undefined, pages: [] }, month, today)

test('a statement is a month’s lines, each with the balance after it', () => {
  const standing = book(
    paid('old', 100, '2026-10-31'),
    paid('in', 5000),
    paid('out', -300),
    paid('new', 7, today),
  )
  expect(statement(standing)).toMatchObject({
    dinerId: 'diner',
    name: '赵**',
    month: '2026-11',
    opening: 100,
    closing: 4800,
    balance: 4807,
    months: ['2026-12', '2026-11', '2026-10'],
    lines: [
      { id: 'in', kind: 'topUp', fen: 5000, balance: 5100, handler: '李*作', subsidies: [], reversed: false },
      { id: 'out', kind: 'payOut', fen: -300, balance: 4800, reversed: false },
    ],
  })
})

test('a line that was undone says so, also when it was undone in another month', () => {
  const wrong = paid('wrong', 500)
  const undone = reversalOf(wrong, '记错', on(today))
  const lines = (standing: ReturnType<typeof book>) =>
    statement(standing).lines.map(({ reversed }) => reversed)
  expect(lines(book(wrong, undone))).toEqual([true])
  expect(lines({ ...book(wrong), reversed: ['wrong'] })).toEqual([true])
  expect(lines(book(wrong))).toEqual([false])
})

test('what funds gave is read off the entries, and what went back to them is below zero', () => {
  const entries = [
    { account: 'diner:d' as const, amount: -800 },
    { account: 'fund:区级' as const, amount: -700 },
    { account: 'canteen:c' as const, amount: 1500 },
  ]
  expect(sharesIn({ entries })).toEqual([{ fund: '区级', fen: 700 }])
  expect(sharesIn({ entries: entries.map((entry) => ({ ...entry, amount: -entry.amount })) })).toEqual([
    { fund: '区级', fen: -700 },
  ])
})

test('a repeated request hears the balance as it was after its own line', () => {
  const standing = {
    ...book(paid('one', 100), paid('two', 20), paid('three', 3)),
    opening: 1000,
    balance: 1123,
  }
  expect(['one', 'two', 'three'].map((id) => balanceAfter(standing, id))).toEqual([1100, 1120, 1123])
  expect(balanceAfter(standing, 'put away')).toBe(1123)
})

test('what is paid out has to be there, however far the bill may grow', () => {
  const why = (balance: number, fen: number) =>
    whyNotPaidOut(accountRow('a', balance, { owesUpTo: 1000 }), fen)
  expect([why(100, 100), why(100, 101), why(-1, 1)]).toEqual([
    undefined,
    'CANTEEN.NOT_ENOUGH',
    'CANTEEN.NOT_ENOUGH',
  ])
  expect(whyNotPaidOut(undefined, 1)).toBe('CANTEEN.NO_ACCOUNT')
  expect(whyNotPaidOut(accountRow('a', 100, { state: 'closed' }), 1)).toBe('CANTEEN.NO_ACCOUNT')
})

test('a line of the till is undone once, and the account goes no lower than its bill may', () => {
  const line = paid('line', 700)
  const why = (facts: Parameters<typeof accountRow>[2], balance = 700) =>
    whyNotReversed(accountRow('a', balance, facts), line)
  expect(why({})).toBe(undefined)
  expect(why({ reversed: ['line'] })).toBe('CANTEEN.ALREADY_REVERSED')
  expect(why({}, 699)).toBe('CANTEEN.NOT_ENOUGH')
  expect([why({ owesUpTo: 1 }, 699), why({ owesUpTo: 1 }, 698)]).toEqual([undefined, 'CANTEEN.NOT_ENOUGH'])
  expect(why({ state: 'closed' })).toBe('CANTEEN.NO_ACCOUNT')
  expect(whyNotReversed(undefined, line)).toBe('CANTEEN.NO_ACCOUNT')
  expect(whyNotReversed(accountRow('a', 0), paid('out', -700))).toBe(undefined)
  for (const kind of ['order', 'refund', 'reversal'] as const) {
    expect(isOfTill({ kind })).toBe(false)
    expect(whyNotReversed(accountRow('a', 700), { ...line, kind })).toBe('CANTEEN.NOT_REVERSIBLE')
  }
})
