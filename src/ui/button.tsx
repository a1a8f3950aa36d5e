import { Text } from '@tarojs/components'
import { Tap } from './tap'
import './button.scss'

export interface ButtonProps {
  /** Says what will happen: 「报名,还剩 3 个名额」, not 「提交」. */
  text: string
  /** What a screen reader says, when the words alone do not tell which of many rows is meant. */
  label?: string
  onTap: () => void
  /** `main`: the page's one action; `plain`: beside others; `quiet`: takes back or leaves. */
  kind?: 'main' | 'plain' | 'quiet'
  /** Under way: stays visible and cannot be tapped again. */
  busy?: boolean
  disabled?: boolean
}

/** A button, as tall as a thumb needs. */
export function Button({
  text,
  label = text,
  onTap,
  kind = 'plain',
  busy = false,
  disabled = false,
}: ButtonProps) {
  const off = busy || disabled
  const shown = busy ? '正在办理…' : text
  return (
    <Tap
      label={busy ? shown : label}
      onTap={onTap}
      disabled={off}
      className={`button button--${kind} ${off ? 'button--off' : ''}`}
    >
      <Text>{shown}</Text>
    </Tap>
  )
}
