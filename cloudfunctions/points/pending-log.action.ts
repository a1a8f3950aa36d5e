import type { OutputOf, RefusalOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'
import { transact } from '../_kit/ask'
import { tellWithin } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { type Outcome, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { versionById } from './earning-item.store'
import { handlingOf } from './handling'
import { approvedJournal, ceilingsOfLog, isOwn, whyNotDecided, whyNotLogged } from './log.rule'
import { logForUpdate, settleLog, waitingLogs } from './log.store'
import { noticeOf } from './notice.rule'
import { settingsAlong } from './settings.store'
import { decidedNotice } from './told.rule'

type Points = typeof pointsContract

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
  ({ centreId, logId }) => [{ from: 'pendingLogs', id: logId }, settingsAlong(centreId)],
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
      await tellWithin(transaction, [decidedNotice(log, decision)], ask.now)
      const notice = journal && noticeOf(passbook, journal)
      if (notice) await transaction.insert('publicNotices', notice)
      return { data: { logId }, target: logId }
    })
  },
)
