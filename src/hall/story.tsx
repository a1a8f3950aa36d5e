import { Text, View } from '@tarojs/components'
import { asInstant, momentText } from '../../types/common/time'
import { Note } from '../ui/card'
import './story.scss'

/** A line of what happened, as the hall's answers tell it. */
export interface ShownLine {
  /** Epoch ms. */
  readonly at: number
  readonly text: string
  /** Masked name; empty when time did it. */
  readonly by: string
}

interface StoryProps {
  lines: readonly ShownLine[]
  now: number
  /** What has to happen next, under the last line. */
  next?: string | undefined
}

/** What became of something, oldest first, down to what comes next. */
export function Story({ lines, now, next }: StoryProps) {
  return (
    <View className="story">
      {lines.map((line) => (
        <View key={`${line.at} ${line.text}`} className="story__line story__line--done">
          <Text className="story__text">{line.text}</Text>
          <Note>
            {[momentText(asInstant(line.at), asInstant(now)), line.by]
              .filter((word) => word !== '')
              .join(' · ')}
          </Note>
        </View>
      ))}
      {next && (
        <View className="story__line">
          <Text className="story__text">下一步:{next}</Text>
        </View>
      )}
    </View>
  )
}
