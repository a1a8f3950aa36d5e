import { randomBytes } from 'node:crypto'
import type { hallContract } from '../../../types/hall.contract'
import { type Ask, transact } from '../../_kit/ask'
import { buildingName } from '../../_kit/door.rule'
import { tellWithin } from '../../_kit/notices'
import { pageOf } from '../../_kit/page.rule'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { changeMatter } from '../matter/matter.store'
import { storyLine } from '../matter/story.rule'
import { invitedRows, newSession, type Planned } from './session.row'
import {
  agendaOf,
  areHours,
  badAgenda,
  edited,
  hasMoved,
  mattersOn,
  todaysOrder,
  whyNotEdited,
} from './session.rule'
import {
  changeSession,
  insertSession,
  livingIn,
  mattersAlong,
  mattersForUpdate,
  type PageOfSessions,
  sessionAlong,
  sessionForUpdate,
  sessionPage,
} from './session.store'
import { factsView, listedView, partiesView } from './session.view'
import { decideAnnouncing } from './session-calling.rule'
import { announcedText, listed, moveMessage, noticesTo } from './session-told.rule'

type Hall = typeof hallContract

const pageFor = async (
  asked: Pick<PageOfSessions, 'centreId' | 'show' | 'after'>,
  withDrafts: boolean,
  { caller, now }: Ask,
) => {
  const fetched = await sessionPage({ ...asked, withDrafts, today: todaysOrder(now) }, caller.openid)
  const { rows, ...next } = pageOf(fetched)
  return { data: { rows: rows.map((row) => listedView(row, caller.resident)), ...next } }
}

/** Sessions of today and later, or earlier ones; drafts are the staff's. */
export const sessions: Action<Hall, 'sessions'> = ({ after, ...asked }, ask) =>
  pageFor({ ...asked, after }, false, ask)

/** The same with drafts. */
export const sessionsOfStaff: Action<Hall, 'sessionsOfStaff'> = ({ after, ...asked }, ask) =>
  pageFor({ ...asked, after }, true, ask)

/** One session as residents see it. */
export const session: Action<Hall, 'session'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async (_input, ask) => {
    const found = ask.rows.sessions
    if (!found || found.state === 'draft') return refuse('COMMON.NOT_FOUND')
    return { data: factsView(found, ask.caller.resident, false) }
  },
)

/** One session with its list and what is being written down. */
export const sessionOfStaff: Action<Hall, 'sessionOfStaff'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async (_input, ask) => {
    const found = ask.rows.sessions
    if (!found) return refuse('COMMON.NOT_FOUND')
    const facts = factsView(found, ask.caller.resident, true)
    return { data: { ...facts, parties: partiesView(found), changes: found.changes } }
  },
)

const draft = async (planned: Planned, ask: Ask) => {
  if (!areHours(planned, ask.now)) return refuse('HALL.WRONG_HOURS')
  const made = newSession(planned, randomBytes(24).toString('base64'), ask.requestKey)
  await insertSession(made)
  return { data: { sessionId: made._id, changes: 0 }, target: made._id }
}

/**
 * Edits a draft or an announced session. Of one that is announced, people who know of it are told when time or place
 * change, and the stories of the matters that are new on its agenda, in the same transaction.
 */
const edit = async (planned: Planned, sessionId: string, seen: number, ask: Ask) => {
  const { centreId } = planned
  const known = ask.rows.sessions
  const isTold = known?.state === 'announced' && hasMoved(known, planned)
  const people = isTold ? await livingIn(centreId, planned.buildings) : []
  const found = new Set((ask.lists.matters ?? []).map(({ _id }) => _id))

  return transact(ask, async (transaction) => {
    const before = await sessionForUpdate(transaction, centreId, sessionId)
    if (!before) return refuse('COMMON.NOT_FOUND')
    const why = whyNotEdited(before, planned, seen, ask.now)
    if (why) return why
    const had = mattersOn(before.agenda)
    if (mattersOn(planned.agenda).some((id) => !found.has(id) && !had.includes(id))) {
      return refuse('HALL.UNKNOWN_MATTER')
    }
    const { parties, ...facts } = planned
    const agenda = agendaOf(planned.agenda, before.agenda, ask.requestKey)
    const rows = invitedRows(parties, before.parties, ask.requestKey)
    const { fields, gone, moved, toAnnounce } = edited(before, { ...facts, agenda, rows }, ask.now)
    if ((fields.left ?? 0) < 0) return refuse('HALL.SESSION_FULL')
    if (moved || toAnnounce.length > 0) {
      const matters = await mattersForUpdate(transaction, centreId, toAnnounce)
      const decided = decideAnnouncing(matters, planned.startsAt, ask.now, before.startsAt)
      if (isRefused(decided)) return decided
      for (const { matter, done } of decided) {
        const text = announcedText(matter, planned, had.includes(matter._id))
        const line = storyLine(ask, { kind: 'announce', text, about: sessionId })
        await changeMatter(transaction, matter, { done, line })
      }
    }
    await changeSession(transaction, before, fields, rows, gone)
    const changes = before.changes + 1
    if (moved) {
      const message = moveMessage({ ...before, ...fields, changes })
      const notices = noticesTo([...listed(before, 'all'), ...people], sessionId, message)
      await tellWithin(transaction, notices, ask.now)
    }
    return { data: { sessionId, changes }, target: sessionId }
  })
}

/** Plans a session, or changes what is planned. */
export const saveSession: Action<Hall, 'saveSession'> = along(
  ({ centreId, sessionId, agenda }) => {
    const matters = mattersOn(agenda)
    return [
      ...(matters.length > 0 ? [mattersAlong(centreId, matters)] : []),
      ...(sessionId === undefined ? [] : [sessionAlong(centreId, sessionId)]),
    ]
  },
  async ({ sessionId, seen, ...input }, ask) => {
    const faults = badAgenda(input.agenda)
    if (faults) return refuse('COMMON.BAD_INPUT', faults)
    const planned = { ...input, buildings: [...new Set(input.buildings.map(buildingName))] }
    if (sessionId !== undefined) return edit(planned, sessionId, seen, ask)
    const found = (ask.lists.matters ?? []).length
    return found < mattersOn(planned.agenda).length ? refuse('HALL.UNKNOWN_MATTER') : draft(planned, ask)
  },
)
