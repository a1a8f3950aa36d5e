import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
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
  // What is being typed, until it is left: it may be empty or too small on the way.
  const [typed, setTyped] = useState<string>()
  const type = (text: string) => {
    setTyped(text)
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= min && number <= max) onChange(number)
  }
  const finish = () => {
    if (typed !== undefined && /^\d+$/.test(typed)) set(Number(typed))
    setTyped(undefined)
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
          value={typed ?? String(value)}
          onInput={(event) => type(event.detail.value)}
          onBlur={finish}
          onConfirm={finish}
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
