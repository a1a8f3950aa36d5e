import { homeVoices } from './voices-home'
import { townVoices } from './voices-town'

/** Voices (居民的说法): further ways of telling a concept, only compared by likeness, never decisive. */
export const voices: Readonly<Record<string, string>> = { ...homeVoices, ...townVoices }
