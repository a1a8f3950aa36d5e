/** The plain text baseline that the matcher has to beat: Okapi BM25 of a need's text, without any filter. */
export type Tokenize = (text: string) => string[]

const runs = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []

/** Neighbouring pairs of Chinese characters; Latin words and numbers stay whole. */
export const bigramsOf: Tokenize = (text) =>
  runs(text).flatMap((run) => {
    if (/^[a-z0-9]/.test(run) || run.length === 1) return [run]
    return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))
  })

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words ICU finds. */
export const icuWordsOf: Tokenize = (text) =>
  [...segmenter.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  )

/** Ranks documents for a query, best first, at most ten; documents without a common token are left out. */
export const rankByBm25 = (documents: readonly { id: string; text: string }[], tokenize: Tokenize) => {
  const bags = documents.map(({ id, text }) => {
    const tokens = tokenize(text)
    const counts = new Map<string, number>()
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
    return { id, counts, length: tokens.length }
  })
  const average = bags.reduce((sum, { length }) => sum + length, 0) / bags.length
  const holders = (token: string): number => bags.filter(({ counts }) => counts.has(token)).length
  return (query: string): string[] => {
    const tokens = [...new Set(tokenize(query))].map((token) => {
      const n = holders(token)
      return { token, rarity: Math.log(1 + (bags.length - n + 0.5) / (n + 0.5)) }
    })
    return bags
      .map(({ id, counts, length }) => {
        const score = tokens.reduce((sum, { token, rarity }) => {
          const count = counts.get(token) ?? 0
          return sum + (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average))
        }, 0)
        return { id, score }
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, 10)
      .map(({ id }) => id)
  }
}
