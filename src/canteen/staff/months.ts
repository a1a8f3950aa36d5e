/** The months before a day's own, `2026-12`, newest first. */
export const monthsBefore = (day: string, count: number): readonly string[] => {
  const current = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, back) => {
    const month = current - 1 - back
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
