import type { ShanghaiDay } from '../../types/common/time'
import type { DailyRunDocument, PassbookDocument } from '../_kit/documents/points'
import { addToRoll } from './honour-roll.rule'
import { addTo, type Link, noTotals } from './reconciliation.rule'

/** The daily work begins this many minutes past midnight, when what was asked before midnight is written. */
export const beginsAt = 10

export const dailyRunId = (day: ShanghaiDay): string => `points:${day}`

/** A run about a day that is over, before its first centre. */
export const newRun = (today: ShanghaiDay, day: ShanghaiDay): DailyRunDocument => ({
  _id: dailyRunId(today),
  day,
  centreId: '',
  after: '',
  done: false,
  step: 0,
  totals: noTotals,
  month: [],
  year: [],
})

/** The run with some passbooks of its centre, and their months by passbook, added to totals and honour rolls. */
export const withPassbooks = (
  run: DailyRunDocument,
  passbooks: readonly PassbookDocument[],
  links: ReadonlyMap<string, readonly Link[]>,
): DailyRunDocument => ({
  ...run,
  after: passbooks.at(-1)?.order ?? run.after,
  totals: passbooks.reduce(
    (totals, passbook) => addTo(totals, passbook, links.get(passbook._id) ?? [], run.day),
    run.totals,
  ),
  month: passbooks.reduce((rows, passbook) => addToRoll(rows, passbook, run.day.slice(0, 7)), run.month),
  year: passbooks.reduce((rows, passbook) => addToRoll(rows, passbook, run.day.slice(0, 4)), run.year),
})

/** The run at the beginning of its next centre, or done when there is none. */
export const atCentre = (run: DailyRunDocument, centreId: string | undefined): DailyRunDocument => ({
  ...newRun(run.day, run.day),
  _id: run._id,
  step: run.step,
  centreId: centreId ?? run.centreId,
  done: centreId === undefined,
})
