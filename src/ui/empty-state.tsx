import { View } from '@tarojs/components'
import { Button } from './button'
import './empty-state.scss'

interface EmptyStateProps {
  /** Why there is nothing. */
  why: string
  /** What the user can do about it. */
  action?: { text: string; onTap: () => void }
}

/** An empty list: says why and what to do. */
export function EmptyState({ why, action }: EmptyStateProps) {
  return (
    <View className="empty-state">
      <View className="empty-state__why">{why}</View>
      {action && <Button kind="main" {...action} />}
    </View>
  )
}
