import { concepts } from './concepts/all'
import { providers } from './concepts/providers'
import { situations } from './concepts/situations'
import { type CueIndex, indexCues } from './cues'
import { askedPhrases, indexLikeness, type LikenessIndex, offeredPhrases } from './likeness'

/** A way from what is asked to what is offered, by places in the dictionary. */
export interface Link {
  offered: number
  /** 1 the same thing, about .6 a substitute, about .3 the same topic. */
  closeness: number
}

/** All concepts (概念词典), ready for reading texts. */
export interface Dictionary {
  ids: readonly string[]
  placeOf: ReadonlyMap<string, number>
  names: readonly string[]
  categories: readonly ReadonlySet<string>[]
  asked: CueIndex
  askedLikeness: LikenessIndex
  offeredLikeness: LikenessIndex
  offered: CueIndex
  links: readonly (readonly Link[])[]
  /** Per concept asked, what must not be offered for it. */
  contrasts: readonly ReadonlySet<number>[]
}

const split = (list: string | undefined): string[] => (list ?? '').split(/\s+/).filter(Boolean)

/** Concepts of one family are loosely one topic. */
const familyCloseness = 0.12

const build = (): Dictionary => {
  const placeOf = new Map(concepts.map(({ id }, place) => [id, place]))
  const families = new Map<string, number[]>()
  concepts.forEach(({ id }, place) => {
    const family = id.split('.')[0] ?? id
    families.set(family, [...(families.get(family) ?? []), place])
  })
  const links = concepts.map(({ id, near, not }, place) => {
    const closeness = new Map<number, number>()
    for (const relative of families.get(id.split('.')[0] ?? id) ?? [])
      closeness.set(relative, familyCloseness)
    for (const entry of split(near)) {
      const [other, weight] = entry.split(':')
      const target = placeOf.get(other ?? '')
      if (target !== undefined) closeness.set(target, Number(weight))
    }
    for (const other of split(not)) closeness.delete(placeOf.get(other) ?? -1)
    closeness.set(place, 1)
    return [...closeness].map(([offered, weight]) => ({ offered, closeness: weight }))
  })
  return {
    ids: concepts.map(({ id }) => id),
    placeOf,
    names: concepts.map(({ name }) => name),
    categories: concepts.map((concept) => new Set(split(concept.in))),
    askedLikeness: indexLikeness(concepts, askedPhrases),
    offeredLikeness: indexLikeness(concepts, offeredPhrases),
    asked: indexCues(concepts, ({ id, words, asks }) => `${words} ${asks ?? ''} ${situations[id] ?? ''}`),
    offered: indexCues(
      concepts,
      ({ id, words, offers }) => `${words} ${offers ?? ''} ${providers[id] ?? ''}`,
    ),
    links,
    contrasts: concepts.map(({ not }) => new Set(split(not).flatMap((other) => placeOf.get(other) ?? []))),
  }
}

let built: Dictionary | undefined

/** The dictionary, built once per function instance, and only when something is matched: most calls never need it. */
export const dictionary = (): Dictionary => {
  built ??= build()
  return built
}
