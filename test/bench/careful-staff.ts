import {
  countsOfDecision,
  type Decision,
  type DecisionCounts,
  mergeCounts,
  type TurnDownReason,
} from '../../cloudfunctions/lists/matching/decisions.rule'
import {
  type Catalogue,
  type MatchableNeed,
  type MatchableResource,
  type Suggestion,
  suggest,
} from '../../cloudfunctions/lists/matching/match.rule'

/** How a labelled pair is graded; nought when it is not listed. */
export type GradeOf = (need: string, resource: string) => number

const reasonFor = (grade: number, { obstacles }: Suggestion): TurnDownReason => {
  if (grade === 0) return '不是这回事'
  const said = obstacles.join()
  if (/日子|钟点|时间|寒暑假/.test(said)) return '时间不合'
  if (said.includes('不能上门')) return '不能上门'
  return /仅面向|年龄/.test(said) ? '对象不符' : '其他'
}

/** A row of numbers 0…1 that looks like chance and is the same every time. */
export const sequence = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/**
 * What a careful member of staff does with one need, told by its labels: takes the best of what is suggested, turns
 * down what stands above it, looks for it by hand when it is not there, and puts on the gap list what nobody can serve.
 */
export const decide = (
  need: MatchableNeed,
  catalogue: Catalogue,
  resources: readonly MatchableResource[],
  gradeOf: GradeOf,
): Decision[] => {
  const { text } = need
  const { suggestions } = suggest(need, catalogue)
  const byId = new Map(resources.map((resource) => [resource.id, resource]))
  const grades = suggestions.map(({ resourceId }) => gradeOf(need.id, resourceId))
  const best = Math.max(0, ...grades)
  const taken = best >= 2 ? grades.indexOf(best) : -1
  const decisions: Decision[] = []
  suggestions.forEach((suggestion, place) => {
    const resource = byId.get(suggestion.resourceId)
    const grade = grades[place] ?? 0
    if (!resource) return
    if (place === taken) decisions.push({ kind: 'accepted', text, resource })
    else if (grade < 2 && (taken === -1 || place < taken))
      decisions.push({ kind: 'rejected', text, resource, reason: reasonFor(grade, suggestion) })
  })
  if (taken >= 0) return decisions
  const [byHand] = resources
    .filter(({ id }) => gradeOf(need.id, id) >= 2)
    .sort((a, b) => gradeOf(need.id, b.id) - gradeOf(need.id, a.id))
  return [...decisions, byHand ? { kind: 'byHand', text, resource: byHand } : { kind: 'gap', text }]
}

/** The same decisions with some gone wrong: what was taken is turned down, what was turned down is taken. */
export const withMistakes = (
  decisions: readonly Decision[],
  share: number,
  chance: () => number,
): Decision[] =>
  decisions.map((decision) => {
    if (chance() >= share || decision.kind === 'gap') return decision
    const { text, resource } = decision
    return decision.kind === 'rejected'
      ? { kind: 'accepted', text, resource }
      : { kind: 'rejected', text, resource, reason: '不是这回事' }
  })

/** All decisions as the two documents in which they are kept. */
export const countsOf = (
  decisions: readonly Decision[],
): { readonly centre: DecisionCounts; readonly district: DecisionCounts } => {
  let centre: DecisionCounts = {}
  let district: DecisionCounts = {}
  for (const decision of decisions) {
    const counts = countsOfDecision(decision)
    centre = mergeCounts(centre, counts.centre)
    district = mergeCounts(district, counts.district)
  }
  return { centre, district }
}
