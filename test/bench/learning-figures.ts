import type { Decision } from '../../cloudfunctions/lists/matching/decisions.rule'
import { type Experience, experienceOf } from '../../cloudfunctions/lists/matching/learning.rule'
import { prepareResources, rankForNeed, suggest } from '../../cloudfunctions/lists/matching/match.rule'
import { countsOf, decide, type GradeOf, sequence, withMistakes } from './careful-staff'
import { type DataSet, folds } from './matching-set'
import { type Figures, scoreRun } from './scorer'

/** What staff decisions change, on one set. */
export interface LearningFigures {
  unlearned: Figures
  /** Decisions of four fifths of the needs, the last fifth ranked with them. */
  learned: Figures
  /** The same with every tenth decision wrong, mean of some drawings. */
  mistaken: Figures
  /** Only the district's counters, as at a centre that has decided nothing yet. */
  districtOnly: Figures
  /** The same needs again after they were decided once, and three times: what recurs every month. */
  again: Figures
  oftenAgain: Figures
  /** Good offers (first in the list, grade 2 or 3) and how many one wrong decision about them pushes out. */
  goodOffers: number
  pushedOut: number
  /** How many of them it takes from the first place. */
  overtaken: number
}

const drawings = 5
const mistakes = 0.1

const mean = (all: readonly Figures[]): Figures => {
  const of = (field: keyof Figures) => all.reduce((sum, one) => sum + one[field], 0) / all.length
  return {
    ndcg5: of('ndcg5'),
    recall5: of('recall5'),
    mrr: of('mrr'),
    noMatchLeftEmpty: of('noMatchLeftEmpty'),
    matchableLeftEmpty: of('matchableLeftEmpty'),
  }
}

/** Learns from four fifths of a set what staff decide and ranks the last fifth with it, five times over. */
export const benchLearning = (set: DataSet): LearningFigures => {
  const catalogue = prepareResources(set.resources)
  const grades = new Map(set.labels.map(({ need, resource, grade }) => [`${need} ${resource}`, grade]))
  const gradeOf: GradeOf = (need, resource) => grades.get(`${need} ${resource}`) ?? 0
  const decided = set.needs.map((need) => decide(need, catalogue, set.resources, gradeOf))
  const run = (experienceFor: (fold: number) => Experience | undefined): Figures => {
    const experiences = Array.from({ length: folds }, (_, fold) => experienceFor(fold))
    const answers = set.needs.map((need, place) => ({
      need: need.id,
      ranked: rankForNeed(need, catalogue, experiences[place % folds]),
    }))
    return scoreRun(set.needs, set.labels, answers)
  }
  const before = (fold: number): Decision[] => decided.filter((_, place) => place % folds !== fold).flat()
  const wrong = (seed: number): Figures => {
    const chance = sequence(seed)
    return run((fold) => experienceOf(countsOf(withMistakes(before(fold), mistakes, chance))))
  }
  const offers = set.needs.flatMap((need) => {
    const [first] = suggest(need, catalogue).suggestions
    const resource = set.resources.find(({ id }) => id === first?.resourceId)
    return resource && gradeOf(need.id, resource.id) >= 2 ? [{ need, resource }] : []
  })
  const afterwards = offers.map(({ need, resource }) => {
    const counts = countsOf([{ kind: 'rejected', text: need.text, resource, reason: '不是这回事' }])
    return suggest(need, catalogue, undefined, experienceOf(counts)).suggestions.findIndex(
      ({ resourceId }) => resourceId === resource.id,
    )
  })
  return {
    unlearned: run(() => undefined),
    learned: run((fold) => experienceOf(countsOf(before(fold)))),
    mistaken: mean(Array.from({ length: drawings }, (_, seed) => wrong(seed + 1))),
    districtOnly: run((fold) => experienceOf({ district: countsOf(before(fold)).district })),
    again: run(() => experienceOf(countsOf(decided.flat()))),
    oftenAgain: run(() => experienceOf(countsOf([decided, decided, decided].flat(2)))),
    goodOffers: offers.length,
    pushedOut: afterwards.filter((place) => place === -1).length,
    overtaken: afterwards.filter((place) => place > 0).length,
  }
}
