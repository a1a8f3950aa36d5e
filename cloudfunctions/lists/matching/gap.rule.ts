import { type Candidate, consider, isIndirect } from './candidates'
import type { Catalogue } from './catalogue'
import { dictionary } from './dictionary'
import type { Feasibility } from './feasibility.rule'
import type { Experience } from './learning.rule'
import type { MatchableNeed } from './matchable'
import { strengthOf, type Understanding } from './ranking.rule'

/** The limit that fails where the right service is there but cannot be given, in words for people. */
export const gapLimits = {
  time: '时间对不上',
  visit: '不能上门',
  audience: '对象不符',
  capacity: '每次人数不够',
} as const
export type GapLimit = keyof typeof gapLimits

/** Needs that lack the same thing (资源缺口清单的一组). */
export interface Gap {
  /** Stable within one list: what is missing and, where something is there, the limit that fails. */
  readonly key: string
  /** What would have to be found: 「陪诊」, or 「说不清的需求」 when nothing was understood. */
  readonly service: string
  readonly categories: readonly string[]
  /** Absent: no resource does it at all. */
  readonly limit?: GapLimit
  /** Resources that do it but cannot here, the nearest first; a talk with them may close the gap. */
  readonly resourceIds: readonly string[]
  readonly needIds: readonly string[]
  readonly people: number
}

/** A need on the gap list, with the resources that staff turned down for it. */
export type GapNeed = MatchableNeed & { readonly rejected?: readonly string[] }

/** Below this nothing was understood well enough to name what is missing. */
const understoodFrom = 0.3
/** A resource this strong by its words does what is asked, whatever its hours. */
const doesItFrom = 0.45
const mostResources = 5

const limitOf = ({ audience, ageFits, time, mobility, headcountFits }: Feasibility): GapLimit | undefined => {
  if (audience === 'closed' || !ageFits) return 'audience'
  if (mobility === 'cannot' || mobility === 'telephone') return 'visit'
  if (time !== 'fits' && time !== 'unstated') return 'time'
  return headcountFits ? undefined : 'capacity'
}

/** How many limits fail: with the fewest, least is missing. */
const failing = ({ audience, ageFits, time, mobility, headcountFits }: Feasibility): number =>
  [
    audience === 'closed' || !ageFits,
    mobility === 'cannot' || mobility === 'telephone',
    time !== 'fits' && time !== 'unstated',
    !headcountFits,
  ].filter(Boolean).length

const doesIt = ({ meeting }: Candidate): boolean =>
  meeting.met.length > 0 && !isIndirect(meeting) && strengthOf(meeting) >= doesItFrom

/** Whether the words leave a need without any offer, so that it belongs on the list. */
export const isGap = (need: GapNeed, catalogue: Catalogue, experience?: Experience): boolean => {
  const rejected = new Set(need.rejected)
  return !consider(need, catalogue, experience).candidates.some(
    ({ offered, verdict, prepared }) => offered && verdict === 'fits' && !rejected.has(prepared.resource.id),
  )
}

interface Missing {
  readonly concept: number | undefined
  readonly limit?: GapLimit
  readonly resourceIds: readonly string[]
}

const missingIn = (
  asked: Understanding,
  candidates: readonly Candidate[],
  rejected: ReadonlySet<string>,
): Missing => {
  const [top] = asked
  const concept = top && top.strength >= understoodFrom ? top.concept : undefined
  const near = candidates
    .filter(
      (one) => doesIt(one) && !rejected.has(one.prepared.resource.id) && limitOf(one.judged) !== undefined,
    )
    .sort((a, b) => failing(a.judged) - failing(b.judged) || strengthOf(b.meeting) - strengthOf(a.meeting))
  const [nearest] = near
  if (!nearest || concept === undefined) return { concept, resourceIds: [] }
  const limit = limitOf(nearest.judged)
  const alike = near.filter(({ judged }) => limitOf(judged) === limit)
  return {
    concept: nearest.meeting.met[0] ?? concept,
    ...(limit && { limit }),
    resourceIds: alike.map(({ prepared }) => prepared.resource.id),
  }
}

/** Needs that miss the same, while they are gathered. */
interface Group {
  readonly missing: Missing
  /** How many of the needs each resource nearly serves. */
  readonly resources: Map<string, number>
  readonly needIds: string[]
  people: number
}

/**
 * Groups the needs of the gap list by what is missing, most people first: a service that nobody offers, or one that is
 * there but at the wrong time, not at the door, for others, or too small. Needs that nobody understands come last.
 */
export const gapsOf = (needs: readonly GapNeed[], catalogue: Catalogue): Gap[] => {
  const { names, ids, categories } = dictionary()
  const groups = new Map<string, Group>()
  for (const need of needs) {
    const { asked, candidates } = consider(need, catalogue)
    const missing = missingIn(asked, candidates, new Set(need.rejected))
    const { concept, limit } = missing
    const key = concept === undefined ? '' : [ids[concept], limit].filter(Boolean).join(':')
    const group: Group = groups.get(key) ?? { missing, resources: new Map(), needIds: [], people: 0 }
    groups.set(key, group)
    group.needIds.push(need.id)
    group.people += need.headcount
    for (const id of missing.resourceIds) group.resources.set(id, (group.resources.get(id) ?? 0) + 1)
  }
  return [...groups]
    .map(
      ([
        key,
        {
          missing: { concept, limit },
          resources,
          needIds,
          people,
        },
      ]) => ({
        key,
        service: concept === undefined ? '说不清的需求' : (names[concept] ?? ''),
        categories: concept === undefined ? [] : [...(categories[concept] ?? [])],
        ...(limit && { limit }),
        resourceIds: [...resources]
          .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
          .slice(0, mostResources)
          .map(([id]) => id),
        needIds,
        people,
      }),
    )
    .sort(
      (a, b) =>
        Number(a.key === '') - Number(b.key === '') ||
        b.people - a.people ||
        b.needIds.length - a.needIds.length ||
        (a.key < b.key ? -1 : 1),
    )
}
