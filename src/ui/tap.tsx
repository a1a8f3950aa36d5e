import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { tapProps } from './tap-props'
import './tap.scss'

interface TapProps {
  /** What a screen reader says; needed unless the children are plain text. */
  label: string
  onTap: () => void
  className?: string
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'tab'
  /** State of a radio, checkbox or tab. */
  checked?: boolean
  disabled?: boolean
}

/** Anything that can be tapped: at least as large as a finger, named, and usable from a keyboard. */
export function Tap({
  label,
  onTap,
  className = '',
  role = 'button',
  checked,
  disabled,
  children,
}: PropsWithChildren<TapProps>) {
  const press = () => {
    if (!disabled) onTap()
  }
  return (
    <View
      {...tapProps(role, press)}
      className={`tap ${disabled ? 'tap--off' : ''} ${className}`}
      aria-label={label}
      {...(checked !== undefined && { 'aria-checked': checked })}
      {...(disabled && { 'aria-disabled': true })}
      onClick={press}
    >
      {children}
    </View>
  )
}
