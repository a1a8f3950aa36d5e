import type { ReactNode } from 'react'
import { yuan } from '../../types/common/money'
import { type ShownLine, Statement } from '../ui/statement'
import type { MealAccount } from './shown'
import { money } from './words'

type Line = MealAccount['lines'][number]

const shown = ({ id, day, reason, fen, balance, subsidies, handler, reversed }: Line): ShownLine => {
  const notes = [
    ...subsidies.map((share) => `${share.fund} ${money(Math.abs(share.fen))}`),
    ...(handler === '' ? [] : [`经办 ${handler}`]),
    ...(reversed ? ['已冲正'] : []),
  ]
  return { id, day, reason, notes, amount: fen, balance }
}

interface AccountStatementProps {
  account: Pick<MealAccount, 'lines' | 'opening' | 'closing'>
  action?: (id: string) => ReactNode
}

/** A month of a meal account in yuan, with what the funds paid of each meal. */
export function AccountStatement({ account, ...more }: AccountStatementProps) {
  const { lines, opening, closing } = account
  return <Statement opening={opening} closing={closing} lines={lines.map(shown)} show={yuan} {...more} />
}
