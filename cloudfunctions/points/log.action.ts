import type { OutputOf, RefusalOf } from '../../types/common/contract'
import type { ShanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import { pointsRefusals } from '../../types/points.refusals'
import { type Ask, transact } from '../_kit/ask'
import type { EarningItemDocument, Journal } from '../_kit/documents/points'
import { pageOf } from '../_kit/page.rule'
import { isRefused, type Outcome, type Refused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { checkText } from '../_kit/text-check'
import { householdById } from '../community/community.door'
import { inForce } from './earning-item.rule'
import { versionById, versionsAlong } from './earning-item.store'
import {
  approvedJournal,
  ceilingsOfLog,
  dayOfLog,
  type Handling,
  isOwn,
  type Logged,
  loggable,
  logJournal,
  needsSecond,
  noticeUntilOf,
  pendingLog,
  whyNotDecided,
  whyNotLogged,
} from './log.rule'
import {
  claimLog,
  type LoggedPassbook,
  logForUpdate,
  passbookAlong,
  passbooksAt,
  postLog,
  settleLog,
  waitingLogs,
} from './log.store'
import { noticeOf } from './notice.rule'
import { show } from './notice.store'
import { emptyPassbook, openPassbook, passbookById } from './passbook.store'
import { settingsOf } from './settings.rule'

type Points = typeof pointsContract
type LogRefusal = RefusalOf<Points, 'logPoints'>

/** How WeChat's text check counts a note: words left for others to read. */
const forumScene = 3

/** One log, the same for every household it is made for. */
interface Log {
  readonly item: EarningItemDocument
  readonly logged: Logged
  readonly happenedOn: ShanghaiDay
  readonly handling: Handling
}

const handlingOf = (ask: Ask): Handling => ({
  now: ask.now,
  by: ask.caller.openid,
  byMasked: ask.caller.resident?.nameMasked ?? '',
  requestKey: ask.requestKey,
  noticeUntil: noticeUntilOf(ask.now, settingsOf(ask.rows.pointsSettings).noticeDays),
})

/** What a log is, by the version in force on its day; or why there is none, whoever it would be for. */
const logOf = async (
  centreId: string,
  logged: Logged,
  ask: Ask,
): Promise<Log | Refused<RefusalOf<Points, 'logMany'>>> => {
  const day = dayOfLog(logged.happenedAt, ask.now)
  if (isRefused(day)) return day
  const { happenedOn } = day
  const item = loggable(inForce(ask.lists.earningItems ?? [], centreId, happenedOn), logged.evidence)
  if (isRefused(item)) return item
  const refused = logged.note ? await checkText(ask.caller.openid, logged.note, forumScene) : undefined
  return refused ? refuse(refused) : { item, logged, happenedOn, handling: handlingOf(ask) }
}

/** The passbook of a household, opened at its first log. */
const openedPassbook = async (centreId: string, passbookId: string): Promise<LoggedPassbook | undefined> => {
  const household = await householdById(centreId, passbookId)
  if (!household || household.members === 0) return undefined
  const passbook = emptyPassbook(household)
  await openPassbook(passbook)
  return passbook
}

/** What became of a log: its journal, or nothing yet while it waits. */
type Made = { readonly state: 'logged'; readonly journal: Journal } | { readonly state: 'waiting' }

const logFor = async (
  passbook: LoggedPassbook | undefined,
  { item, logged, happenedOn, handling }: Log,
  ask: Ask,
): Promise<Made | Refused<LogRefusal>> => {
  if (!passbook) return refuse('POINTS.NO_PASSBOOK')
  if (isOwn(ask.caller.resident, passbook)) return refuse('POINTS.OWN_HOUSEHOLD')
  const ceilings = ceilingsOfLog(item, logged.units, happenedOn)
  if (needsSecond(item, logged.units)) {
    const why = whyNotLogged(passbook, ceilings)
    if (why) return refuse(why)
    await claimLog(pendingLog(passbook, item, logged, happenedOn, handling))
    return { state: 'waiting' }
  }
  const journal = logJournal(passbook, item, logged, happenedOn, handling)
  const { itemId } = item
  if (await postLog(passbook, journal, { itemId, happenedOn, units: logged.units }, ceilings)) {
    return { state: 'logged', journal }
  }
  const now = await passbookById(passbook.centreId, passbook._id)
  const standing = now?.journals.find(({ id }) => id === journal.id) // the same request was here before
  if (standing) return { state: 'logged', journal: standing }
  const why = now && whyNotLogged(now, ceilings)
  return why ? refuse(why) : refuse('COMMON.BUSY')
}

/** Logs an item for one household: caller with passbook, versions and settings, posting, 公示, audit row. */
export const logPoints: Action<Points, 'logPoints'> = along(
  ({ centreId, passbookId, itemId }) => [
    passbookAlong(centreId, passbookId),
    { from: 'pointsSettings', id: centreId },
    versionsAlong(itemId, centreId),
  ],
  async ({ centreId, passbookId, itemId: _item, ...logged }, ask) => {
    const log = await logOf(centreId, logged, ask)
    if (isRefused(log)) return log
    const passbook = ask.rows.passbooks ?? (await openedPassbook(centreId, passbookId))
    const made = await logFor(passbook, log, ask)
    if (isRefused(made)) return made
    const points = logged.units * log.item.points
    if (made.state === 'waiting') return { data: { state: 'waiting', points }, target: passbookId }
    const notice = passbook && noticeOf(passbook, made.journal)
    if (notice) await show([notice])
    return { data: { state: 'logged', points: made.journal.amount }, target: passbookId }
  },
)

/** Postings that run beside each other. */
const abreast = 10

/** Logs an item for many households; each gets its own answer. */
export const logMany: Action<Points, 'logMany'> = along(
  ({ centreId, itemId }) => [{ from: 'pointsSettings', id: centreId }, versionsAlong(itemId, centreId)],
  async ({ centreId, passbookIds, itemId: _item, ...logged }, ask) => {
    const log = await logOf(centreId, logged, ask)
    if (isRefused(log)) return log
    const ids = [...new Set(passbookIds)]
    const known = new Map((await passbooksAt(centreId, ids)).map((passbook) => [passbook._id, passbook]))

    const rows: OutputOf<Points, 'logMany'>['rows'][number][] = []
    const notices: NonNullable<ReturnType<typeof noticeOf>>[] = []
    const logOne = async (passbookId: string) => {
      const passbook = known.get(passbookId) ?? (await openedPassbook(centreId, passbookId))
      const made = await logFor(passbook, log, ask)
      if (isRefused(made)) {
        const texts: Readonly<Record<string, string>> = pointsRefusals
        return {
          row: { passbookId, state: 'refused' as const, message: texts[made.refused] ?? '没有记上,请重试' },
        }
      }
      if (made.state === 'waiting') {
        return { row: { passbookId, state: 'waiting' as const, message: '等另一位同事复核' } }
      }
      const row = { passbookId, state: 'logged' as const, message: `已记 ${made.journal.amount} 分` }
      return { row, notice: passbook && noticeOf(passbook, made.journal) }
    }
    for (let from = 0; from < ids.length; from += abreast) {
      for (const { row, notice } of await Promise.all(ids.slice(from, from + abreast).map(logOne))) {
        rows.push(row)
        if (notice) notices.push(notice)
      }
    }
    await show(notices)
    return { data: { rows }, target: log.item.itemId }
  },
)

/** Logs that wait for a second person, oldest first. */
export const pendingLogs: Action<Points, 'pendingLogs'> = async ({ centreId, after }, ask) => {
  const { rows, ...next } = pageOf(await waitingLogs(centreId, after))
  return {
    data: {
      rows: rows.map(({ _id, building, room, title, units, points, note, evidence, happenedOn, ...row }) => ({
        logId: _id,
        building,
        room,
        title,
        units,
        points,
        note,
        evidence,
        happenedOn,
        by: row.byMasked,
        mine: row.by === ask.caller.openid,
      })),
      ...next,
    },
  }
}

type Decided = Outcome<OutputOf<Points, 'decideLog'>, RefusalOf<Points, 'decideLog'>>

/** 复核: another person approves a log, which posts it, or turns it down; in one transaction. */
export const decideLog: Action<Points, 'decideLog'> = along(
  ({ centreId, logId }) => [
    { from: 'pendingLogs', id: logId },
    { from: 'pointsSettings', id: centreId },
  ],
  async ({ centreId, logId, decision }, ask) => {
    const waiting = ask.rows.pendingLogs
    const item = waiting && (await versionById(waiting.itemId, waiting.version))
    if (!item) return refuse('COMMON.NOT_FOUND')
    return transact(ask, async (transaction): Promise<Decided> => {
      const found = await logForUpdate(transaction, centreId, logId)
      if (!found) return refuse('COMMON.NOT_FOUND')
      const { log, passbook } = found
      const why =
        whyNotDecided(log, ask.caller.openid, isOwn(ask.caller.resident, passbook)) ??
        (decision === 'approve'
          ? whyNotLogged(passbook, ceilingsOfLog(item, log.units, log.happenedOn))
          : undefined)
      if (why) return refuse(why)
      const journal = decision === 'approve' ? approvedJournal(log, handlingOf(ask)) : undefined
      await settleLog(transaction, log, journal)
      const notice = journal && noticeOf(passbook, journal)
      if (notice) await transaction.insert('publicNotices', notice)
      return { data: { logId }, target: logId }
    })
  },
)
