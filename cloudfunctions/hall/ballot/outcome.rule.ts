import { areaText } from '../../../types/hall.area'
import type { BallotUnit, Majority } from '../../../types/hall.words'
import type { BallotDocument, BallotResult, Choice, Sums } from '../../_kit/documents/ballots'

/** What of a ballot's rules decides its outcome. */
export type OutcomeRules = Pick<BallotDocument, 'unit' | 'majority' | 'turnoutPercent'>

/** What was voted, by choice. */
export type Tally = Readonly<Record<Choice, Sums>>

/** A share of a whole as two whole numbers; with `exceeded` reaching it is not enough. */
interface Share {
  readonly of: number
  readonly in: number
  readonly exceeded: boolean
  readonly words: string
}

/** 过半数 is more than half; 「以上」 includes the share itself (Civil Code art. 1259). */
const majorityShares: Readonly<Record<Majority, Share>> = {
  half: { of: 1, in: 2, exceeded: true, words: '过半数' },
  twoThirds: { of: 2, in: 3, exceeded: false, words: '三分之二以上' },
  threeQuarters: { of: 3, in: 4, exceeded: false, words: '四分之三以上' },
}

const percent = (turnout: number): Share => ({
  of: turnout,
  in: 100,
  exceeded: false,
  words: `${turnout}% 以上`,
})

/** The smallest whole number that meets a share of a whole, never 0: nothing passes when nobody votes. */
export const least = (share: Pick<Share, 'of' | 'in' | 'exceeded'>, total: number): number => {
  const product = total * share.of
  const rest = product % share.in
  const below = (product - rest) / share.in
  return Math.max(1, share.exceeded || rest > 0 ? below + 1 : below)
}

type Test = BallotResult['tests'][number]
type Measure = (amount: number) => string

const heads: Readonly<Record<BallotUnit, Measure>> = {
  person: (amount) => `${amount} 人`,
  household: (amount) => `${amount} 户`,
  area: (amount) => `${amount} 人`,
}
const squareMetres: Measure = (amount) => `${areaText(amount)} 平方米`

/** One test of the rules: whether `got` of `total` meets a share, with what was needed and what there was. */
const test = (
  what: string,
  got: number,
  { name, total }: { readonly name: string; readonly total: number },
  share: Share,
  measure: Measure,
): Test => {
  const needed = least(share, total)
  return {
    text: `${what} ${measure(got)}(${name} ${measure(total)}),${share.words}要 ${measure(needed)}`,
    met: got >= needed,
  }
}

/**
 * Civil Code art. 278: owners with at least two thirds of the area and two thirds of the owners take part; of those
 * who do, both by area and by owners, more than half or at least three quarters agree.
 */
const ownersTests = ({ majority }: OutcomeRules, roll: Sums, cast: Sums, agreed: Sums): readonly Test[] => {
  const [part, agree] = [majorityShares.twoThirds, majorityShares[majority]]
  const people = heads.area
  return [
    test('参加表决的业主', cast.votes, { name: '全体', total: roll.votes }, part, people),
    test('参加表决的面积', cast.area, { name: '全体', total: roll.area }, part, squareMetres),
    test('同意的业主', agreed.votes, { name: '参加', total: cast.votes }, agree, people),
    test('同意的面积', agreed.area, { name: '参加', total: cast.area }, agree, squareMetres),
  ]
}

const headTests = (rules: OutcomeRules, roll: Sums, cast: Sums, agreed: Sums): readonly Test[] => {
  const { majority, turnoutPercent: turnout } = rules
  const measure = heads[rules.unit]
  const whole = { name: '名册', total: roll.votes }
  return [
    ...(turnout > 0 ? [test('参加', cast.votes, whole, percent(turnout), measure)] : []),
    test('同意', agreed.votes, { name: '参加', total: cast.votes }, majorityShares[majority], measure),
  ]
}

const sum = (parts: readonly Sums[]): Sums => ({
  votes: parts.reduce((votes, part) => votes + part.votes, 0),
  area: parts.reduce((area, part) => area + part.area, 0),
})

/**
 * What a count comes to: passed when every test of the rules is met. Whoever abstains takes part. Whole numbers only:
 * shares are compared by the smallest number that meets them, nothing is rounded.
 */
export const outcomeOf = (rules: OutcomeRules, roll: Sums, tally: Tally): BallotResult => {
  const cast = sum([tally.for, tally.against, tally.abstain])
  const tests = (rules.unit === 'area' ? ownersTests : headTests)(rules, roll, cast, tally.for)
  const { for: agreed, against, abstain } = tally
  return { for: agreed, against, abstain, roll, cast, passed: tests.every(({ met }) => met), tests }
}

/** A count before anything is counted. */
export const emptyTally: Tally = {
  for: { votes: 0, area: 0 },
  against: { votes: 0, area: 0 },
  abstain: { votes: 0, area: 0 },
}

/** A count with one more vote in it. */
export const withVote = (tally: Tally, choice: Choice, area: number): Tally => ({
  ...tally,
  [choice]: sum([tally[choice], { votes: 1, area }]),
})

const sumsOfResult = ['for', 'against', 'abstain', 'roll', 'cast'] as const

/** Whether two counts came to the same. */
export const isSameResult = (one: BallotResult, other: BallotResult): boolean =>
  one.passed === other.passed &&
  sumsOfResult.every((of) => one[of].votes === other[of].votes && one[of].area === other[of].area)
