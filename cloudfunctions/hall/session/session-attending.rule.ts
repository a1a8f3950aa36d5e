import { reaches } from '../../../types/common/roles'
import type { Instant } from '../../../types/common/time'
import type { ResidentDocument } from '../../_kit/documents/community'
import type { Party, SessionDocument } from '../../_kit/documents/sessions'
import { idOf } from '../../_kit/ids'
import { type Refused, refuse } from '../../_kit/refusal'
import { isSessionDigits } from './session-code.rule'

/** Check-in opens this long before a session begins. */
const early = 60 * 60_000
/** Whoever gives more wrong codes than this is guessing; the staff can still tick them. */
const mostWrong = 20
/** The last rows of the list are kept for those who come: whoever stays away takes none of them. */
export const keptForComing = 100

type Session = Omit<SessionDocument, 'order'>
type Somebody = Pick<ResidentDocument, '_id' | 'nameSealed' | 'nameMasked' | 'centreId' | 'building' | 'room'>

/** Under which key a resident is on the list of a session. */
export const partyKey = (sessionId: string, openid: string): string => idOf('party', sessionId, openid)

const livesIn = ({ centreId, buildings }: Pick<Session, 'centreId' | 'buildings'>, home: Somebody): boolean =>
  reaches(centreId, home.centreId) && buildings.includes(home.building)

/** Whether somebody may come: on the list already, living in an invited building, or everybody may. */
export const isInvited = (
  session: Pick<Session, 'centreId' | 'buildings' | 'open'> & { readonly isListed: boolean },
  person: Somebody,
): boolean => session.isListed || session.open || livesIn(session, person)

/** The row of a resident who joins the list: an owner where their building is asked, else of the residents. */
export const joinedRow = (
  session: Pick<Session, 'centreId' | 'buildings'>,
  person: Somebody,
  said: Pick<Party, 'rsvp' | 'presentAt'>,
): Party => ({
  role: livesIn(session, person) ? 'owner' : 'resident',
  title: `${person.building} ${person.room}`.trim(),
  nameSealed: person.nameSealed,
  nameMasked: person.nameMasked,
  who: person._id,
  source: 'joined',
  ...said,
})

/** What has to be written: nothing, a row of one's own, or something in it. */
type Attendance<Code extends string> =
  | { readonly kind: 'done' }
  | { readonly kind: 'join' | 'change'; readonly key: string; readonly own?: Party }
  | Refused<Code>

/** An arrival, or a wrong code to be counted. */
type Arrival<Code extends string> = Attendance<Code> | { readonly kind: 'wrong'; readonly key: string }

/** 回执: whether somebody comes. Possible until the session ends; saying the same again changes nothing. */
export const decideRsvp = (
  session: Session,
  person: Somebody,
  coming: boolean,
  now: Instant,
): Attendance<'HALL.NOT_INVITED' | 'HALL.SESSION_OVER' | 'HALL.SESSION_FULL'> => {
  if (session.state === 'draft') return refuse('COMMON.NOT_FOUND')
  if (session.state !== 'announced' || now >= session.endsAt) return refuse('HALL.SESSION_OVER')
  const key = partyKey(session._id, person._id)
  const own = session.parties[key]
  if (own) return own.rsvp === (coming ? 'yes' : 'no') ? { kind: 'done' } : { kind: 'change', key, own }
  if (!isInvited({ ...session, isListed: false }, person)) return refuse('HALL.NOT_INVITED')
  if (coming) return session.left > 0 ? { kind: 'join', key } : refuse('HALL.SESSION_FULL')
  // nobody need be told that the list has no room for those who stay away
  return session.left > keptForComing ? { kind: 'join', key } : { kind: 'done' }
}

/** 到会签到: from an hour before the session until it is closed, with the code of the place. */
export const decideCheckIn = (
  session: Session,
  person: Somebody,
  code: string,
  now: Instant,
): Arrival<'HALL.NOT_INVITED' | 'HALL.SESSION_OVER' | 'HALL.SESSION_NOT_YET' | 'HALL.SESSION_FULL'> => {
  if (session.state === 'draft') return refuse('COMMON.NOT_FOUND')
  const key = partyKey(session._id, person._id)
  const own = session.parties[key]
  if (own && own.presentAt > 0) return { kind: 'done' }
  if (session.state !== 'announced') return refuse('HALL.SESSION_OVER')
  if (now < session.startsAt - early) return refuse('HALL.SESSION_NOT_YET')
  if (!isInvited({ ...session, isListed: own !== undefined }, person)) return refuse('HALL.NOT_INVITED')
  const isGuessing = (session.wrong[key] ?? 0) >= mostWrong
  if (isGuessing || !isSessionDigits(code, session.seed, session._id, now)) return { kind: 'wrong', key }
  if (own) return { kind: 'change', key, own }
  return session.left > 0 ? { kind: 'join', key } : refuse('HALL.SESSION_FULL')
}

/** Why nobody is ticked, written in or shown the code at a session; undefined while it is announced. */
export const whyNotOnSite = ({
  state,
}: Pick<Session, 'state'>): Refused<'HALL.SESSION_OVER' | 'HALL.SESSION_NOT_YET'> | undefined => {
  if (state === 'announced') return undefined
  return refuse(state === 'draft' ? 'HALL.SESSION_NOT_YET' : 'HALL.SESSION_OVER')
}

/** What ticking somebody present or absent comes to. */
export const decideMark = (
  session: Pick<Session, 'state' | 'parties'>,
  key: string,
  present: boolean,
): 'done' | 'write' | Refused<'HALL.SESSION_OVER' | 'HALL.SESSION_NOT_YET' | 'HALL.NO_PARTY'> => {
  const party = session.parties[key]
  if (!party) return refuse('HALL.NO_PARTY')
  if (party.presentAt > 0 === present) return 'done'
  return whyNotOnSite(session) ?? 'write'
}

/** How many more say that they come when somebody changes their mind. */
export const comingBy = (before: Party['rsvp'], after: Party['rsvp']): number =>
  Number(after === 'yes') - Number(before === 'yes')
