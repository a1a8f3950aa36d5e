import type { PickMomentProps, PickOneProps } from './picker.port'

/** One of many words, in the browser's own list: works with a mouse, a finger and a keyboard. */
export function PickOne({ label, words, index, onPick }: PickOneProps) {
  return (
    <select
      className="field__control"
      aria-label={label}
      value={index}
      onChange={(event) => onPick(Number(event.target.value))}
    >
      {index < 0 && <option value={-1}>请选择</option>}
      {words.map((word, at) => (
        <option key={word} value={at}>
          {word}
        </option>
      ))}
    </select>
  )
}

/** A day or a time of day, in the browser's own picker. */
export function PickMoment({ label, mode, value, onPick, from }: PickMomentProps) {
  return (
    <input
      className="field__control"
      type={mode}
      aria-label={label}
      value={value}
      min={from}
      onChange={(event) => onPick(event.target.value)}
    />
  )
}
