import { asInstant } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import { transact } from '../../_kit/ask'
import type { SessionDocument } from '../../_kit/documents/sessions'
import { tellWithin } from '../../_kit/notices'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { changeMatter } from '../matter/matter.store'
import { storyLine } from '../matter/story.rule'
import { mattersOn } from './session.rule'
import {
  changeSession,
  mattersForUpdate,
  sessionAlong,
  sessionById,
  sessionForUpdate,
  writeFiles,
  writeMinutes,
} from './session.store'
import { decideClosing, whyNotClosed } from './session-closing.rule'
import { askersOf, heldText, listed, minutesMessage, noticesTo } from './session-told.rule'

type Hall = typeof hallContract

/** Writes down one item; two who write at once notice each other. */
export const saveMinutes: Action<Hall, 'saveMinutes'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ centreId, sessionId, itemId, seen, ...minutes }, ask) => {
    const session = ask.rows.sessions
    if (!session) return refuse('COMMON.NOT_FOUND')
    const isOurs = ({ requestKey }: SessionDocument) => requestKey === ask.requestKey
    const done = (changes: number) => ({ data: { changes }, target: sessionId })
    if (isOurs(session)) return done(session.changes)
    if (session.state === 'held' || session.state === 'cancelled') return refuse('HALL.SESSION_OVER')
    const at = session.agenda.findIndex((item) => item.itemId === itemId)
    if (at < 0) return refuse('HALL.NO_ITEM')
    if (await writeMinutes(session, at, minutes, seen, ask.requestKey)) return done(seen + 1)
    const now = await sessionById(centreId, sessionId)
    return now && isOurs(now) ? done(now.changes) : refuse('COMMON.CHANGED')
  },
)

/** Photos of the place and papers people may read. */
export const saveSessionFiles: Action<Hall, 'saveSessionFiles'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ sessionId, photos, attachments }, ask) => {
    const session = ask.rows.sessions
    if (!session) return refuse('COMMON.NOT_FOUND')
    await writeFiles(session, { photos, attachments })
    return { data: { files: photos.length + attachments.length }, target: sessionId }
  },
)

/**
 * 散会. The session, the steps and the line of each of its matters, and the notices stand together or not at all. Told
 * are those who were there and those who asked for its matters.
 */
export const closeSession: Action<Hall, 'closeSession'> = async ({ centreId, sessionId, seen }, ask) =>
  transact(ask, async (transaction) => {
    const session = await sessionForUpdate(transaction, centreId, sessionId)
    if (!session) return refuse('COMMON.NOT_FOUND')
    const why = whyNotClosed(session, seen, ask.now)
    if (why) return why
    const matters = await mattersForUpdate(transaction, centreId, mattersOn(session.agenda))
    const decided = decideClosing(session, matters)
    if (isRefused(decided)) return decided
    const { startsAt: at, title, agenda, present } = session
    for (const { matter, done, item } of decided) {
      const { outcome } = item
      const kind = outcome === 'resolved' ? 'resolve' : 'minutes'
      const line = storyLine(ask, { kind, text: heldText(matter, item, present), about: sessionId })
      await changeMatter(transaction, matter, { done, line, session: { sessionId, at, title, outcome } })
    }
    await changeSession(transaction, session, { state: 'held', remindAt: asInstant(0) })
    const people = [...listed(session, 'present'), ...decided.flatMap(({ matter }) => askersOf(matter))]
    await tellWithin(transaction, noticesTo(people, sessionId, minutesMessage(session)), ask.now)
    const items = agenda.map((item) => ({ title: item.title, outcome: item.outcome }))
    return { data: { present, items }, target: sessionId }
  })
