import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Catalogue,
  type MatchableNeed,
  prepareResources,
  rankForNeed,
  suggest,
} from '../../cloudfunctions/lists/matching/match.rule'
import { readRows } from '../../config/rows'
import { bigramsOf, icuWordsOf, rankByBm25, type Tokenize } from './bm25'
import { benchLearning, type LearningFigures } from './learning-figures'
import { type DataSet, folds } from './matching-set'
import { type Answer, type Figures, scoreRun } from './scorer'

/** What one bench run says: a table of figures per matcher and the speed of ours. */
export interface MatchingBench {
  rows: ({ matcher: string } & Figures)[]
  learning: { name: string; figures: LearningFigures }[]
  speed: { needs: number; resources: number; seconds: number; peakHeapMb: number }
}

const readSet = (folder: string): DataSet => {
  const rows = <Row>(name: string): Row[] =>
    readRows<Row>(readFileSync(join(folder, `${name}.jsonl`), 'utf8'))
  return { needs: rows('needs'), resources: rows('resources'), labels: rows('qrels') }
}

const answersOf = (needs: readonly MatchableNeed[], catalogue: Catalogue): Answer[] =>
  needs.map((need) => ({ need: need.id, ranked: rankForNeed(need, catalogue) }))

const baseline = (set: DataSet, tokenize: Tokenize): Figures => {
  const documents = set.resources.map(({ id, title, description, categories }) => ({
    id,
    text: [title, description, ...categories].join(' '),
  }))
  const rank = rankByBm25(documents, tokenize)
  return scoreRun(
    set.needs,
    set.labels,
    set.needs.map(({ id, text }) => ({ need: id, ranked: rank(text) })),
  )
}

const thresholds = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4]

/** Sets the one threshold by four fifths of the needs and answers the last fifth with it, five times over. */
const fiveFold = (set: DataSet, catalogue: Catalogue): Figures => {
  const worth = ({ ndcg5, noMatchLeftEmpty }: Figures): number => ndcg5 + 0.2 * noMatchLeftEmpty
  const found = set.needs.map((need) => ({ need: need.id, ...suggest(need, catalogue) }))
  const runs = thresholds.map((offerFrom) =>
    found.map(({ need, suggestions, nearMisses }): Answer => {
      const all = [...suggestions, ...nearMisses]
      const offered = all.filter(({ verdict, score }) => verdict !== 'cannot' && score >= offerFrom)
      const tail = all.filter((one) => !offered.includes(one))
      return {
        need,
        ranked: offered.length === 0 ? [] : [...offered, ...tail].map(({ resourceId }) => resourceId),
      }
    }),
  )
  const answers = Array.from({ length: folds }, (_, fold) => {
    const training = set.needs.filter((_need, place) => place % folds !== fold)
    const figures = runs.map((run) => worth(scoreRun(training, set.labels, run)))
    const best = runs[figures.indexOf(Math.max(...figures))] ?? []
    return best.filter((_answer, place) => place % folds === fold)
  }).flat()
  return scoreRun(set.needs, set.labels, answers)
}

const repeat = <Row extends { id: string }>(rows: readonly Row[], count: number): Row[] =>
  Array.from({ length: count }, (_, place) => rows[place % rows.length])
    .filter((row) => row !== undefined)
    .map((row, place) => ({ ...row, id: `${row.id}-${place}` }))

const timed = (set: DataSet): MatchingBench['speed'] => {
  const needs = repeat(set.needs, 10_000)
  const resources = repeat(set.resources, 1000)
  const started = performance.now()
  const catalogue = prepareResources(resources)
  let peak = 0
  needs.forEach((need, place) => {
    rankForNeed(need, catalogue)
    if (place % 200 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed)
  })
  return {
    needs: needs.length,
    resources: resources.length,
    seconds: (performance.now() - started) / 1000,
    peakHeapMb: peak / 2 ** 20,
  }
}

/**
 * Measures the matcher beside both text baselines on the sample, five-fold for its threshold, on two sets of our own
 * (the first written before, the last after the dictionary), what staff decisions change, and its speed on 10,000 needs × 1,000 resources.
 */
export const benchMatching = async (root = process.cwd()): Promise<MatchingBench> => {
  const sample = readSet(join(root, 'localcloud/demo/matching-dev'))
  const heldOut = readSet(join(root, 'test/lists/fixtures/matching-heldout'))
  const blind = readSet(join(root, 'test/lists/fixtures/matching-blind'))
  const ours = (set: DataSet): Figures =>
    scoreRun(set.needs, set.labels, answersOf(set.needs, prepareResources(set.resources)))
  return {
    rows: [
      { matcher: 'BM25, character pairs', ...baseline(sample, bigramsOf) },
      { matcher: 'BM25, ICU words', ...baseline(sample, icuWordsOf) },
      { matcher: 'linli', ...ours(sample) },
      { matcher: 'linli, threshold five-fold', ...fiveFold(sample, prepareResources(sample.resources)) },
      { matcher: 'linli, own first set', ...ours(heldOut) },
      { matcher: 'linli, own last set', ...ours(blind) },
    ],
    learning: [
      { name: 'learning', figures: benchLearning(sample) },
      { name: 'learning, own last set', figures: benchLearning(blind) },
    ],
    speed: timed(sample),
  }
}
