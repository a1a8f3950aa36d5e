import { addDays, type Instant, minutesOfDay, type ShanghaiDay, shanghaiDay } from '../../types/common/time'
import type { DailyRunDocument, PassbookDocument } from '../_kit/documents/points'
import { type NoticeToSend, tell } from '../_kit/notices'
import { centreNameOf, holdersOf, membersOf } from '../community/community.door'
import { archiveOf } from './archive.rule'
import { atCentre, beginsAt, withPassbooks } from './daily.rule'
import { advance, archive, chunkOf, chunkSize, linksOf, nextCentre, runOf, writeDay } from './daily.store'
import { dueNotice, expiryOf } from './expiry.rule'
import { noticesOf } from './notice.rule'
import { showMissing } from './notice.store'
import { post } from './passbook.store'
import { settingsOf } from './settings.rule'
import { settingsAt } from './settings.store'
import { driftNotices } from './told.rule'

/** A tick has twenty seconds; whatever is left goes on in the next. */
const patience = 10_000

const expiryNotices = async (
  passbooks: readonly PassbookDocument[],
  expireAfterYears: number,
  today: ShanghaiDay,
): Promise<NoticeToSend[]> => {
  const due = passbooks.flatMap((passbook) => {
    const notice = dueNotice(passbook, expireAfterYears, today)
    return notice ? [[passbook._id, notice] as const] : []
  })
  if (due.length === 0) return []
  const byHousehold = new Map(due)
  const members = await membersOf(due.map(([id]) => id))
  return members.flatMap(({ _id: to, householdId }) => {
    const notice = byHousehold.get(householdId)
    if (!notice) return []
    const { points, on, days } = notice
    return {
      to,
      title: '积分快到期了',
      text: `您家有 ${points} 分在 ${Number(on.slice(0, 4))}年12月31日到期,之前都可以兑换。`,
      page: '/points/resident/passbook-page',
      once: `expiry:${householdId}:${on}:${days}`,
    }
  })
}

/** Everything that is done to some passbooks of a centre each day; again is harmless. */
const tend = async (
  centreId: string,
  passbooks: readonly PassbookDocument[],
  today: ShanghaiDay,
  now: Instant,
): Promise<void> => {
  const { expireAfterYears } = settingsOf(await settingsAt(centreId))
  for (const passbook of passbooks) {
    const expiry = expiryOf(passbook, expireAfterYears, today, now)
    // redeemed a moment ago: what lapses has to be worked out again, tomorrow
    if (expiry) await post(centreId, passbook._id, expiry, { guards: { written: passbook.written } })
    const archived = expiry ? undefined : archiveOf(passbook, today)
    if (archived) await archive(passbook, archived)
  }
  await showMissing(passbooks.flatMap((passbook) => noticesOf(passbook, today)).slice(0, 1000))
  await tell(await expiryNotices(passbooks, expireAfterYears, today), now)
}

/** Drift is told before the day is written: a run that dies in between tells again, and nobody hears it twice. */
const tellOfDrift = async ({ centreId, day, totals: { drift } }: DailyRunDocument, now: Instant) => {
  if (drift.length === 0) return
  const [centreName, auditors] = [await centreNameOf(centreId), await holdersOf(centreId, 'points.audit')]
  await tell(driftNotices(auditors, centreName, { centreId, day, drift }), now)
}

/** One step of a run: some passbooks, or the end of a centre. */
const step = async (run: DailyRunDocument, today: ShanghaiDay, now: Instant): Promise<DailyRunDocument> => {
  if (run.centreId === '') return atCentre(run, await nextCentre(''))
  const passbooks = await chunkOf(run.centreId, run.after)
  const links = await linksOf(passbooks)
  await tend(run.centreId, passbooks, today, now)
  const further = withPassbooks(run, passbooks, links)
  if (passbooks.length === chunkSize) return further
  await tellOfDrift(further, now)
  await writeDay(further, now)
  return atCentre(run, await nextCentre(run.centreId))
}

/**
 * The daily work, once per day in China and continued over as many ticks as it takes: points lapse and are announced,
 * finished months are put away, yesterday is reconciled and the honour rolls are worked out, centre by centre.
 */
export const workThroughDay = async (now: Instant): Promise<void> => {
  if (minutesOfDay(now) < beginsAt) return
  const began = performance.now()
  const today = shanghaiDay(now)
  let run = await runOf(today, addDays(today, -1))
  while (run && !run.done && performance.now() - began < patience) {
    const next: DailyRunDocument = await step(run, today, now)
    if (!(await advance(run, next))) return // another timer goes on
    run = { ...next, step: run.step + 1 }
  }
}
