import { Text } from '@tarojs/components'
import './status-tag.scss'

/** How things stand; each has its sign, because colour alone is not for everyone. */
export type Tone = 'good' | 'warn' | 'late' | 'calm' | 'own'

const signs: Readonly<Record<Tone, string>> = { good: '✓', warn: '!', late: '×', calm: '·', own: '●' }

/** A status in a word with a sign: 「✓ 已通过」. */
export function StatusTag({ tone, word }: { tone: Tone; word: string }) {
  return (
    <Text className={`status-tag status-tag--${tone}`}>
      {signs[tone]} {word}
    </Text>
  )
}
