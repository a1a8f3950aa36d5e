import {
  addDays,
  asInstant,
  dayLength,
  type Instant,
  instantOf,
  shanghaiDay,
} from '../../../types/common/time'
import type { AgendaItem, Party, SessionDocument } from '../../_kit/documents/sessions'
import { idOf, orderOf } from '../../_kit/ids'
import { type Refused, refuse } from '../../_kit/refusal'

/** A list is one document: so many people fit. */
export const mostParties = 300
/** A session is at most this long, and planned at most this far ahead. */
const longest = dayLength / 2
const furthest = 366 * dayLength
/** Those coming are reminded at six the evening before. */
const eveningAt = 18 * 60

type Hours = Pick<SessionDocument, 'startsAt' | 'endsAt'>

const lasts = ({ startsAt, endsAt }: Hours): boolean => startsAt < endsAt && endsAt - startsAt <= longest

/** Whether a session can be planned for these times: still to come, ending after it began, within a year. */
export const areHours = (hours: Hours, now: Instant): boolean =>
  hours.startsAt > now && hours.startsAt <= now + furthest && lasts(hours)

/** When those coming to an announced session are reminded; 0 when that evening has begun. */
export const remindAtOf = (startsAt: Instant, now: Instant): Instant => {
  const evening = instantOf(addDays(shanghaiDay(startsAt), -1), eveningAt)
  return evening > now ? evening : asInstant(0)
}

/** Where the sessions of today and later begin, in the order of sessions. */
export const todaysOrder = (now: Instant): string => orderOf(instantOf(shanghaiDay(now), 0), '')

/** An item as the staff plan it. */
interface PlannedItem {
  readonly itemId?: string | undefined
  readonly matterId?: string | undefined
  readonly title: string
  readonly minutes: number
}

/** 议程: the planned items in their order; those known keep what was written of them. */
export const agendaOf = (
  planned: readonly PlannedItem[],
  known: readonly AgendaItem[],
  requestKey: string,
): readonly AgendaItem[] =>
  planned.map(({ itemId, matterId = '', title, minutes }, at) => ({
    text: '',
    outcome: '',
    decisions: [],
    itemId: idOf('item', requestKey, String(at)),
    ...known.find((item) => item.itemId === itemId),
    matterId,
    title,
    minutes,
  }))

/** Matters on an agenda, without its items that are about none. */
export const mattersOn = (agenda: readonly { readonly matterId?: string | undefined }[]): readonly string[] =>
  agenda.flatMap(({ matterId = '' }) => (matterId === '' ? [] : [matterId]))

/** What is wrong with an agenda, by field: a matter is on it once. */
export const badAgenda = (agenda: readonly PlannedItem[]): Readonly<Record<string, string>> | undefined => {
  const matters = agenda.map(({ matterId = '' }) => matterId)
  const twice = matters.findIndex((matterId, at) => matterId !== '' && matters.indexOf(matterId) < at)
  return twice < 0 ? undefined : { [`agenda.${twice}.matterId`]: '这件议题已经在议程里' }
}

type Parties = SessionDocument['parties']

/** Parties the staff invited by name: these they may take off the list again. */
const isInvitedByHand = ({ source }: Party): boolean => source === 'invited'

/** What an edit makes of a session. */
export interface Edited {
  readonly fields: Partial<SessionDocument>
  /** Keys that leave the list. */
  readonly gone: readonly string[]
  /** Whether people who know when and where have to be told anew. */
  readonly moved: boolean
  /** Matters whose story hears of it. */
  readonly toAnnounce: readonly string[]
}

/** A session as it is planned now, its agenda and hand-written rows made of what the staff sent. */
export type Plan = Pick<
  SessionDocument,
  'title' | 'startsAt' | 'endsAt' | 'place' | 'quorum' | 'open' | 'buildings' | 'agenda'
> & { readonly rows: Parties }

/** Whether the staff sent items or parties the session does not know: somebody else took them away. */
const namesUnknown = (
  session: SessionDocument,
  items: readonly PlannedItem[],
  parties: readonly { readonly key?: string | undefined }[],
): boolean => {
  const isItem = (id: string) => session.agenda.some(({ itemId }) => itemId === id)
  const isParty = (key: string) => {
    const party = session.parties[key]
    return party !== undefined && isInvitedByHand(party)
  }
  return (
    items.some(({ itemId }) => itemId !== undefined && !isItem(itemId)) ||
    parties.some(({ key }) => key !== undefined && !isParty(key))
  )
}

/**
 * Why a session cannot be edited like this. Times may stay as they are while it runs; what moves has to lie ahead.
 */
export const whyNotEdited = (
  session: SessionDocument,
  planned: Hours & {
    readonly agenda: readonly PlannedItem[]
    readonly parties: readonly { readonly key?: string | undefined }[]
  },
  seen: number,
  now: Instant,
): Refused<'HALL.SESSION_OVER' | 'HALL.WRONG_HOURS'> | undefined => {
  if (session.state === 'held' || session.state === 'cancelled') return refuse('HALL.SESSION_OVER')
  if (session.changes !== seen || namesUnknown(session, planned.agenda, planned.parties)) {
    return refuse('COMMON.CHANGED')
  }
  const stays = session.startsAt === planned.startsAt && lasts(planned)
  return stays || areHours(planned, now) ? undefined : refuse('HALL.WRONG_HOURS')
}

/** Whether people who know when and where have to be told anew. */
export const hasMoved = (
  before: Pick<SessionDocument, 'startsAt' | 'place'>,
  after: Pick<SessionDocument, 'startsAt' | 'place'>,
): boolean => before.startsAt !== after.startsAt || before.place !== after.place

/** What an edit changes. People are told of another time or place, matters of that and of being put on the agenda. */
export const edited = (session: SessionDocument, { rows, ...plan }: Plan, now: Instant): Edited => {
  const isAnnounced = session.state === 'announced'
  const moved = isAnnounced && hasMoved(session, plan)
  const gone = Object.entries(session.parties).flatMap(([key, party]) =>
    isInvitedByHand(party) && !(key in rows) ? [key] : [],
  )
  const added = Object.keys(rows).filter((key) => !(key in session.parties)).length
  const leaving = gone.filter((key) => (session.parties[key]?.presentAt ?? 0) > 0).length
  const known = mattersOn(session.agenda)
  const toAnnounce = mattersOn(plan.agenda).filter((id) => moved || !known.includes(id))
  return {
    fields: {
      ...plan,
      left: session.left + gone.length - added,
      present: session.present - leaving,
      order: orderOf(plan.startsAt, session._id),
      ...(moved && { remindAt: remindAtOf(plan.startsAt, now) }),
    },
    gone,
    moved,
    toAnnounce: isAnnounced ? toAnnounce : [],
  }
}
