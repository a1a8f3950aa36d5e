import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import type { ShanghaiDay } from '../../types/common/time'
import type { MealAccountDocument, MealJournal, SubsidyShare } from '../_kit/documents/canteen'
import { type StatementFacts, statementOf } from '../_kit/ledger/book.rule'

/** What funds gave with a journal, fen; below zero what went back to them. */
export const sharesIn = ({ entries }: Pick<MealJournal, 'entries'>): readonly SubsidyShare[] =>
  entries.flatMap(({ account, amount }) =>
    account.startsWith('fund:') ? [{ fund: account.slice('fund:'.length), fen: -amount }] : [],
  )

/** 流水: a month of a meal account as a bank prints it, the balance after each line. */
export const mealStatement = (
  facts: StatementFacts<MealJournal, MealAccountDocument>,
  month: string,
  today: ShanghaiDay,
): OutputOf<typeof canteenContract, 'account'> => {
  const { book } = facts
  const { lines, ...figures } = statementOf(facts, month, today)
  const undone = new Set(
    [...book.journals, ...lines.map(({ journal }) => journal)].map((one) => one.reverses),
  )
  return {
    ...figures,
    dinerId: book._id,
    name: book.nameMasked,
    balance: book.balance,
    owesUpTo: book.owesUpTo,
    month,
    lines: lines.map(({ journal, balance, reversed }) => ({
      id: journal.id,
      day: journal.day,
      at: journal.at,
      kind: journal.kind,
      reason: journal.reason,
      fen: journal.amount,
      balance,
      subsidies: [...sharesIn(journal)],
      handler: journal.byMasked,
      reversed: reversed || undone.has(journal.id),
    })),
  }
}

type Lines = Pick<MealAccountDocument, 'opening' | 'journals' | 'balance'>

/** The balance after one line, wherever later ones took it: what a repeated request is answered. */
export const balanceAfter = (account: Lines, journalId: string): number => {
  const at = account.journals.findIndex(({ id }) => id === journalId)
  if (at < 0) return account.balance // the line was put away: it is long ago
  return account.journals.slice(0, at + 1).reduce((sum, { amount }) => sum + amount, account.opening)
}

type Standing = Pick<MealAccountDocument, 'state' | 'balance' | 'reversed' | 'owesUpTo'>

/** Why an account does not take money out; undefined when it does. What is paid out is there: nobody owes cash. */
export const whyNotPaidOut = (
  account: Standing | undefined,
  fen: number,
): 'CANTEEN.NO_ACCOUNT' | 'CANTEEN.NOT_ENOUGH' | undefined => {
  if (account?.state !== 'open') return 'CANTEEN.NO_ACCOUNT'
  return account.balance < fen ? 'CANTEEN.NOT_ENOUGH' : undefined
}

/** Whether a line is money that went through the till; an order is given back by cancelling or voiding it. */
export const isOfTill = ({ kind }: Pick<MealJournal, 'kind'>): boolean =>
  kind === 'topUp' || kind === 'payOut'

/** Why a line of the till cannot be undone (冲正); undefined when it can. The account may go no lower than its bill may. */
export const whyNotReversed = (
  account: Standing | undefined,
  original: Pick<MealJournal, 'id' | 'kind' | 'amount'>,
):
  | 'CANTEEN.NO_ACCOUNT'
  | 'CANTEEN.NOT_REVERSIBLE'
  | 'CANTEEN.ALREADY_REVERSED'
  | 'CANTEEN.NOT_ENOUGH'
  | undefined => {
  if (account?.state !== 'open') return 'CANTEEN.NO_ACCOUNT'
  if (!isOfTill(original)) return 'CANTEEN.NOT_REVERSIBLE'
  if (account.reversed.includes(original.id)) return 'CANTEEN.ALREADY_REVERSED'
  return account.balance - original.amount < -account.owesUpTo ? 'CANTEEN.NOT_ENOUGH' : undefined
}
