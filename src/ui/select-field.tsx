import { Field, type FieldProps } from './field'
import { PickOne } from './picker'

interface SelectFieldProps<Value> extends FieldProps {
  choices: readonly { readonly value: Value; readonly word: string }[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** One of many, too many to show at once. */
export function SelectField<Value>(props: SelectFieldProps<Value>) {
  const { label, choices, value, onChange } = props
  const pick = (index: number) => {
    const chosen = choices[index]
    if (chosen) onChange(chosen.value)
  }
  return (
    <Field {...props}>
      <PickOne
        label={label}
        words={choices.map(({ word }) => word)}
        index={choices.findIndex((choice) => choice.value === value)}
        onPick={pick}
      />
    </Field>
  )
}
