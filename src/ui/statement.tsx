import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText } from '../../types/common/time'
import { Card, Note } from './card'
import './statement.scss'

/** One line of a statement. `amount` and `balance` are in the account's unit: points or fen. */
export interface ShownLine {
  readonly id: string
  readonly day: string
  readonly reason: string
  /** Handler, for whom, what came of it. */
  readonly notes: readonly string[]
  readonly amount: number
  readonly balance: number
}

interface StatementProps {
  opening: number
  closing: number
  lines: readonly ShownLine[]
  /** How an amount of the account's unit is written. */
  show: (amount: number) => string
  /** What can be done about a line, under it. */
  action?: (id: string) => ReactNode
}

/** A month as in a bank passbook: newest first, each line with what came of it. */
export function Statement({ opening, closing, lines, show, action }: StatementProps) {
  return (
    <Card>
      <View className="statement__end">
        <Text>月末余额</Text>
        <Text className="digits">{show(closing)}</Text>
      </View>
      {[...lines].reverse().map(({ id, day, reason, notes, amount, balance }) => (
        <View key={id} className="statement__line">
          <View className="statement__words">
            <Text>
              {dayText(day)} {reason}
            </Text>
            {notes.length > 0 && <Note>{notes.join(' · ')}</Note>}
            {action?.(id)}
          </View>
          <View className="statement__sums">
            <Text className={`digits ${amount > 0 ? 'statement__in' : ''}`}>
              {amount < 0 ? `−${show(-amount)}` : `+${show(amount)}`}
            </Text>
            <Note>
              <Text className="digits">{show(balance)}</Text>
            </Note>
          </View>
        </View>
      ))}
      {lines.length === 0 && <Note>这个月没有进出</Note>}
      <View className="statement__end">
        <Text>月初余额</Text>
        <Text className="digits">{show(opening)}</Text>
      </View>
    </Card>
  )
}
