import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './field.scss'

export interface FieldProps {
  label: string
  /** Said below the label before anything is wrong. */
  hint?: string
  /** Chinese text of what is wrong, from `refusal.fields`. */
  error?: string | undefined
}

/** The frame of every field: label above, control, what is wrong below. */
export function Field({ label, hint, error, children }: PropsWithChildren<FieldProps>) {
  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <Text className="field__label">{label}</Text>
      {hint !== undefined && <View className="note">{hint}</View>}
      {children}
      {error && (
        <View className="field__error" aria-live="assertive">
          × {error}
        </View>
      )}
    </View>
  )
}
