import type { Concept } from './concepts/concept'
import { fields } from './concepts/fields'

interface Cue {
  concept: number
  weight: number
  /** How many parts must be present; a plain cue has one. */
  parts: number
}

interface Term {
  text: string
  /** The cues in which this term stands, and as which part. */
  uses: { cue: number; part: number }[]
}

/** Cues of one side (residents or providers), ready to be looked up in a text in one pass. */
export interface CueIndex {
  cues: Cue[]
  terms: Term[]
  byFirstCharacter: Map<string, Term[]>
}

const plainWeight = (length: number): number => (length === 1 ? 0.3 : length === 2 ? 0.55 : 0.8)

/** Spells out `@field` among the choices of a part. */
const spellOut = (choice: string): string[] =>
  choice.startsWith('@') ? (fields[choice.slice(1)]?.split(' ') ?? []) : [choice]

const parse = (cue: string): { parts: string[][]; weight: number } => {
  const strong = cue.startsWith('!')
  const weak = cue.endsWith('?')
  const body = cue.slice(strong ? 1 : 0, weak ? -1 : undefined)
  const parts = body.split('+').map((part) => part.split('|').flatMap(spellOut))
  const [first] = parts[0] ?? []
  const weight = strong
    ? 1.2
    : parts.length > 1
      ? 0.3 + 0.3 * parts.length
      : body.startsWith('@')
        ? 0.55
        : plainWeight(first?.length ?? 1)
  return { parts, weight: weak ? weight / 2 : weight }
}

/**
 * Builds the look-up of one side's cues.
 * A plain cue that many concepts share tells less about each of them, so it weighs less.
 */
export const indexCues = (concepts: readonly Concept[], cuesOf: (concept: Concept) => string): CueIndex => {
  const cues: Cue[] = []
  const terms = new Map<string, Term>()
  const owners = new Map<string, Set<number>>()
  const plain: { cue: Cue; term: string }[] = []
  concepts.forEach((concept, place) => {
    for (const written of new Set(cuesOf(concept).split(/\s+/).filter(Boolean))) {
      const { parts, weight } = parse(written)
      const number = cues.length
      const cue = { concept: place, weight, parts: parts.length }
      cues.push(cue)
      parts.forEach((choices, part) => {
        for (const text of choices) {
          const term = terms.get(text) ?? { text, uses: [] }
          terms.set(text, term)
          term.uses.push({ cue: number, part })
          if (parts.length > 1) continue
          plain.push({ cue, term: text })
          owners.set(text, (owners.get(text) ?? new Set()).add(place))
        }
      })
    }
  })
  for (const { cue, term } of plain) cue.weight /= Math.sqrt(owners.get(term)?.size ?? 1)
  const byFirstCharacter = new Map<string, Term[]>()
  for (const term of terms.values()) {
    const first = term.text.charAt(0)
    byFirstCharacter.set(first, [...(byFirstCharacter.get(first) ?? []), term])
  }
  return { cues, terms: [...terms.values()], byFirstCharacter }
}

const findTerms = (text: string, index: CueIndex): { term: Term; at: number }[] => {
  const found: { term: Term; at: number }[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (const term of index.byFirstCharacter.get(text.charAt(at)) ?? []) {
      if (text.startsWith(term.text, at)) found.push({ term, at })
    }
  }
  return found
}

/**
 * Sums, per concept, the weights of the cues a text holds. A term inside a longer found term is silent as a plain cue
 * (「旧冰箱」 speaks of recycling, its 「冰箱」 not of repair) but still serves as part of a combined one.
 */
export const readCues = (text: string, index: CueIndex): Map<number, number> => {
  const found = findTerms(text, index)
  const reach = new Int32Array(text.length + 1)
  for (const { term, at } of found) reach[at] = Math.max(reach[at] ?? 0, at + term.text.length)
  const covered = (at: number, end: number): boolean => {
    for (let from = Math.max(0, at - 7); from <= at; from += 1) {
      const to = reach[from] ?? 0
      if (to >= end && to - from > end - at) return true
    }
    return false
  }
  const seen = new Map<number, number>()
  for (const { term, at } of found) {
    const silent = covered(at, at + term.text.length)
    for (const { cue, part } of term.uses) {
      if (silent && index.cues[cue]?.parts === 1) continue
      seen.set(cue, (seen.get(cue) ?? 0) | (1 << part))
    }
  }
  const evidence = new Map<number, number>()
  for (const [number, parts] of seen) {
    const cue = index.cues[number]
    if (!cue || parts !== (1 << cue.parts) - 1) continue
    evidence.set(cue.concept, (evidence.get(cue.concept) ?? 0) + cue.weight)
  }
  return evidence
}

/** Turns summed evidence into an activation: each further cue adds less. */
export const saturate = (evidence: number): number => 1 - Math.exp(-1.2 * evidence)
