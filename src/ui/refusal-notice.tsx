import { View } from '@tarojs/components'
import type { Refusal } from '../cloud/refusal'
import { Button } from './button'
import './refusal-notice.scss'

interface RefusalNoticeProps {
  refusal: Refusal | undefined
  /** What now: usually the same thing again. */
  again?: () => void
}

/** Why something did not go, in the words of the code table. Texts of single fields stand under the fields. */
export function RefusalNotice({ refusal, again }: RefusalNoticeProps) {
  if (!refusal) return null
  return (
    <View className="refusal-notice" aria-role="alert" aria-live="assertive">
      <View className="refusal-notice__words">{refusal.message}</View>
      {again && <Button text="再试一次" onTap={again} />}
    </View>
  )
}
