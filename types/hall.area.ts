/** Floor area in hundredths of a square metre as people write it: `8950` → 「89.5」. Whole numbers only, no rounding. */
export const areaText = (hundredths: number): string => {
  const cents = hundredths % 100
  const decimals = cents === 0 ? '' : `.${String(cents).padStart(2, '0').replace(/0$/, '')}`
  return `${(hundredths - cents) / 100}${decimals}`
}

/** 「89.5」, 「120」, 「95.02平方米」 → hundredths of a square metre; undefined when it is no area with at most two decimals. */
export const parseArea = (written: string): number | undefined => {
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?\s*(?:㎡|m2|平方米|平米|平)?$/i.exec(
    written.normalize('NFKC').trim(),
  )
  if (!found) return undefined
  const [, metres = '', decimals = ''] = found
  return Number(metres) * 100 + Number(decimals.padEnd(2, '0'))
}
