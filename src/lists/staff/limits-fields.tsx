import { clockText, parseHours, weekdayText } from '../../../types/common/time'
import { ChooseSome } from '../../ui/choices'
import { Field } from '../../ui/field'
import { SelectField } from '../../ui/select-field'

/** When something can be: weekdays 1…7 (none = any day) and hours `HH:MM-HH:MM` ('' = any time). */
export interface Limits {
  readonly weekdays: readonly number[]
  readonly hours: string
}

interface LimitsFieldsProps {
  value: Limits
  onChange: (value: Limits) => void
  /** Said below the weekdays. */
  hint: string
  errors: Readonly<Record<string, string>>
}

const clocks = Array.from({ length: 49 }, (_, half) => clockText(half * 30))
const [earliest, latest] = ['06:00', '22:00']
const daytime = clocks.filter((clock) => clock >= earliest && clock <= latest)
const choices = daytime.map((clock) => ({ value: clock, word: clock }))
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, word: weekdayText(value) }))

/** Weekdays and hours, by choosing and not by typing. */
export function LimitsFields({ value, onChange, hint, errors }: LimitsFieldsProps) {
  const [from = '', to = ''] = value.hours.split('-')
  const setHours = (start: string, end: string) => {
    const hours = `${start}-${end}`
    // An end before the start moves with it, so that the two are never contradictory.
    onChange({ ...value, hours: parseHours(hours) ? hours : `${start}-${laterThan(start)}` })
  }
  return (
    <>
      <Field label="星期" hint={hint} error={errors.weekdays}>
        <ChooseSome
          label="星期"
          choices={weekdays}
          values={value.weekdays}
          onChange={(days) => onChange({ ...value, weekdays: days })}
        />
      </Field>
      <SelectField
        label="从几点"
        choices={choices.slice(0, -1)}
        value={from || undefined}
        onChange={(start) => setHours(start, to || laterThan(start))}
      />
      <SelectField
        label="到几点"
        choices={choices.filter((choice) => choice.value > from)}
        value={to || undefined}
        onChange={(end) => setHours(from || '08:00', end)}
        error={errors.hours}
      />
    </>
  )
}

/** Two hours on, within the day that can be chosen. */
const laterThan = (clock: string): string =>
  daytime[Math.min(daytime.length - 1, daytime.indexOf(clock) + 4)] ?? latest
