import { Input, Text, View } from '@tarojs/components'
import { Field, type FieldProps } from './field'
import { Tap } from './tap'
import './number-field.scss'

interface NumberFieldProps extends FieldProps {
  value: number
  onChange: (value: number) => void
  min: number
  max: number
}

/** A whole number: typed, or one up and one down. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, min, max } = props
  const set = (next: number) => onChange(Math.min(max, Math.max(min, next)))
  const typed = (text: string) => {
    if (/^\d+$/.test(text)) set(Number(text))
  }
  return (
    <Field {...props}>
      <View className="number-field">
        <Tap
          label={`${label}减一`}
          className="number-field__step"
          disabled={value <= min}
          onTap={() => set(value - 1)}
        >
          <Text>−</Text>
        </Tap>
        <Input
          className="field__control number-field__value"
          type="number"
          aria-label={label}
          value={String(value)}
          onBlur={(event) => typed(event.detail.value)}
          onConfirm={(event) => typed(event.detail.value)}
        />
        <Tap
          label={`${label}加一`}
          className="number-field__step"
          disabled={value >= max}
          onTap={() => set(value + 1)}
        >
          <Text>+</Text>
        </Tap>
      </View>
    </Field>
  )
}
