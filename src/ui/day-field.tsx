import { isShanghaiDay, type ShanghaiDay } from '../../types/common/time'
import { Field, type FieldProps } from './field'
import { PickMoment } from './picker'

interface DayFieldProps extends FieldProps {
  value: ShanghaiDay
  onChange: (value: ShanghaiDay) => void
}

/** A calendar day. */
export function DayField(props: DayFieldProps) {
  const { label, value, onChange } = props
  const pick = (day: string) => {
    if (isShanghaiDay(day)) onChange(day)
  }
  return (
    <Field {...props}>
      <PickMoment label={label} mode="date" value={value} onPick={pick} />
    </Field>
  )
}
