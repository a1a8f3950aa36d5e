/** Fen as yuan: 800 → 「8.00」, −50 → 「−0.50」. Money is kept and reckoned in fen, integers; this is how it is written. */
export const yuan = (fen: number): string => {
  const whole = Math.floor(Math.abs(fen) / 100)
  return `${fen < 0 ? '−' : ''}${whole}.${String(Math.abs(fen) % 100).padStart(2, '0')}`
}
