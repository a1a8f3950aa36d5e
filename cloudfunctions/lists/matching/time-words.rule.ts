/** A stretch of the week somebody can come: weekdays 1–7, minutes of the day. */
export interface Slot {
  weekdays: readonly number[]
  from: number
  to: number
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const
const workDays = [1, 2, 3, 4, 5] as const
const weekend = [6, 7] as const

/** Reads `HH:MM-HH:MM` into minutes of the day; a text of another shape is the whole day. */
export const readHours = (hours: string | undefined): { from: number; to: number } => {
  const found = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(hours ?? '')
  if (!found) return { from: 0, to: 24 * 60 }
  const [, h1, m1, h2, m2] = found.map(Number)
  return { from: (h1 ?? 0) * 60 + (m1 ?? 0), to: (h2 ?? 0) * 60 + (m2 ?? 0) }
}

const sure = '(?:有空|得空|得闲|有闲|有时间|休息|才行|才能|才有|方便|只能|都得|都要|想|能)'
const busy = '(?:没空|冇空|没时间|上班|要上工|走不开|请不了假|不好请假|脱不开身)'

const readings: readonly { words: RegExp; slots: readonly Slot[] }[] = [
  {
    words: new RegExp(`白天[^，。]{0,6}${busy}|${busy}[^，。]{0,4}白天|朝九晚[五六]`),
    slots: [
      { weekdays: everyDay, from: 18 * 60, to: 22 * 60 },
      { weekdays: weekend, from: 8 * 60, to: 22 * 60 },
    ],
  },
  {
    words: new RegExp(`(?:晚上|夜晚|下班后|下了班|放工后|收工后)[^，。]{0,6}${sure}`),
    slots: [{ weekdays: everyDay, from: 18 * 60, to: 22 * 60 }],
  },
  {
    words: new RegExp(
      `(?:周末|双休日?|礼拜六日|星期六日|周六日|周六周日)[^，。]{0,6}${sure}|只有(?:周末|双休)`,
    ),
    slots: [{ weekdays: weekend, from: 8 * 60, to: 22 * 60 }],
  },
  {
    words: /(?:平时|平日|工作日|周一到周五)[^，。]{0,6}(?:有空|得空|得闲|方便|都在家)/,
    slots: [{ weekdays: workDays, from: 8 * 60, to: 18 * 60 }],
  },
  {
    words: /(?:中午|午休)[^，。]{0,4}(?:有空|得空|得闲|那会儿|才有)/,
    slots: [{ weekdays: everyDay, from: 690, to: 840 }],
  },
]

/**
 * Reads when somebody can come from their own words: 「白天上班没空」「周末才得闲」.
 * A time of day that only tells a story (「夜里一直响」) is no limit. No limit found: undefined.
 */
export const readTimeWords = (text: string): readonly Slot[] | undefined =>
  readings.find(({ words }) => words.test(text))?.slots

/** Whether the words or the offer are about school holidays only (寒暑假). */
export const onlyInHolidays = (text: string): boolean =>
  /暑假|寒假|暑期|寒暑假|暑托|假期(?:托|班|营)/.test(text)
