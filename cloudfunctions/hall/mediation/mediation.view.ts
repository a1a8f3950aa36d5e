import type { MediationDocument } from '../../_kit/documents/mediation'
import { unseal } from '../../_kit/privacy'
import type { ListedMediation } from './mediation.store'
import { lastReply, unconfirmed, waitsFor } from './mediation-agreement.rule'

/** A mediation in a list of somebody's own; `party` is their key, empty for the mediator. */
export const rowView = (mediation: ListedMediation, party: string) => ({
  mediationId: mediation._id,
  state: mediation.state,
  askedAt: mediation.askedAt,
  mediator: mediation.mediatorMasked,
  parties: Object.keys(mediation.parties).length,
  waitsForMe: party !== '' && waitsFor(mediation, party),
})

const agreementView = (
  { parties, agreement }: Pick<MediationDocument, 'parties' | 'agreement'>,
  party: string,
) => {
  if (!agreement) return {}
  const words = Object.entries(parties).flatMap(([key, { nameMasked: name }]) => {
    const reply = lastReply(agreement, key)
    return reply ? [{ name, ...reply }] : []
  })
  const own = lastReply(agreement, party)
  return {
    agreement: {
      version: agreement.version,
      text: unseal(agreement.textSealed),
      proposedAt: agreement.proposedAt,
      confirmed: words.filter(({ agrees }) => agrees).map(({ name, at }) => ({ name, at })),
      objections: words
        .filter(({ agrees }) => !agrees)
        .map(({ name, at, textSealed }) => ({ name, at, text: unseal(textSealed) })),
      mine: own ? (own.agrees ? ('confirmed' as const) : ('objected' as const)) : ('' as const),
      waiting: unconfirmed({ parties, agreement }).map((key) => parties[key]?.nameMasked ?? ''),
    },
  }
}

/** Everything said in a mediation, in full, for a party (by their key) or the mediator (`party` empty). */
export const contentView = (mediation: MediationDocument, party: string) => {
  const { parties, sessions, followUps, followUpOn } = mediation
  const isOtherSide = parties[party]?.role === 'other'
  return {
    ...rowView(mediation, party),
    role: party === '' ? ('mediator' as const) : ('party' as const),
    text: unseal(mediation.textSealed),
    other: isOtherSide ? '' : unseal(mediation.otherSealed),
    people: Object.entries(parties).map(([key, { nameMasked: name, role }]) => ({
      ...{ key, name, role },
      me: key === party,
    })),
    sessions: sessions.map(({ key, at, placeSealed, notesSealed }) => ({
      ...{ key, at },
      place: unseal(placeSealed),
      notes: unseal(notesSealed),
    })),
    ...agreementView(mediation, party),
    followUpOn,
    followUps: followUps.map(({ at, textSealed }) => ({ at, text: unseal(textSealed) })),
    endedBecause: unseal(mediation.endedBecauseSealed),
  }
}
