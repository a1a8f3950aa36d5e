import type { OutputOf } from '../../types/common/contract'
import { asInstant, dateText, momentText } from '../../types/common/time'
import { areaText } from '../../types/hall.area'
import type { hallContract } from '../../types/hall.contract'
import { type BallotUnit, majorityNames, ownerSubjects } from '../../types/hall.words'

type Hall = typeof hallContract
export type Ballot = OutputOf<Hall, 'ballotOfStaff'>
export type OwnVote = OutputOf<Hall, 'ballot'>['mine'][number]
export type RollRow = OutputOf<Hall, 'roll'>['rows'][number]
export type Choice = 'for' | 'against' | 'abstain'

export const choiceNames: Readonly<Record<Choice, string>> = {
  for: '同意',
  against: '不同意',
  abstain: '弃权',
}
export const choices = (['for', 'against', 'abstain'] as const).map((value) => ({
  value,
  word: choiceNames[value],
}))

/** What one vote is counted in: people, doors, owners. */
const headWords: Readonly<Record<BallotUnit, string>> = {
  person: '人',
  household: '户',
  area: '位业主',
}

/** When to vote: 「今天(周四) 9:00 到 12月6日(周日) 18:00」. */
export const ballotHours = (
  { opensAt, closesAt }: Pick<Ballot, 'opensAt' | 'closesAt'>,
  now: number,
): string =>
  `${momentText(asInstant(opensAt), asInstant(now))} 到 ${momentText(asInstant(closesAt), asInstant(now))}`

/** What it takes to pass, in people's words. */
export const passingWords = ({ unit, subject, majority, turnoutPercent }: Ballot): readonly string[] => {
  if (unit === 'area') {
    const name =
      subject !== '' && subject in ownerSubjects
        ? ownerSubjects[subject as keyof typeof ownerSubjects].name
        : ''
    return [
      name,
      '人数和建筑面积都要有三分之二以上的业主参加',
      `参加的业主里,人数和面积都要${majorityNames[majority]}`,
    ].filter((words) => words !== '')
  }
  const head = headWords[unit]
  return [
    `每${head}一票`,
    ...(turnoutPercent > 0 ? [`至少 ${turnoutPercent}% 的${head}参加才算数`] : []),
    `参加的要${majorityNames[majority]}`,
  ]
}

/** Votes, and floor area where it counts: 「7 位业主,420 平方米」. */
export const sumsText = (unit: BallotUnit, { votes, area }: { votes: number; area: number }): string =>
  unit === 'area' ? `${votes} ${headWords[unit]},${areaText(area)} 平方米` : `${votes} ${headWords[unit]}`

/** How many took part so far: 「12 户投了,名册 40 户」. */
export const turnoutText = ({ unit, cast, roll }: Pick<Ballot, 'unit' | 'cast' | 'roll'>): string =>
  `${sumsText(unit, cast)}投了,名册 ${sumsText(unit, roll)}`

/** Until when paper votes may be entered. */
export const paperText = ({ paperUntil }: Pick<Ballot, 'paperUntil'>): string =>
  dateText(asInstant(paperUntil))
