import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, Note } from '../ui/card'
import { Digits } from '../ui/figure'
import type { MyPassbook, StatementLine } from './shown'
import { dayText, signed } from './words'
import './statement.scss'

interface StatementProps {
  statement: Pick<MyPassbook, 'lines' | 'opening' | 'closing'>
  /** What can be done about a line, under it. */
  action?: (line: StatementLine) => ReactNode
}

/** A month as in a bank passbook: newest first, each line with what came of it. */
export function Statement({ statement, action }: StatementProps) {
  const { lines, opening, closing } = statement
  return (
    <Card>
      <View className="statement__end">
        <Text>月末余额</Text>
        <Digits value={closing} />
      </View>
      {[...lines].reverse().map((line) => (
        <Line key={line.id} line={line} action={action?.(line)} />
      ))}
      {lines.length === 0 && <Note>这个月没有进出</Note>}
      <View className="statement__end">
        <Text>月初余额</Text>
        <Digits value={opening} />
      </View>
    </Card>
  )
}

function Line({ line, action }: { line: StatementLine; action: ReactNode }) {
  const { day, reason, points, balance, handler, forWhom, reversed, noticeUntil } = line
  const notes = [
    handler && `经办 ${handler}`,
    forWhom && `代 ${forWhom}`,
    reversed && '已冲正',
    noticeUntil && `公示至 ${dayText(noticeUntil)}`,
  ].filter(Boolean)
  return (
    <View className="statement__line">
      <View className="statement__words">
        <Text>
          {dayText(day)} {reason}
        </Text>
        {notes.length > 0 && <Note>{notes.join(' · ')}</Note>}
        {action}
      </View>
      <View className="statement__sums">
        <Text className={`digits ${points > 0 ? 'statement__in' : ''}`}>{signed(points)}</Text>
        <Note>
          <Digits value={balance} />
        </Note>
      </View>
    </View>
  )
}
