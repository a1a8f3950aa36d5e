import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import './card.scss'

interface CardProps {
  title?: ReactNode
  /** Right of the title: a status tag or a number. */
  aside?: ReactNode
}

/** Things that belong together, on white. */
export function Card({ title, aside, children }: PropsWithChildren<CardProps>) {
  return (
    <View className="card">
      {(title !== undefined || aside !== undefined) && (
        <View className="card__head">
          <Text className="card__title">{title}</Text>
          {aside}
        </View>
      )}
      {children}
    </View>
  )
}

/** Smaller words in the second ink: place, time, who. */
export function Note({ children }: PropsWithChildren) {
  return <View className="note">{children}</View>
}

/** Things beside each other, wrapping when the text is large. */
export function Side({ children }: PropsWithChildren) {
  return <View className="side">{children}</View>
}

/** Cards in one column on a phone and in two on a wide screen. */
export function Columns({ children }: PropsWithChildren) {
  return <View className="columns">{children}</View>
}
