import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './figure.scss'

// Not toLocaleString: what it does inside WeChat depends on the phone.
/** A whole number with its thousands apart: 「1,280」. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/** A number that is compared with others: right-aligned, digits of one width, thousands apart. */
export function Digits({ value }: { value: number }) {
  return <Text className="digits">{grouped(value)}</Text>
}

/** A large number with what it counts, for example 「120 需求」. */
export function Figure({ value, word }: { value: number; word: string }) {
  return (
    <View className="figure" aria-label={`${word} ${value}`}>
      <Text className="figure__value">{grouped(value)}</Text>
      <Text className="note">{word}</Text>
    </View>
  )
}

/** A few large numbers beside each other. */
export function Figures({ children }: PropsWithChildren) {
  return <View className="figures">{children}</View>
}
