import { Text, View } from '@tarojs/components'
import { Tap } from './tap'
import './choices.scss'

interface Choice<Value> {
  readonly value: Value
  readonly word: string
  /** What a screen reader says, when the same choice stands in many rows. */
  readonly label?: string
}

interface ChoicesProps<Value> {
  /** What is chosen, for screen readers. */
  label: string
  choices: readonly Choice<Value>[]
}

function Chip({
  word,
  label = word,
  role,
  on,
  onTap,
}: {
  word: string
  label?: string | undefined
  role: 'radio' | 'checkbox'
  on: boolean
  onTap: () => void
}) {
  return (
    <Tap label={label} role={role} checked={on} onTap={onTap} className={`chip ${on ? 'chip--on' : ''}`}>
      <Text>
        {on ? '✓ ' : ''}
        {word}
      </Text>
    </Tap>
  )
}

/** One of a few, all visible: filters, yes or no, kinds. */
export function ChooseOne<Value extends string | number | boolean>(
  props: ChoicesProps<Value> & { value: Value | undefined; onChange: (value: Value) => void },
) {
  return (
    <View className="choices" aria-role="radiogroup" aria-label={props.label}>
      {props.choices.map(({ value, word, label }) => (
        <Chip
          key={String(value)}
          word={word}
          label={label}
          role="radio"
          on={value === props.value}
          onTap={() => props.onChange(value)}
        />
      ))}
    </View>
  )
}

/** Any of a few, all visible: audiences, weekdays. Answers in the order of the choices. */
export function ChooseSome<Value extends string | number>(
  props: ChoicesProps<Value> & { values: readonly Value[]; onChange: (values: Value[]) => void },
) {
  const { values, choices, onChange } = props
  const turn = (turned: Value) =>
    onChange(
      choices.map(({ value }) => value).filter((value) => (value === turned) !== values.includes(value)),
    )
  return (
    <View className="choices" aria-label={props.label}>
      {choices.map(({ value, word, label }) => (
        <Chip
          key={String(value)}
          word={word}
          label={label}
          role="checkbox"
          on={values.includes(value)}
          onTap={() => turn(value)}
        />
      ))}
    </View>
  )
}
