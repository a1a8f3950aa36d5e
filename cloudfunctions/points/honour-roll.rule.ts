import type { HonourRollDocument, PassbookDocument } from '../_kit/documents/points'

type RollRow = HonourRollDocument['rows'][number]

/** The roll honours the first; nobody is shown to be last. */
const mostRows = 50

/** A door as people say it: `5栋 301`. */
export const doorText = ({ building, room }: { readonly building: string; readonly room: string }): string =>
  `${building} ${room}`

/** What a household earned in a period: `2026` by its year's sum, `2026-11` by its lines, reversals taken off. */
export const earnedIn = (
  passbook: Pick<PassbookDocument, 'earnedIn' | 'journals'>,
  period: string,
): number =>
  period.length === 4
    ? (passbook.earnedIn[period] ?? 0)
    : passbook.journals
        .filter(({ day, kind }) => day.startsWith(period) && (kind === 'earn' || kind === 'reversal'))
        .reduce((sum, { amount: points }) => sum + points, 0)

/** 荣誉榜: adds a household, unless it does not want to be shown, earned nothing or is no more. Most points first. */
export const addToRoll = (
  rows: readonly RollRow[],
  passbook: PassbookDocument,
  period: string,
): readonly RollRow[] => {
  const points = earnedIn(passbook, period)
  if (passbook.hidden || passbook.state === 'closed' || points <= 0) return rows
  const row = { passbookId: passbook._id, door: doorText(passbook), points }
  const behind = rows.findIndex((other) => other.points < points)
  const at = behind === -1 ? rows.length : behind
  return [...rows.slice(0, at), row, ...rows.slice(at)].slice(0, mostRows)
}

/** Places of a roll: the same points share a place, and the next place is skipped. */
export const placesOf = (
  rows: readonly RollRow[],
): readonly { readonly place: number; readonly household: string; readonly points: number }[] =>
  rows.map(({ door, points }) => ({
    place: rows.findIndex((row) => row.points === points) + 1,
    household: door,
    points,
  }))

/** A group skips long messages: never more lines than this. */
const mostLines = 12

const periodText = (period: string): string =>
  period.length === 4 ? `${period}年` : `${Number(period.slice(5))}月`

/** 群里发的文字: a roll in at most twelve lines. */
export const rollDigest = (
  centreName: string,
  period: string,
  places: ReturnType<typeof placesOf>,
): string => {
  const shown = places.slice(0, mostLines - 2)
  return [
    `【${centreName}】${periodText(period)}积分荣誉榜`,
    ...shown.map(({ place, household, points }) => `第${place}名 ${household} ${points}分`),
    shown.length === 0 ? '榜单每天夜里更新' : '感谢每一户的参与',
  ].join('\n')
}
