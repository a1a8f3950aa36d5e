import { type Instant, shanghaiDay } from '../../../types/common/time'
import type { ResidentDocument } from '../../_kit/documents/community'
import type { MediationDocument, MediationParty } from '../../_kit/documents/mediation'
import { idOf, orderOf } from '../../_kit/ids'
import { type Refused, refuse } from '../../_kit/refusal'
import { type CodeKind, claimedId, readSignedCode, signedCode } from '../../_kit/rotating-code.rule'

/** Mediations somebody may have asked for that are not over. */
export const mostOpen = 3
/** People at one table. */
export const mostParties = 6
/** Notes of sessions in one mediation, and of follow-ups after it. */
export const mostNotes = 30

/** The mediation a request asks for, and no other. */
export const mediationIdOf = (requestKey: string): string => idOf('mediation', requestKey)

/** A person's key among the parties; it does not lead back to the person. */
export const partyKeyOf = (mediationId: string, openid: string): string => idOf(mediationId, openid)

/** Whether it still goes on: waits for a mediator, or has one. */
export const isOpen = ({ state }: Pick<MediationDocument, 'state'>): boolean =>
  state === 'asked' || state === 'underWay'

interface Asked {
  readonly requestKey: string
  readonly centreId: string
  readonly who: string
  readonly nameMasked: string
  readonly textSealed: string
  readonly otherSealed: string
  readonly seed: string
}

/** 申请调解: a mediation somebody asked for, which nobody has taken yet. */
export const newMediation = (
  { requestKey, centreId, who, nameMasked, textSealed, otherSealed, seed }: Asked,
  now: Instant,
): MediationDocument => {
  const _id = mediationIdOf(requestKey)
  return {
    _id,
    centreId,
    state: 'asked',
    askedAt: now,
    textSealed,
    otherSealed,
    parties: { [partyKeyOf(_id, who)]: { who, nameMasked, role: 'asking' } },
    people: [who],
    mediator: '',
    mediatorMasked: '',
    sessions: [],
    agreement: null,
    followUpOn: '',
    followUps: [],
    endedBecauseSealed: '',
    endedIn: '',
    month: shanghaiDay(now).slice(0, 7),
    remindOn: '',
    seed,
    order: orderOf(now, _id),
  }
}

/**
 * Whether somebody has asked for as many mediations as one may have open, besides the one they are asking for, which
 * another run of the same request may have written. Those they were invited to do not count.
 */
export const hasTooManyOpen = (
  open: readonly Pick<MediationDocument, '_id' | 'parties'>[],
  openid: string,
  mediationId: string,
): boolean => {
  const isAsking = ({ _id, parties }: (typeof open)[number]) =>
    _id !== mediationId && parties[partyKeyOf(_id, openid)]?.role === 'asking'
  return open.filter(isAsking).length >= mostOpen
}

/**
 * What somebody is in a mediation; undefined for everybody else, whatever their office. Whoever deleted their account
 * and came back is nobody here.
 */
export const roleIn = (
  { _id, parties, mediator }: Pick<MediationDocument, '_id' | 'parties' | 'mediator'>,
  openid: string,
  mayMediate: boolean,
): 'party' | 'mediator' | undefined => {
  if (parties[partyKeyOf(_id, openid)]?.who === openid) return 'party'
  return mayMediate && mediator === openid ? 'mediator' : undefined
}

type Home = Pick<ResidentDocument, '_id' | 'householdId' | 'centreId' | 'building' | 'room'>

/** Whether two people are one, share a household, or gave the same door when they asked to join. */
export const isOneHome = (one: Home, other: Home): boolean =>
  one._id === other._id ||
  (one.householdId !== '' && one.householdId === other.householdId) ||
  (one.building !== '' &&
    one.centreId === other.centreId &&
    one.building === other.building &&
    one.room === other.room)

/** Why somebody cannot take a mediation (接调解): it has a mediator, is over, or is their own family's. */
export const whyNotTaken = (
  { state }: Pick<MediationDocument, 'state'>,
  taker: Home,
  parties: readonly Home[],
): Refused<'HALL.MEDIATION_TAKEN' | 'HALL.MEDIATION_OVER' | 'HALL.OWN_AFFAIR'> | undefined => {
  if (state === 'underWay') return refuse('HALL.MEDIATION_TAKEN')
  if (state !== 'asked') return refuse('HALL.MEDIATION_OVER')
  return parties.some((party) => isOneHome(taker, party)) ? refuse('HALL.OWN_AFFAIR') : undefined
}

const invitation: CodeKind = { prefix: 'LLT', purpose: 'mediation', window: 10 * 60_000 }

/** How long (milliseconds) one invitation code is shown. */
export const invitationWindow = invitation.window

/** 邀请码: what the mediator shows the other side. */
export const invitationOf = ({ seed, _id }: Pick<MediationDocument, 'seed' | '_id'>, now: Instant): string =>
  signedCode(invitation, seed, _id, now)

/** The mediation a code claims to invite to; empty when it is no such code. */
export const claimedMediation = (code: string): string => claimedId(invitation, code)

/** Whether a code was shown for this mediation, in this window or the one before. */
export const isInvitation = (
  code: string,
  { seed, _id }: Pick<MediationDocument, 'seed' | '_id'>,
  now: Instant,
): boolean => readSignedCode(invitation, code, seed, now) === _id

/** Why somebody with a good code cannot sit down at the table; undefined when they can. */
export const whyNotJoined = (
  { state, parties }: Pick<MediationDocument, 'state' | 'parties'>,
  joiner: Home,
  mediator: Home | undefined,
):
  | Refused<'HALL.MEDIATION_OVER' | 'HALL.PARTIES_FULL' | 'HALL.MEDIATOR_NOT_PARTY' | 'HALL.BAD_CODE'>
  | undefined => {
  if (state === 'asked') return refuse('HALL.BAD_CODE') // handed back since the code was shown
  if (state !== 'underWay') return refuse('HALL.MEDIATION_OVER')
  if (mediator && isOneHome(joiner, mediator)) return refuse('HALL.MEDIATOR_NOT_PARTY')
  return Object.keys(parties).length >= mostParties ? refuse('HALL.PARTIES_FULL') : undefined
}

/** Somebody as a party of the other side. */
export const joining = (who: string, nameMasked: string): MediationParty => ({
  who,
  nameMasked,
  role: 'other',
})

/** What handing a case back changes: it waits for a mediator again, and counts as taken when the next one takes it. */
export const handedBack = {
  fields: { state: 'asked', mediator: '', mediatorMasked: '' },
  counts: { taken: -1 },
} as const
