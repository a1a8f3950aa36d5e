import type { ParsedInputOf } from '../../../types/common/contract'
import { asInstant, type Instant } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import { type Majority, ownerSubjects } from '../../../types/hall.words'
import type { BallotDocument } from '../../_kit/documents/ballots'
import type { MatterDocument } from '../../_kit/documents/matters'
import { idOf, orderOf } from '../../_kit/ids'
import { type Refused, refuse } from '../../_kit/refusal'

type Hall = typeof hallContract
type Written = ParsedInputOf<Hall, 'saveBallot'>

/** What of a ballot is written by the staff. */
export type BallotRules = Pick<
  BallotDocument,
  | 'question'
  | 'about'
  | 'unit'
  | 'subject'
  | 'majority'
  | 'turnoutPercent'
  | 'opensAt'
  | 'closesAt'
  | 'paperUntil'
  | 'matterId'
>

/** A run that began before the end of the paper votes is over by then: a function is ended after 20 s. */
const runsAtMost = 30_000

/** When a ballot is counted: when nobody can still be putting a vote. */
export const countAtOf = ({ paperUntil }: Pick<BallotDocument, 'paperUntil'>): Instant =>
  asInstant(paperUntil + runsAtMost)

/** What owners decide on fixes the majority; everybody else says which one it takes. */
const majorityOf = ({ unit, subject, majority }: Written): Majority | undefined => {
  if (unit !== 'area') return subject === undefined ? majority : undefined
  return subject !== undefined && majority === undefined ? ownerSubjects[subject].majority : undefined
}

/** The rules as they are written, or why they cannot stand. */
export const rulesOf = (
  written: Written,
  now: Instant,
): BallotRules | Refused<'HALL.WRONG_RULES' | 'HALL.WRONG_HOURS'> => {
  const { question, about, unit, subject, turnoutPercent, matterId } = written
  const majority = majorityOf(written)
  if (!majority || (unit === 'area' && turnoutPercent !== undefined)) return refuse('HALL.WRONG_RULES')
  const { opensAt, closesAt, paperUntil } = written
  if (closesAt <= opensAt || closesAt <= now) return refuse('HALL.WRONG_HOURS', { closesAt: '截止时间不对' })
  if (paperUntil < closesAt) return refuse('HALL.WRONG_HOURS', { paperUntil: '不能早于截止时间' })
  return {
    ...{ question, about, unit, subject: subject ?? '', majority, turnoutPercent: turnoutPercent ?? 0 },
    ...{ opensAt, closesAt, paperUntil, matterId: matterId ?? '' },
  }
}

/** Whether a result may belong to a matter. */
export const isOpenMatter = (matter: Pick<MatterDocument, 'state'> | undefined): boolean =>
  matter !== undefined && ['raised', 'underWay', 'answered'].includes(matter.state)

/** The ballot a request makes, and no other. */
export const ballotIdOf = (requestKey: string): string => idOf('ballot', requestKey)

const nothing = { votes: 0, area: 0 } as const

/** A draft with an empty roll. */
export const newBallot = (
  rules: BallotRules,
  {
    centreId,
    requestKey,
    now,
  }: { readonly centreId: string; readonly requestKey: string; readonly now: Instant },
): BallotDocument => {
  const _id = ballotIdOf(requestKey)
  return {
    _id,
    centreId,
    ...rules,
    state: 'draft',
    rulesVersion: 1,
    roll: nothing,
    rollVersion: 1,
    rollChanges: 0,
    proxies: {},
    cast: nothing,
    counted: [],
    result: null,
    cancelledBecause: '',
    countAt: asInstant(0),
    clearedIn: '',
    openedIn: '',
    cancelledIn: '',
    requestKey,
    order: orderOf(now, _id),
  }
}

/** Why the rules of a ballot cannot be changed into others; undefined when they can. */
export const whyNotChange = (
  ballot: BallotDocument,
  rules: BallotRules,
  rulesVersion: number,
): Refused<'HALL.RULES_FROZEN' | 'HALL.WRONG_RULES'> | undefined => {
  const isOver = ballot.state === 'counted' || ballot.state === 'cancelled'
  if (isOver || ballot.cast.votes > 0) return refuse('HALL.RULES_FROZEN')
  if (ballot.rulesVersion !== rulesVersion) return refuse('COMMON.CHANGED')
  const isRollKept = ballot.state === 'open' || ballot.roll.votes > 0
  if (isRollKept && ballot.unit !== rules.unit) {
    return refuse('HALL.WRONG_RULES', { unit: '名册已经编好,要换算法请先清空名册' })
  }
  return undefined
}

/** Why a ballot cannot be opened; undefined when it can. `areaMissing`: a row of the roll has no area. */
export const whyNotOpen = (
  ballot: BallotDocument,
  rulesVersion: number,
  areaMissing: boolean,
  now: Instant,
):
  | Refused<'HALL.BALLOT_CLOSED' | 'HALL.ROLL_FROZEN' | 'HALL.ROLL_EMPTY' | 'HALL.AREA_MISSING'>
  | undefined => {
  if (ballot.state === 'cancelled' || ballot.closesAt <= now) return refuse('HALL.BALLOT_CLOSED')
  if (ballot.state !== 'draft') return refuse('HALL.ROLL_FROZEN')
  if (ballot.rulesVersion !== rulesVersion) return refuse('COMMON.CHANGED')
  if (ballot.roll.votes === 0) return refuse('HALL.ROLL_EMPTY')
  return areaMissing ? refuse('HALL.AREA_MISSING') : undefined
}
