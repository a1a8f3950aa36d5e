import { asInstant } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import { transact } from '../../_kit/ask'
import { tellWithin } from '../../_kit/notices'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { changeMatter } from '../matter/matter.store'
import { storyLine } from '../matter/story.rule'
import { mattersOn, remindAtOf } from './session.rule'
import { changeSession, livingIn, mattersForUpdate, sessionAlong, sessionForUpdate } from './session.store'
import { decideAnnouncing, whyNotAnnounced } from './session-calling.rule'
import {
  announcedText,
  askersOf,
  cancelledText,
  cancelMessage,
  invitation,
  listed,
  noticesTo,
} from './session-told.rule'

type Hall = typeof hallContract

/**
 * 发预告. The session, the step and the line of each of its matters, and the notices stand together or not at all.
 * Told are those who live in the buildings it asks, and those who asked for its matters.
 */
export const announceSession: Action<Hall, 'announceSession'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ centreId, sessionId, seen }, ask) => {
    // an edit since then is refused below, so that these are the buildings that are announced
    const people = await livingIn(centreId, ask.rows.sessions?.buildings ?? [])
    return transact(ask, async (transaction) => {
      const session = await sessionForUpdate(transaction, centreId, sessionId)
      if (!session) return refuse('COMMON.NOT_FOUND')
      const why = whyNotAnnounced(session, seen)
      if (why) return why
      const matters = await mattersForUpdate(transaction, centreId, mattersOn(session.agenda))
      const decided = decideAnnouncing(matters, session.startsAt, ask.now)
      if (isRefused(decided)) return decided
      for (const { matter, done } of decided) {
        const text = announcedText(matter, session, false)
        const line = storyLine(ask, { kind: 'announce', text, about: sessionId })
        await changeMatter(transaction, matter, { done, line })
      }
      const remindAt = remindAtOf(session.startsAt, ask.now)
      await changeSession(transaction, session, { state: 'announced', remindAt })
      const askers = decided.flatMap(({ matter }) => askersOf(matter))
      const notices = noticesTo([...people, ...askers], sessionId, invitation(session))
      await tellWithin(transaction, notices, ask.now)
      return { data: { told: notices.length }, target: sessionId }
    })
  },
)

/** Calls a session off. Of one that was announced, everybody who was asked hears, except those who stay away anyway. */
export const cancelSession: Action<Hall, 'cancelSession'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ centreId, sessionId, reason }, ask) => {
    const known = ask.rows.sessions
    const people = known?.state === 'announced' ? await livingIn(centreId, known.buildings) : []
    return transact(ask, async (transaction) => {
      const session = await sessionForUpdate(transaction, centreId, sessionId)
      if (!session) return refuse('COMMON.NOT_FOUND')
      const wasAnnounced = session.state === 'announced'
      if (!wasAnnounced && session.state !== 'draft') return refuse('HALL.SESSION_OVER')
      if (wasAnnounced && known?.state !== 'announced') return refuse('COMMON.CHANGED')
      const on = wasAnnounced ? mattersOn(session.agenda) : []
      const matters = (await mattersForUpdate(transaction, centreId, on)).flatMap((matter) => matter ?? [])
      for (const matter of matters) {
        const text = cancelledText(session, reason)
        const line = storyLine(ask, { kind: 'cancelled', text, about: sessionId })
        await changeMatter(transaction, matter, { line })
      }
      const remindAt = asInstant(0)
      await changeSession(transaction, session, { state: 'cancelled', cancelledBecause: reason, remindAt })
      const away = new Set(listed(session, 'away'))
      const asked = [...listed(session, 'all'), ...people, ...matters.flatMap(askersOf)]
      const notices = noticesTo(
        wasAnnounced ? asked.filter((who) => !away.has(who)) : [],
        sessionId,
        cancelMessage(session, reason),
      )
      await tellWithin(transaction, notices, ask.now)
      return { data: { told: notices.length }, target: sessionId }
    })
  },
)
