import {
  chiefConcepts,
  type DecisionCounts,
  keyPart,
  type TurnDownReason,
  turnedDown,
} from './decisions.rule'
import { dictionary } from './dictionary'
import type { Understanding } from './ranking.rule'

/** What was decided about one pair of a thing asked and a resource (or a kind of service). */
interface Tally {
  accepted: number
  /** Times turned down, by reason. */
  rejected: Map<TurnDownReason, number>
}

interface Counted {
  /** Per concept asked: tallies by resource id (centre) or concept id (district), as parts of keys. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, Tally>>
  /** Per concept asked, how often such a need went on the gap list. */
  readonly gaps: ReadonlyMap<string, number>
}

/** A centre's and its district's decisions, read once for many needs; opaque to callers. */
export interface Experience {
  readonly centre: Counted
  readonly district: Counted
}

/** What earlier decisions say of one resource for one need. */
export interface Lesson {
  /** −1 … 1: how far they speak against or for it; nought without decisions. */
  readonly push: number
  /** Decisions for it less those against it. */
  readonly net: number
  readonly reasons: readonly string[]
  readonly obstacles: readonly string[]
}

/**
 * How far decisions may move a strength, and how many it takes to believe them. Chosen by looking at the bench's own
 * figures (five-fold and repeated), so that none of them fell: needs that come again gain, needs never decided before
 * show nothing either way. A fresh sample may find other numbers better.
 */
export const learningNumbers = {
  /** Share of what is missing to 1 that decisions for a resource may add. */
  lift: 0.4,
  /** Share that decisions against it may take. */
  drop: 0.45,
  /** Decisions that weigh as much as having none: few decisions move little (shrinkage). */
  doubtCentre: 3,
  doubtDistrict: 12,
  doubtGap: 4,
  /** Turned down once tells of that one need, from so many on of the resource. */
  believedFrom: 2,
  /** So many more decisions against than for it withdraw an offer the words make; so many more for it make one. */
  overrulesFrom: 3,
  /** District decisions are told to people from this number on. */
  tellDistrictFrom: 3,
} as const

const reasonOf = new Map(
  (Object.keys(turnedDown) as TurnDownReason[]).map((reason) => [
    turnedDown[reason].letter as string,
    reason,
  ]),
)

const read = (counts: DecisionCounts): Counted => {
  const pairs = new Map<string, Map<string, Tally>>()
  const gaps = new Map<string, number>()
  for (const [key, count] of Object.entries(counts)) {
    const [asked = '', other = '', letter = ''] = key.split('|')
    if (count <= 0) continue
    if (other === 'gap' && letter === '') {
      gaps.set(asked, count)
      continue
    }
    const of = pairs.get(asked) ?? new Map<string, Tally>()
    const tally = of.get(other) ?? { accepted: 0, rejected: new Map<TurnDownReason, number>() }
    const reason = reasonOf.get(letter)
    if (reason) tally.rejected.set(reason, count)
    else tally.accepted += count
    pairs.set(asked, of.set(other, tally))
  }
  return { pairs, gaps }
}

/** Reads the counters of a centre and of its district (either may be missing) for use in ranking. */
export const experienceOf = (counts: {
  readonly centre?: DecisionCounts | undefined
  readonly district?: DecisionCounts | undefined
}): Experience => ({ centre: read(counts.centre ?? {}), district: read(counts.district ?? {}) })

interface Sum {
  accepted: number
  rejected: Map<TurnDownReason, number>
}

const sumOf = (counted: Counted, asked: readonly string[], other: string): Sum => {
  const sum: Sum = { accepted: 0, rejected: new Map() }
  for (const concept of asked) {
    const tally = counted.pairs.get(concept)?.get(other)
    if (!tally) continue
    // two concepts understood of one need were counted at once, so they are not added up
    sum.accepted = Math.max(sum.accepted, tally.accepted)
    for (const [reason, count] of tally.rejected)
      sum.rejected.set(reason, Math.max(sum.rejected.get(reason) ?? 0, count))
  }
  return sum
}

const against = ({ rejected }: Sum): number =>
  [...rejected].reduce((sum, [reason, count]) => sum + count * turnedDown[reason].weight, 0)

const pushOf = (sum: Sum, doubt: number): number => {
  const weightAgainst = against(sum)
  const all = sum.accepted + weightAgainst
  const push = ((sum.accepted - weightAgainst) / (all + doubt)) * (all / (all + 1))
  return push < 0 && all < learningNumbers.believedFrom ? 0 : push
}

const sayRejected = ({ rejected }: Sum): string[] => {
  const times = [...rejected.values()].reduce((all, count) => all + count, 0)
  const [mostly] = [...rejected].sort(([, a], [, b]) => b - a)
  return mostly ? [`以前 ${times} 次说不合适：${mostly[0]}`] : []
}

/** The concepts of a need by which decisions are looked up, as parts of keys. */
export const lookedUp = (asked: Understanding): readonly string[] =>
  chiefConcepts(asked).map(({ concept }) => keyPart(dictionary().ids[concept] ?? ''))

const most = (values: readonly (number | undefined)[]): number =>
  Math.max(0, ...values.map((one) => one ?? 0))

/**
 * What earlier decisions say of a resource for a need. The centre's own decisions about this very resource count most,
 * the district's about this kind of service less, and needs of the kind that often ended on the gap list speak against
 * whatever was never taken for them.
 */
export const lessonFor = (
  asked: readonly string[],
  resourceId: string,
  offered: string,
  { centre, district }: Experience,
): Lesson => {
  const here = sumOf(centre, asked, keyPart(resourceId))
  const everywhere = sumOf(district, asked, offered)
  const gapsHere = most(asked.map((concept) => centre.gaps.get(concept)))
  const unserved = here.accepted === 0 && gapsHere >= learningNumbers.believedFrom
  const gapPush = unserved ? gapsHere / (gapsHere + learningNumbers.doubtGap) : 0
  const push =
    pushOf(here, learningNumbers.doubtCentre) +
    pushOf(everywhere, learningNumbers.doubtDistrict) -
    gapPush / 2
  const taken = here.accepted > 0 ? [`以前类似的需求采用过 ${here.accepted} 次`] : []
  const takenElsewhere =
    here.accepted === 0 && everywhere.accepted >= learningNumbers.tellDistrictFrom
      ? [`全区类似的需求采用过 ${everywhere.accepted} 次`]
      : []
  return {
    push: Math.max(-1, Math.min(1, push)),
    net: here.accepted - against(here) - (unserved ? gapsHere : 0),
    reasons: [...taken, ...takenElsewhere],
    obstacles: [...sayRejected(here), ...(unserved ? [`以前类似的需求 ${gapsHere} 次没找到合适的`] : [])],
  }
}

/** Resources that staff chose for such needs before, by key part: they are looked at even when no word leads to them. */
export const chosenBefore = (asked: readonly string[], { centre }: Experience): ReadonlySet<string> =>
  new Set(
    asked.flatMap((concept) =>
      [...(centre.pairs.get(concept) ?? [])].flatMap(([resource, { accepted }]) =>
        accepted > 0 ? [resource] : [],
      ),
    ),
  )

/** Moves a strength (0…1) as far as the decisions push; without a push it stays exactly as it is. */
export const moveBy = (strength: number, push: number): number =>
  push >= 0
    ? strength + (1 - strength) * learningNumbers.lift * push
    : strength * (1 + learningNumbers.drop * push)
