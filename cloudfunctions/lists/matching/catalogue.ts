import { chiefOffer, keyPart } from './decisions.rule'
import { dictionary } from './dictionary'
import { limitsOfResource, type ResourceLimits } from './feasibility.rule'
import { indexWords, type LexicalIndex } from './lexical'
import type { MatchableResource } from './matchable'
import type { OfferIndex } from './ranking.rule'
import { understandOffer } from './understanding'

/** A resource, read once. */
export interface Prepared {
  resource: MatchableResource
  limits: ResourceLimits
  /** The kind of service it is above all, as decisions name it; empty when its words say nothing known. */
  chief: string
}

/** A centre's resources, read once and indexed; opaque to callers. */
export interface Catalogue {
  prepared: readonly Prepared[]
  offers: OfferIndex
  words: LexicalIndex
  /** Numbers of the resources by the part of a key that decisions name them by. */
  numbers: ReadonlyMap<string, number>
}

/** Reads and indexes a centre's resources once, for any number of needs; paused ones are left out. */
export const prepareResources = (resources: readonly MatchableResource[]): Catalogue => {
  const active = resources.filter((resource) => !resource.paused)
  const offers = new Map<number, { resource: number; strength: number }[]>()
  const prepared = active.map((resource, number): Prepared => {
    const strengths = understandOffer(resource)
    for (const [concept, strength] of strengths) {
      const list = offers.get(concept) ?? []
      list.push({ resource: number, strength })
      offers.set(concept, list)
    }
    const chief = chiefOffer(strengths)
    return {
      resource,
      limits: limitsOfResource(resource),
      chief: chief === undefined ? '' : keyPart(dictionary().ids[chief] ?? ''),
    }
  })
  return {
    prepared,
    offers,
    numbers: new Map(active.map(({ id }, number) => [keyPart(id), number])),
    words: indexWords(
      active.map(({ title, description, categories }) => [title, description, ...categories].join(' ')),
    ),
  }
}
