import type { OutputOf } from '../../types/common/contract'
import type { listsContract } from '../../types/lists.contract'
import { pageOf } from '../_kit/page.rule'
import type { Board } from './board.store'
import {
  type Catalogue,
  type MatchableNeed,
  type MatchableResource,
  prepareResources,
  type Suggestion,
  suggest,
} from './matching/match.rule'
import type { ListedNeed } from './need.store'
import { staffNeedView } from './need.view'
import type { ListedResource } from './resource.store'

type BoardView = OutputOf<typeof listsContract, 'matchBoard'>
type SuggestionView = BoardView['rows'][number]['suggestions'][number]

const matchableResource = (resource: ListedResource): MatchableResource => ({
  id: resource._id,
  unit: resource.unit,
  title: resource.title,
  description: resource.description,
  categories: [...resource.categories],
  audience: [...resource.audience],
  weekdays: [...resource.weekdays],
  hours: resource.hours,
  capacityPerSession: resource.capacityPerSession,
  homeVisit: resource.homeVisit,
  ...(resource.location && { location: { ...resource.location } }),
  paused: resource.paused,
})

const matchableNeed = (need: ListedNeed): MatchableNeed => ({
  id: need._id,
  text: need.text,
  beneficiary: [...need.beneficiary],
  ...(need.weekdays && { weekdays: [...need.weekdays] }),
  ...(need.hours && { hours: need.hours }),
  headcount: need.headcount,
  mobilityImpaired: need.mobilityImpaired,
  ...(need.location && { location: { ...need.location } }),
})

/** Suggestions shown per need. */
const shown = 5

const rowOf = (
  need: ListedNeed,
  catalogue: Catalogue,
  byId: ReadonlyMap<string, ListedResource>,
): BoardView['rows'][number] => {
  const rejected = new Set(need.rejected.map(({ resourceId }) => resourceId))
  const found = suggest(matchableNeed(need), catalogue, shown + rejected.size)
  const views = (suggestions: readonly Suggestion[]): SuggestionView[] =>
    suggestions
      .filter(({ resourceId }) => !rejected.has(resourceId))
      .slice(0, shown)
      .map((one) => ({
        ...one,
        unit: byId.get(one.resourceId)?.unit ?? '',
        title: byId.get(one.resourceId)?.title ?? '',
      }))
  return {
    need: staffNeedView(need),
    suggestions: views(found.suggestions),
    nearMisses: views(found.nearMisses),
  }
}

/** The matching board (对接台): every need of the page with what fits it; resources turned down for it are left out. */
export const boardView = (board: Board): BoardView => {
  const { open = 0, matched = 0, gap = 0 } = board.counts ?? {}
  const { rows, next } = pageOf(board.needs)
  const { resources } = board
  const byId = new Map(resources.map((resource) => [resource._id, resource]))
  // a need already matched asks for nothing
  const catalogue = prepareResources(
    rows.some(({ state }) => state !== 'matched') ? resources.map(matchableResource) : [],
  )
  return {
    counts: { open, matched, gap },
    rows: rows.map((need) => rowOf(need, catalogue, byId)),
    ...(next && { next }),
  }
}
