import { View } from '@tarojs/components'
import {
  asInstant,
  clockText,
  type Instant,
  instantOf,
  isShanghaiDay,
  minutesOfDay,
  shanghaiDay,
} from '../../types/common/time'
import { Field, type FieldProps } from './field'
import { PickMoment } from './picker'
import './moment-field.scss'

interface MomentFieldProps extends FieldProps {
  /** Epoch ms. */
  value: number
  onChange: (value: Instant) => void
}

const minutesIn = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** A day and a time of day in China. */
export function MomentField(props: MomentFieldProps) {
  const { label, onChange } = props
  const value = asInstant(props.value)
  const pickDay = (day: string) => {
    if (isShanghaiDay(day)) onChange(instantOf(day, minutesOfDay(value)))
  }
  return (
    <Field {...props}>
      <View className="moment-field">
        <PickMoment label={`${label}日期`} mode="date" value={shanghaiDay(value)} onPick={pickDay} />
        <PickMoment
          label={`${label}时间`}
          mode="time"
          value={clockText(minutesOfDay(value))}
          onPick={(clock) => onChange(instantOf(shanghaiDay(value), minutesIn(clock)))}
        />
      </View>
    </Field>
  )
}
