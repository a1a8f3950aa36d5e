import type { OutputOf, RefusalOf } from '../../types/common/contract'
import type { ShanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import { pointsRefusals } from '../../types/points.refusals'
import type { Ask } from '../_kit/ask'
import type { EarningItemDocument, Journal } from '../_kit/documents/points'
import { isRefused, type Refused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { checkText } from '../_kit/text-check'
import { householdById } from '../community/community.door'
import { inForce } from './earning-item.rule'
import { versionsAlong } from './earning-item.store'
import { handlingOf } from './handling'
import {
  ceilingsOfLog,
  dayOfLog,
  type Handling,
  isOwn,
  type Logged,
  loggable,
  logJournal,
  needsSecond,
  pendingLog,
  whyNotLogged,
} from './log.rule'
import { claimLog, type LoggedPassbook, passbookAlong, passbooksAt, postLog } from './log.store'
import { noticeOf } from './notice.rule'
import { show } from './notice.store'
import { emptyPassbook, openPassbook, passbookById } from './passbook.store'
import { settingsAlong } from './settings.store'

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
    settingsAlong(centreId),
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
  ({ centreId, itemId }) => [settingsAlong(centreId), versionsAlong(itemId, centreId)],
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
