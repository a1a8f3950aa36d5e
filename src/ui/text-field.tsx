import { Input, Textarea } from '@tarojs/components'
import { Field, type FieldProps } from './field'

interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** Most characters the contract takes. */
  max: number
  placeholder?: string
  /** Several lines, for what people say in their own words. */
  tall?: boolean
  /** Which keyboard comes up. */
  keyboard?: 'text' | 'number' | 'digit'
}

/** Words on one line, or on several with `tall`. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, max, placeholder = '', tall, keyboard = 'text' } = props
  const common = {
    'aria-label': label,
    value,
    maxlength: max,
    placeholder,
    placeholderClass: 'field__placeholder',
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return (
    <Field {...props}>
      {tall ? (
        <Textarea {...common} className="field__control field__control--tall" autoHeight cursorSpacing={80} />
      ) : (
        <Input {...common} className="field__control" type={keyboard} cursorSpacing={80} />
      )}
    </Field>
  )
}
