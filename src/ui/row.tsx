import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tap } from './tap'
import './row.scss'

interface RowProps {
  title: string
  note?: ReactNode
  /** Right end: a number, a tag. */
  aside?: ReactNode
  /** Makes the row an entry that leads somewhere. */
  onTap?: () => void
}

/** One line of a list inside a card. */
export function Row({ title, note, aside, onTap }: RowProps) {
  const inside = (
    <>
      <View className="row__words">
        <Text>{title}</Text>
        {note !== undefined && <View className="note">{note}</View>}
      </View>
      {aside}
      {onTap && <Text className="row__arrow">›</Text>}
    </>
  )
  if (!onTap) return <View className="row">{inside}</View>
  return (
    <Tap label={title} onTap={onTap} role="link" className="row">
      {inside}
    </Tap>
  )
}
