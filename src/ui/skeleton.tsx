import { View } from '@tarojs/components'
import './skeleton.scss'

/** Grey lines where `rows` rows will be. Shown by `<Loaded>` after 300 ms. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <View className="skeleton" aria-label="正在加载" aria-live="polite">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <View key={row} className="skeleton__row" />
      ))}
    </View>
  )
}
