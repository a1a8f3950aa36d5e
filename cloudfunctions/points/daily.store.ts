import type { Instant, ShanghaiDay } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { DailyRunDocument, HonourRollDocument, PassbookDocument } from '../_kit/documents/points'
import { putAway } from '../_kit/ledger/book.store'
import { list, table } from '../_kit/table'
import type { Archived } from './archive.rule'
import { dailyRunId, newRun } from './daily.rule'
import type { Link } from './reconciliation.rule'

/** How many passbooks are worked on at once. */
export const chunkSize = 40

/** Today's run about `day`, begun when it is not yet. 1–2 requests. */
export const runOf = async (today: ShanghaiDay, day: ShanghaiDay): Promise<DailyRunDocument | undefined> => {
  const run = await table('dailyRuns').get(dailyRunId(today))
  if (run) return run
  const begun = newRun(today, day)
  return (await table('dailyRuns').claim(begun)) ? begun : undefined
}

/** Writes how far a run has come; false when another timer was faster. */
export const advance = async (from: DailyRunDocument, to: DailyRunDocument): Promise<boolean> => {
  const { _id, totals, step: _step, ...rest } = to
  const updated = await table('dailyRuns').update(
    { _id, step: from.step },
    { ...rest, totals: _.set(totals), step: _.inc(1) },
  )
  return updated === 1
}

/** The first centre after another that has passbooks. */
export const nextCentre = async (after: string): Promise<string | undefined> => {
  const [passbook] = await table('passbooks').find(
    { centreId: _.gt(after) },
    { order: [['centreId', 'asc']], limit: 1, fields: { centreId: true } },
  )
  return passbook?.centreId
}

/** Some passbooks of a centre, lines and all, after the one with an `order`. */
export const chunkOf = (centreId: string, after: string): Promise<PassbookDocument[]> =>
  table('passbooks').find({ centreId, order: _.gt(after) }, { order: [['order', 'asc']], limit: chunkSize })

/**
 * The months of some passbooks that were put away, oldest first, by passbook; one request. To be read after the
 * passbooks: a month that is put away in between still stands in the passbook that was read.
 */
export const linksOf = async (
  passbooks: readonly PassbookDocument[],
): Promise<ReadonlyMap<string, readonly Link[]>> => {
  const rows = await list<{ readonly _id: string; readonly links: readonly Link[] }>(
    table('passbookPages')
      .aggregate()
      .match({ bookId: _.in(passbooks.map(({ _id }) => _id)) })
      .project({ bookId: 1, month: 1, opening: 1, closing: 1, moved: { $sum: '$journals.amount' } })
      .sort({ month: 1 })
      .group({
        _id: '$bookId',
        links: { $push: { month: '$month', opening: '$opening', closing: '$closing', moved: '$moved' } },
      })
      .limit(chunkSize),
  )
  return new Map(rows.map(({ _id, links }) => [_id, links]))
}

/** Puts a month away, and drops counters nobody asks for any more. False when the passbook was written in meanwhile. */
export const archive = (
  passbook: PassbookDocument,
  { units, bought, ...month }: Archived,
): Promise<boolean> => putAway('passbooks', passbook, month, { units: _.set(units), bought: _.set(bought) })

/** Writes what a centre's day came to: its reconciliation and the honour rolls of month and year. Again is harmless. */
export const writeDay = async (run: DailyRunDocument, now: Instant): Promise<void> => {
  const { centreId, day, totals } = run
  const id = `${centreId}:${day}`
  await table('reconciliations').claim({ _id: id, centreId, day, ...totals, order: id })
  await writeRoll({ centreId, period: day.slice(0, 7), rows: run.month }, now)
  await writeRoll({ centreId, period: day.slice(0, 4), rows: run.year }, now)
}

const writeRoll = async (
  { centreId, period, rows }: Pick<HonourRollDocument, 'centreId' | 'period' | 'rows'>,
  at: Instant,
): Promise<void> => {
  const _id = `${centreId}:${period}`
  if (await table('honourRolls').claim({ _id, centreId, period, rows, at })) return
  await table('honourRolls').update({ _id }, { rows, at })
}
