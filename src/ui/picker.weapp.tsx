import { Picker, Text, View } from '@tarojs/components'
import type { PickMomentProps, PickOneProps } from './picker.port'

const UNPICKED = '请选择'

function Picked({ label, word }: { label: string; word: string }) {
  return (
    <View
      className="field__control field__control--picked"
      aria-role="button"
      aria-label={`${label} ${word}`}
    >
      <Text>{word}</Text>
      <Text>▾</Text>
    </View>
  )
}

/** One of many words, in WeChat's own picker. */
export function PickOne({ label, words, index, onPick }: PickOneProps) {
  return (
    <Picker
      mode="selector"
      range={[...words]}
      value={Math.max(0, index)}
      onChange={(event) => onPick(Number(event.detail.value))}
    >
      <Picked label={label} word={words[index] ?? UNPICKED} />
    </Picker>
  )
}

/** A day or a time of day, in WeChat's own picker. */
export function PickMoment({ label, mode, value, onPick, from = '' }: PickMomentProps) {
  const picked = <Picked label={label} word={value || UNPICKED} />
  const onChange = (event: { detail: { value: string } }) => onPick(event.detail.value)
  return mode === 'date' ? (
    <Picker mode="date" value={value} start={from} onChange={onChange}>
      {picked}
    </Picker>
  ) : (
    <Picker mode="time" value={value} onChange={onChange}>
      {picked}
    </Picker>
  )
}
