import { View } from '@tarojs/components'
import { asInstant, momentText } from '../../types/common/time'
import type { Reading } from '../cloud/use-read'
import './offline-bar.scss'

/** Says that what is shown is the last known state, and from when. */
export function OfflineBar({ reading }: { reading: Reading<unknown> }) {
  const { data, at, offline, refusal } = reading
  if (data === undefined || at === undefined || !(offline || refusal)) return null
  const since = momentText(asInstant(at), asInstant(Date.now()))
  return (
    <View className="offline-bar" aria-live="polite">
      {offline ? '现在没有网络' : '没有更新成功'}，显示的是{since}的内容
    </View>
  )
}
