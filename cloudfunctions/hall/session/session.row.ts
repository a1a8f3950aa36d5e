import type { ParsedInputOf } from '../../../types/common/contract'
import { asInstant, type Instant } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import type { Party, SessionDocument } from '../../_kit/documents/sessions'
import { idOf, orderOf } from '../../_kit/ids'
import { maskName } from '../../_kit/mask.rule'
import { seal } from '../../_kit/privacy'
import { agendaOf, mostParties } from './session.rule'

/** A session as the staff plan it. */
export type Planned = Omit<ParsedInputOf<typeof hallContract, 'saveSession'>, 'sessionId' | 'seen'>
type Invited = Planned['parties'][number]

/** The row of somebody the staff write in by hand. */
export const handwritten = (
  { role, title, name }: Pick<Invited, 'role' | 'title' | 'name'>,
  source: 'invited' | 'door',
  presentAt: Instant,
): Party => ({
  role,
  title,
  nameSealed: seal(name),
  nameMasked: maskName(name),
  who: '',
  rsvp: 'none',
  presentAt,
  source,
})

/** Whether a page sent back the masked name it was shown, or none: then the name stays as it is. */
const isUntouched = (name: string, known: Party): boolean => name === '' || name === known.nameMasked

/** The parties written in by hand, by key. Those known keep who came; a masked name that comes back changes none. */
export const invitedRows = (
  invited: readonly Invited[],
  known: SessionDocument['parties'],
  requestKey: string,
): SessionDocument['parties'] =>
  Object.fromEntries(
    invited.map(({ key = '', ...party }, at) => {
      const old = known[key]
      if (!old) return [idOf('invited', requestKey, String(at)), handwritten(party, 'invited', asInstant(0))]
      const { role, title, name } = party
      const named = isUntouched(name, old) ? {} : { nameSealed: seal(name), nameMasked: maskName(name) }
      return [key, { ...old, role, title, ...named }]
    }),
  )

/** A new draft; the request makes its id, so that it is made once. */
export const newSession = (planned: Planned, seed: string, requestKey: string): SessionDocument => {
  const _id = idOf('session', requestKey)
  const { agenda, parties, startsAt, ...facts } = planned
  return {
    ...facts,
    _id,
    startsAt,
    state: 'draft',
    agenda: agendaOf(agenda, [], requestKey),
    parties: invitedRows(parties, {}, requestKey),
    left: mostParties - parties.length,
    coming: 0,
    present: 0,
    photos: [],
    attachments: [],
    cancelledBecause: '',
    seed,
    wrong: {},
    changes: 0,
    requestKey,
    people: [],
    remindAt: asInstant(0),
    order: orderOf(startsAt, _id),
  }
}
