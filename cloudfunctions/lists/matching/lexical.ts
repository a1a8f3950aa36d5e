import { wordsOf } from './tokens'

/** Words of many texts, ready for ranking them against a query (Okapi BM25). */
export interface LexicalIndex {
  postings: Map<string, { document: number; gain: number }[]>
  rarity: Map<string, number>
}

const saturation = 1.2
const lengthShare = 0.75

/** Builds the word index of the documents; the documents keep their numbers. */
export const indexWords = (documents: readonly string[]): LexicalIndex => {
  const counted = documents.map((text) => {
    const counts = new Map<string, number>()
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  })
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0))
  const average = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length)
  const postings: LexicalIndex['postings'] = new Map()
  counted.forEach((counts, document) => {
    const stretch = 1 - lengthShare + (lengthShare * (lengths[document] ?? 0)) / Math.max(1, average)
    for (const [word, count] of counts) {
      const gain = (count * (saturation + 1)) / (count + saturation * stretch)
      const list = postings.get(word) ?? []
      list.push({ document, gain })
      postings.set(word, list)
    }
  })
  const rarity = new Map<string, number>()
  for (const [word, list] of postings) {
    rarity.set(word, Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5)))
  }
  return { postings, rarity }
}

/** BM25 of the documents that share a word with the query, by document number. */
export const searchWords = (query: string, index: LexicalIndex): Map<number, number> => {
  const scores = new Map<number, number>()
  for (const word of new Set(wordsOf(query))) {
    const rarity = index.rarity.get(word) ?? 0
    for (const { document, gain } of index.postings.get(word) ?? []) {
      scores.set(document, (scores.get(document) ?? 0) + rarity * gain)
    }
  }
  return scores
}
