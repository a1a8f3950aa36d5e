import { asInstant } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import { idOf } from '../../_kit/ids'
import { isRefused, refuse } from '../../_kit/refusal'
import { validUntil } from '../../_kit/rotating-code.rule'
import { type Action, along } from '../../_kit/serve'
import { handwritten } from './session.row'
import { changeRsvp, countWrong, joinList, sessionAlong, sessionById, writePresence } from './session.store'
import {
  comingBy,
  decideCheckIn,
  decideMark,
  decideRsvp,
  joinedRow,
  keptForComing,
  whyNotOnSite,
} from './session-attending.rule'
import { sessionDigits, sessionWindow } from './session-code.rule'

type Hall = typeof hallContract

/** A row of the list changes under one when the same person taps on two phones; each try sees it anew. */
const tries = 5

/** Says whether somebody comes. One conditional update; saying it again changes nothing. */
export const rsvp: Action<Hall, 'rsvp'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ centreId, sessionId, coming }, ask) => {
    const { resident } = ask.caller
    const after = coming ? 'yes' : 'no'
    let session = ask.rows.sessions
    for (let attempt = 0; session && resident && attempt < tries; attempt += 1) {
      const decided = decideRsvp(session, resident, coming, ask.now)
      if (isRefused(decided)) return decided
      if (decided.kind === 'done') return { data: { coming: session.coming }, target: sessionId }
      const { kind, key, own } = decided
      const before = own?.rsvp ?? 'none'
      const by = comingBy(before, after)
      const row = joinedRow(session, resident, { rsvp: after, presentAt: asInstant(0) })
      const isWritten =
        kind === 'join'
          ? await joinList(session, key, row, coming ? 0 : keptForComing)
          : await changeRsvp(session, key, before, after, by)
      if (isWritten) return { data: { coming: session.coming + by }, target: sessionId }
      session = await sessionById(centreId, sessionId)
    }
    return refuse(session ? 'COMMON.BUSY' : 'COMMON.NOT_FOUND')
  },
)

/** Somebody arrives. Once; a repeat answers the same. */
export const checkInToSession: Action<Hall, 'checkInToSession'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ centreId, sessionId, code }, ask) => {
    const { resident } = ask.caller
    let session = ask.rows.sessions
    for (let attempt = 0; session && resident && attempt < tries; attempt += 1) {
      const decided = decideCheckIn(session, resident, code, ask.now)
      if (isRefused(decided)) return decided
      if (decided.kind === 'done') return { data: { present: session.present }, target: sessionId }
      if (decided.kind === 'wrong') {
        await countWrong(session, decided.key)
        return refuse('HALL.BAD_CODE')
      }
      const row = joinedRow(session, resident, { rsvp: 'none', presentAt: ask.now })
      const isWritten =
        decided.kind === 'join'
          ? await joinList(session, decided.key, row)
          : await writePresence(session, decided.key, ask.now)
      if (isWritten) return { data: { present: session.present + 1 }, target: sessionId }
      session = await sessionById(centreId, sessionId)
    }
    return refuse(session ? 'COMMON.BUSY' : 'COMMON.NOT_FOUND')
  },
)

/** The code shown at the door; it changes every minute. */
export const sessionCode: Action<Hall, 'sessionCode'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async (_input, ask) => {
    const session = ask.rows.sessions
    if (!session) return refuse('COMMON.NOT_FOUND')
    const code = sessionDigits(session.seed, session._id, ask.now)
    return whyNotOnSite(session) ?? { data: { code, validUntil: validUntil(ask.now, sessionWindow) } }
  },
)

/** Ticks somebody on the list present or absent. */
export const markPresent: Action<Hall, 'markPresent'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ centreId, sessionId, key, present }, ask) => {
    let session = ask.rows.sessions
    for (let attempt = 0; session && attempt < tries; attempt += 1) {
      const decided = decideMark(session, key, present)
      if (decided === 'done') return { data: { present: session.present }, target: sessionId }
      if (decided !== 'write') return decided
      if (await writePresence(session, key, present ? ask.now : 0)) {
        return { data: { present: session.present + (present ? 1 : -1) }, target: sessionId }
      }
      session = await sessionById(centreId, sessionId)
    }
    return refuse(session ? 'COMMON.BUSY' : 'COMMON.NOT_FOUND')
  },
)

/** Writes in somebody who came without being on the list; the request makes the row's key. */
export const addParty: Action<Hall, 'addParty'> = along(
  ({ centreId, sessionId }) => [sessionAlong(centreId, sessionId)],
  async ({ centreId, sessionId, ...party }, ask) => {
    const key = idOf('door', ask.requestKey)
    const session = ask.rows.sessions
    if (!session) return refuse('COMMON.NOT_FOUND')
    const why = whyNotOnSite(session)
    const done = (present: number) => ({ data: { key, present }, target: sessionId })
    if (session.parties[key]) return done(session.present)
    if (why) return why
    if (await joinList(session, key, handwritten(party, 'door', ask.now))) return done(session.present + 1)
    const now = await sessionById(centreId, sessionId)
    if (now?.parties[key]) return done(now.present)
    return (now && whyNotOnSite(now)) ?? refuse('HALL.SESSION_FULL')
  },
)
