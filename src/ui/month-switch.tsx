import { ChooseOne } from './choices'

const mostShown = 6

/** `2026-11` → 「2026年11月」. */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`

/** The months of a statement that can be opened, newest first. */
export function MonthSwitch({
  months,
  month,
  onChange,
}: {
  months: readonly string[]
  month: string
  onChange: (month: string) => void
}) {
  const shown = [...new Set([month, ...months])].sort().reverse().slice(0, mostShown)
  return (
    <ChooseOne
      label="月份"
      value={month}
      onChange={onChange}
      choices={shown.map((value) => ({ value, word: monthText(value) }))}
    />
  )
}
