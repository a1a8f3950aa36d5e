import { homeVoices } from './voices-home'
import { moreVoices } from './voices-more'
import { townVoices } from './voices-town'

const tellers = [homeVoices, townVoices, moreVoices]

/** Voices (居民的说法): further ways of telling a concept, only compared by likeness, never decisive. */
export const voices: Readonly<Record<string, string>> = Object.fromEntries(
  [...new Set(tellers.flatMap((teller) => Object.keys(teller)))].map((concept) => [
    concept,
    tellers.map((teller) => teller[concept] ?? '').join(' '),
  ]),
)
