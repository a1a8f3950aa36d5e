import type { Instant } from '../../../types/common/time'
import type { Step } from '../../../types/hall.words'
import type { MatterDocument } from '../../_kit/documents/matters'
import type { AgendaItem, SessionDocument } from '../../_kit/documents/sessions'
import { type Refused, refuse } from '../../_kit/refusal'
import { type Stepped, stepped } from './session-calling.rule'

type Refusal =
  | 'HALL.SESSION_OVER'
  | 'HALL.SESSION_NOT_YET'
  | 'HALL.MINUTES_MISSING'
  | 'HALL.NO_QUORUM'
  | 'HALL.NOT_THIS_STEP'

/** Why a session is not closed: every item needs its minutes, and a resolution needs enough people there. */
export const whyNotClosed = (
  { state, changes, startsAt, agenda, present, quorum }: SessionDocument,
  seen: number,
  now: Instant,
): Refused<Refusal> | undefined => {
  if (state === 'held' || state === 'cancelled') return refuse('HALL.SESSION_OVER')
  if (changes !== seen) return refuse('COMMON.CHANGED')
  if (state === 'draft' || now < startsAt) return refuse('HALL.SESSION_NOT_YET')
  if (agenda.some(({ outcome }) => outcome === '')) return refuse('HALL.MINUTES_MISSING')
  const isResolved = agenda.some(({ outcome }) => outcome === 'resolved')
  return isResolved && present < quorum ? refuse('HALL.NO_QUORUM') : undefined
}

const itemOn = (
  agenda: readonly AgendaItem[],
  { _id }: Pick<MatterDocument, '_id'>,
): AgendaItem | undefined => agenda.find(({ matterId }) => matterId === _id)

/** What a meeting does for a matter: it was met on and written down, and perhaps resolved. */
const stepsTaken = (item: AgendaItem | undefined): readonly Step[] =>
  item?.outcome === 'resolved' ? ['meet', 'minutes', 'resolve'] : ['meet', 'minutes']

/**
 * 散会: what closing does to the matters of a session. One that was answered or withdrawn since it was announced is
 * left alone; one that would skip a step keeps the session open.
 */
export const decideClosing = (
  { agenda }: Pick<SessionDocument, 'agenda'>,
  matters: readonly (MatterDocument | undefined)[],
): readonly (Stepped & { readonly item: AgendaItem })[] | Refused<Refusal> => {
  const underWay = matters.flatMap((matter) => (matter?.state === 'underWay' ? [matter] : []))
  const all = stepped(underWay, (matter) => stepsTaken(itemOn(agenda, matter)))
  if (!all) return refuse('HALL.NOT_THIS_STEP')
  return all.flatMap((one) => {
    const item = itemOn(agenda, one.matter)
    return item ? [{ ...one, item }] : []
  })
}
