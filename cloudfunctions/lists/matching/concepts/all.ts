import type { Concept } from './concept'
import { mealConcepts } from './meals'

/** Every concept of every domain, in a fixed order. */
export const concepts: readonly Concept[] = [...mealConcepts]
