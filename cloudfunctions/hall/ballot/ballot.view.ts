import type { BallotDocument } from '../../_kit/documents/ballots'

/** A ballot as everybody at the centre may see it: rules, turnout, result. */
export const ballotView = ({ _id: ballotId, result, ...ballot }: BallotDocument) => ({
  ballotId,
  question: ballot.question,
  about: ballot.about,
  unit: ballot.unit,
  subject: ballot.subject,
  majority: ballot.majority,
  turnoutPercent: ballot.turnoutPercent,
  opensAt: ballot.opensAt,
  closesAt: ballot.closesAt,
  paperUntil: ballot.paperUntil,
  state: ballot.state,
  matterId: ballot.matterId,
  rulesVersion: ballot.rulesVersion,
  roll: ballot.roll,
  cast: ballot.cast,
  cancelledBecause: ballot.cancelledBecause,
  ...(result && { result: { ...result, tests: [...result.tests] } }),
})
