import { shanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import { tell } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { checkText } from '../_kit/text-check'
import { membersOf } from '../community/community.door'
import { isOwn } from './log.rule'
import { decisionNotices, newObjection, oldestNotice, whyNoObjection, whyNotDecidable } from './notice.rule'
import {
  beginUpholding,
  claimObjection,
  decideObjectionRow,
  giveUpUpholding,
  objectionById,
  objectionPage,
  shownToday,
  takeDown,
} from './notice.store'
import { passbookById } from './passbook.store'
import { reverse } from './reversal.store'

type Points = typeof pointsContract

/** How WeChat's text check counts an objection: words left for others to read. */
const forumScene = 3

/** What the centre's households may look at and object to today, newest first. */
export const publicNotice: Action<Points, 'publicNotice'> = async ({ centreId, after }, ask) => {
  const fetched = await shownToday(centreId, shanghaiDay(ask.now), oldestNotice(ask.now), after)
  const { rows, ...next } = pageOf(fetched)
  return {
    data: {
      rows: rows.map(({ _id, passbookId, household, reason, points, day, until }) => ({
        journalId: _id,
        passbookId,
        household,
        reason,
        points,
        day,
        until,
        mine: passbookId === ask.caller.resident?.householdId,
      })),
      ...next,
    },
  }
}

/** A household objects to a journal under 公示. */
export const object: Action<Points, 'object'> = along(
  ({ journalId }) => [{ from: 'publicNotices', id: journalId }],
  async ({ reason, ...asked }, ask) => {
    const notice = ask.rows.publicNotices
    const { openid: by, resident } = ask.caller
    if (!resident || resident.householdId === '') return refuse('POINTS.NO_PASSBOOK')
    const why = whyNoObjection(notice, asked, shanghaiDay(ask.now))
    if (!notice || why) return refuse(why ?? 'COMMON.NOT_FOUND')
    const refused = await checkText(by, reason, forumScene)
    if (refused) return refuse(refused)
    const objection = newObjection(notice, {
      fromHousehold: resident.householdId,
      by,
      byMasked: resident.nameMasked,
      reason,
      at: ask.now,
      requestKey: ask.requestKey,
    })
    if (!(await claimObjection(objection))) {
      const standing = await objectionById(objection._id)
      if (standing?.requestKey !== ask.requestKey) return refuse('POINTS.ALREADY_OBJECTED')
    }
    return { data: { objectionId: objection._id }, target: objection._id }
  },
)

/** A centre's objections in one state, newest first. */
export const objections: Action<Points, 'objections'> = async ({ centreId, state, after }) => {
  const { rows, ...next } = pageOf(await objectionPage(centreId, state, after))
  return {
    data: {
      rows: rows.map((row) => ({
        objectionId: row._id,
        passbookId: row.passbookId,
        journalId: row.journalId,
        household: row.household,
        line: row.line,
        points: row.points,
        by: row.byMasked,
        reason: row.reason,
        at: row.at,
        decision: row.decision,
      })),
      ...next,
    },
  }
}

/**
 * Decides an objection. Upholding marks it first, reverses the journal, then closes it: wherever it dies, nobody can
 * dismiss an objection whose journal was reversed, and anybody can finish upholding it.
 */
export const decideObjection: Action<Points, 'decideObjection'> = along(
  ({ objectionId }) => [{ from: 'objections', id: objectionId }],
  async ({ centreId, objectionId, decision, words }, ask) => {
    const objection = ask.rows.objections
    const { requestKey } = ask
    if (objection?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const state = decision === 'uphold' ? 'upheld' : 'dismissed'
    // told again when a repeat finds it decided: the first run may have died in between, and nobody hears it twice
    const done = async () => {
      const members = state === 'upheld' ? await membersOf([objection.passbookId]) : []
      const told = members.map(({ _id }) => _id)
      await tell(decisionNotices(objection, state, words, told), ask.now)
      return { data: { objectionId }, target: objectionId }
    }
    if (objection.state !== 'open' && objection.decidedIn === requestKey) return done()
    const passbook = await passbookById(centreId, objection.passbookId)
    const { resident } = ask.caller
    const isOwnCase =
      resident?.householdId === objection.fromHousehold ||
      (passbook !== undefined && isOwn(resident, passbook))
    const why = whyNotDecidable(objection, isOwnCase, decision)
    if (why) return refuse(why)

    if (decision === 'uphold') {
      const begun = await beginUpholding(objection, requestKey)
      if (begun === 'done') return done()
      if (begun === 'decided') return refuse('POINTS.ALREADY_DECIDED')
      const reversed = await reverse(passbook, objection.journalId, {
        at: ask.now,
        by: ask.caller.openid,
        byMasked: resident?.nameMasked ?? '',
        reason: words,
        requestKey,
      })
      if (isRefused(reversed) && reversed.refused !== 'POINTS.ALREADY_REVERSED') {
        await giveUpUpholding(objection, requestKey)
        const { refused } = reversed
        return refuse(
          refused === 'POINTS.SPENT_ALREADY' || refused === 'POINTS.PASSBOOK_CLOSED'
            ? refused
            : 'COMMON.NOT_FOUND',
        )
      }
      await takeDown(centreId, objection.journalId)
    }
    if (await decideObjectionRow(objection, state, words, requestKey)) return done()
    const now = await objectionById(objectionId)
    return now?.decidedIn === requestKey && now.state === state ? done() : refuse('POINTS.ALREADY_DECIDED')
  },
)
