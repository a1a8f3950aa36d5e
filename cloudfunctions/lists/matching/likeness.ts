import type { Concept } from './concepts/concept'
import { fields } from './concepts/fields'
import { providers } from './concepts/providers'
import { voices } from './concepts/voices'

/** How alike a text is to all that residents say about each concept; built from the dictionary's own phrases. */
export interface LikenessIndex {
  /** Per feature (a character, two neighbouring characters, a field), the concepts that know it and how much it tells. */
  postings: Map<string, { concept: number; weight: number }[]>
}

/** Characters of grammar, measure and address: they stand in every sentence and tell nothing. */
const mute = new Set(
  '的了是在我你他她它们这那个一二三四五六七八九十不没有也都就还很太要想能会可以去来到上下里外和跟与对把被给让叫着过得地吧呢啊嘛吗么哪谁什怎么几多少又再只才已经从向于而且但或如果因为所以之其每各另自己人家年月日天时候点次回件只条种样些起出进开好大小老阿儿子头边面中后前间说话看见知道找用做成多少啥咋唔冇系俺咱您',
)

const fieldsOf = new Map<string, string[]>()
for (const [field, words] of Object.entries(fields)) {
  for (const word of words.split(' ')) {
    if (word.length > 1) fieldsOf.set(word, [...(fieldsOf.get(word) ?? []), `@${field}`])
  }
}
const longestWord = 5

const featuresOf = (text: string): Set<string> => {
  const features = new Set<string>()
  for (const run of text.match(/[\p{Script=Han}a-z]+/gu) ?? []) {
    for (let at = 0; at < run.length; at += 1) {
      const one = run.charAt(at)
      if (!mute.has(one)) features.add(one)
      const two = run.slice(at, at + 2)
      if (two.length === 2 && !(mute.has(one) && mute.has(two.charAt(1)))) features.add(two)
      for (let length = 2; length <= longestWord && at + length <= run.length; length += 1) {
        for (const field of fieldsOf.get(run.slice(at, at + length)) ?? []) features.add(field)
      }
    }
  }
  return features
}

const split = (phrases: string): string[] => phrases.split(/\s+/).map((phrase) => phrase.replace(/[!?]/g, ''))

/** What residents say of a concept, phrase by phrase. */
export const askedPhrases = ({ id, words, asks }: Concept): string[] =>
  split(`${words} ${asks ?? ''} ${voices[id] ?? ''}`)

/** What providers say of a concept, phrase by phrase. */
export const offeredPhrases = ({ id, name, words, offers }: Concept): string[] =>
  split(`${name} ${words} ${offers ?? ''} ${providers[id] ?? ''}`)

const featureShare = (feature: string): number =>
  feature.startsWith('@') ? 0.6 : feature.length === 1 ? 0.5 : 1

/** Learns from the dictionary which features tell which concept: rare among concepts and frequent in one tells most. */
export const indexLikeness = (
  concepts: readonly Concept[],
  phrasesOf: (concept: Concept) => string[],
): LikenessIndex => {
  const counts = concepts.map((concept) => {
    const seen = new Map<string, number>()
    for (const phrase of phrasesOf(concept)) {
      for (const feature of featuresOf(phrase)) seen.set(feature, (seen.get(feature) ?? 0) + 1)
    }
    return seen
  })
  const spread = new Map<string, number>()
  for (const seen of counts)
    for (const feature of seen.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1)
  const postings: LikenessIndex['postings'] = new Map()
  counts.forEach((seen, concept) => {
    for (const [feature, count] of seen) {
      const rarity = Math.log(concepts.length / (spread.get(feature) ?? 1)) / Math.log(concepts.length)
      const weight = featureShare(feature) * rarity * rarity * Math.min(1.6, 0.7 + 0.3 * count)
      const list = postings.get(feature) ?? []
      list.push({ concept, weight })
      postings.set(feature, list)
    }
  })
  return { postings }
}

/** Sums, per concept, how much of a text is the way people speak of it; longer texts are scaled down. */
export const readLikeness = (text: string, index: LikenessIndex): Map<number, number> => {
  const sums = new Map<number, number>()
  const features = featuresOf(text.normalize('NFKC').toLowerCase())
  for (const feature of features) {
    for (const { concept, weight } of index.postings.get(feature) ?? []) {
      sums.set(concept, (sums.get(concept) ?? 0) + weight)
    }
  }
  const scale = 1 / Math.sqrt(Math.max(8, features.size) / 8)
  for (const [concept, sum] of sums) sums.set(concept, sum * scale)
  return sums
}
