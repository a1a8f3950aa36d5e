import type { InputOf } from '../../../types/common/contract'
import { asInstant, type Instant, instantOf, shanghaiDay } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import type { BallotUnit, Majority, OwnerSubject } from '../../../types/hall.words'
import type { Ballot } from '../ballot-words'

type Saved = InputOf<typeof hallContract, 'saveBallot'>

/** A ballot as its rules are being written: what another way of counting asks for is kept beside. */
export interface BallotDraft {
  readonly question: string
  readonly about: string
  readonly unit: BallotUnit
  readonly subject: OwnerSubject
  readonly majority: Majority
  /** 0 asks for none. */
  readonly turnoutPercent: number
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly paperUntil: Instant
  /** Empty when it is about none. */
  readonly matterId: string
}

const dayLength = 86_400_000
const at = (now: number, days: number, hour: number): Instant =>
  instantOf(shanghaiDay(asInstant(now + days * dayLength)), hour * 60)

/** A new ballot: from tomorrow morning for a week, a day longer for paper. */
export const emptyBallot = (now: number): BallotDraft => ({
  question: '',
  about: '',
  unit: 'household',
  subject: 'rebuild',
  majority: 'half',
  turnoutPercent: 0,
  opensAt: at(now, 1, 9),
  closesAt: at(now, 8, 18),
  paperUntil: at(now, 9, 18),
  matterId: '',
})

/** A ballot there is, to be edited. */
export const draftOfBallot = (ballot: Ballot): BallotDraft => ({
  question: ballot.question,
  about: ballot.about,
  unit: ballot.unit,
  subject: ballot.unit === 'area' ? (ballot.subject as OwnerSubject) : 'rebuild',
  majority: ballot.majority,
  turnoutPercent: ballot.turnoutPercent,
  opensAt: asInstant(ballot.opensAt),
  closesAt: asInstant(ballot.closesAt),
  paperUntil: asInstant(ballot.paperUntil),
  matterId: ballot.matterId,
})

/** What is saved of a draft; undefined while the question is missing. */
export const savedOfBallot = (
  draft: BallotDraft,
): Omit<Saved, 'centreId' | 'ballotId' | 'rulesVersion'> | undefined => {
  const { question, about, unit, subject, majority, turnoutPercent, matterId } = draft
  if (question.trim() === '') return undefined
  const { opensAt, closesAt, paperUntil } = draft
  return {
    ...{ question: question.trim(), about: about.trim(), unit, opensAt, closesAt, paperUntil },
    ...(unit === 'area' ? { subject } : { majority, turnoutPercent }),
    ...(matterId !== '' && { matterId }),
  }
}
