import { readCues, saturate } from './cues'
import { dictionary } from './dictionary'
import { readLikeness } from './likeness'
import type { MatchableResource } from './matchable'
import { rankingNumbers, type Understanding } from './ranking.rule'

/** How strongly a resource offers each concept, by its place in the dictionary: read from title and description. */
export const understandOffer = (resource: MatchableResource): Map<number, number> => {
  const evidence = readCues(resource.description, dictionary().offered)
  for (const [concept, weight] of readCues(resource.title, dictionary().offered)) {
    evidence.set(concept, (evidence.get(concept) ?? 0) + 1.4 * weight)
  }
  for (const [concept, sum] of readLikeness(
    `${resource.title} ${resource.description}`,
    dictionary().offeredLikeness,
  )) {
    const share = Math.min(rankingNumbers.likenessMost, sum * rankingNumbers.offeredLikenessShare)
    evidence.set(concept, (evidence.get(concept) ?? 0) + share)
  }
  const strengths = new Map<number, number>()
  for (const [concept, sum] of evidence) {
    const filed = resource.categories.some((category) => dictionary().categories[concept]?.has(category))
    strengths.set(concept, saturate(sum) * (filed ? 1 : rankingNumbers.unfiled))
  }
  return strengths
}

/**
 * Hushes everything beside what was asked for so clearly that it decides, where no centre has it: who wants a dog does
 * not want the birthday party. What the dictionary links with it may still speak.
 */
const hushBesides = (evidence: Map<number, number>): void => {
  const elsewhere = [...evidence].filter(
    ([concept, sum]) => sum >= rankingNumbers.decides && dictionary().categories[concept]?.size === 0,
  )
  for (const [place] of elsewhere) {
    const linked = new Map(dictionary().links[place]?.map(({ offered, closeness }) => [offered, closeness]))
    for (const [concept, sum] of evidence) {
      if (concept === place || (linked.get(concept) ?? 0) >= 0.5) continue
      evidence.set(concept, sum * rankingNumbers.hushed)
    }
  }
}

/** What is asked for in a text already made plain ({@link heardAndPlain}), the most certain concept first. */
export const understandNeed = (text: string): Understanding => {
  const evidence = readCues(text, dictionary().asked)
  const likeness = readLikeness(text, dictionary().askedLikeness)
  for (const [concept, sum] of likeness) {
    const share = Math.min(rankingNumbers.likenessMost, sum * rankingNumbers.likenessShare)
    evidence.set(concept, (evidence.get(concept) ?? 0) + share)
  }
  hushBesides(evidence)
  const most = Math.max(...evidence.values(), Number.EPSILON)
  return [...evidence]
    .map(([concept, sum]) => ({ concept, strength: saturate(sum) * (sum / most) ** rankingNumbers.rivalry }))
    .sort((a, b) => b.strength - a.strength || a.concept - b.concept)
}
