import type { OutputOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import { partyRoles } from '../../../types/hall.words'
import type { ResidentDocument } from '../../_kit/documents/community'
import type { Party, SessionDocument } from '../../_kit/documents/sessions'
import { isInvited, partyKey } from './session-attending.rule'

type Hall = typeof hallContract
type Row = OutputOf<Hall, 'sessions'>['rows'][number]
type Facts = OutputOf<Hall, 'session'>

/** A session as lists load it: of its list only one's own row, of its agenda only the length. */
export type ListedSession = Omit<SessionDocument, 'parties' | 'agenda' | 'seed' | 'wrong'> & {
  readonly own: readonly Pick<Party, 'rsvp'>[]
  readonly items: number
}

/** One line of a list of sessions. */
export const listedView = (session: ListedSession, person: ResidentDocument | undefined): Row => {
  const { title, startsAt, endsAt, place, state, items, coming, present, quorum } = session
  const [own] = session.own
  const invited = person && isInvited({ ...session, isListed: own !== undefined }, person)
  return {
    sessionId: session._id,
    ...{ title, startsAt, endsAt, place, state, items, coming, present, quorum },
    ...(invited && { mine: own?.rsvp ?? 'none' }),
  }
}

const attended = (parties: readonly Party[]): Facts['attended'] =>
  partyRoles.flatMap((role) => {
    const own = parties.filter((party) => party.role === role)
    const present = own.filter(({ presentAt }) => presentAt > 0).length
    return own.length === 0 ? [] : [{ role, present, invited: own.length }]
  })

/** Everything of a session but its list. What is being written down is nobody's to read until the session is closed. */
export const factsView = (
  session: SessionDocument,
  person: ResidentDocument | undefined,
  isForStaff: boolean,
): Facts => {
  const parties = Object.values(session.parties)
  const own = session.parties[partyKey(session._id, person?._id ?? '')]
  const isOpen = isForStaff || session.state === 'held'
  const { buildings, open, photos, attachments, cancelledBecause } = session
  return {
    ...listedView({ ...session, own: own ? [own] : [], items: session.agenda.length }, person),
    agenda: session.agenda.map((item) => ({
      ...item,
      text: isOpen ? item.text : '',
      outcome: isOpen ? item.outcome : '',
      decisions: isOpen ? [...item.decisions] : [],
    })),
    ...{
      buildings: [...buildings],
      open,
      photos: [...photos],
      attachments: [...attachments],
      cancelledBecause,
    },
    attended: attended(parties),
    checkedIn: (own?.presentAt ?? 0) > 0,
  }
}

const inOrder = (one: Party, other: Party): number =>
  partyRoles.indexOf(one.role) - partyRoles.indexOf(other.role)

/** The list of a session as the staff see it, by role; names masked. */
export const partiesView = ({
  parties,
}: Pick<SessionDocument, 'parties'>): OutputOf<Hall, 'sessionOfStaff'>['parties'] =>
  Object.entries(parties)
    .toSorted(([, one], [, other]) => inOrder(one, other))
    .map(([key, { role, title, nameMasked, rsvp, presentAt, source }]) => ({
      key,
      role,
      title,
      name: nameMasked,
      rsvp,
      present: presentAt > 0,
      source,
    }))
