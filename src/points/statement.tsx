import type { ReactNode } from 'react'
import { dayText } from '../../types/common/time'
import { grouped } from '../ui/figure'
import { type ShownLine, Statement } from '../ui/statement'
import type { MyPassbook, StatementLine } from './shown'

const shown = (line: StatementLine): ShownLine => {
  const { id, day, reason, points, balance, handler, forWhom, reversed, noticeUntil } = line
  const notes = [
    handler && `经办 ${handler}`,
    forWhom && `代 ${forWhom}`,
    reversed && '已冲正',
    noticeUntil && `公示至 ${dayText(noticeUntil)}`,
  ].filter((note): note is string => Boolean(note))
  return { id, day, reason, notes, amount: points, balance }
}

interface PassbookStatementProps {
  statement: Pick<MyPassbook, 'lines' | 'opening' | 'closing'>
  /** What can be done about a line, under it. */
  action?: (line: StatementLine) => ReactNode
}

/** A month of a passbook. */
export function PassbookStatement({ statement, action }: PassbookStatementProps) {
  const { lines, opening, closing } = statement
  const byId = new Map(lines.map((line) => [line.id, line]))
  return (
    <Statement
      opening={opening}
      closing={closing}
      lines={lines.map(shown)}
      show={grouped}
      {...(action && {
        action: (id: string) => {
          const line = byId.get(id)
          return line && action(line)
        },
      })}
    />
  )
}
