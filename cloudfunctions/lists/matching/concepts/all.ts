import { childrenConcepts } from './children'
import type { Concept } from './concept'
import { cultureConcepts } from './culture'
import { digitalConcepts } from './digital'
import { elderConcepts } from './elders'
import { elsewhereConcepts } from './elsewhere'
import { elsewhereToo } from './elsewhere-more'
import { environmentConcepts } from './environment'
import { goodsConcepts } from './goods'
import { governmentConcepts } from './government'
import { healthConcepts } from './health'
import { homeConcepts } from './home'
import { lawConcepts } from './law'
import { learningConcepts } from './learning'
import { mealConcepts } from './meals'
import { mindConcepts } from './mind'
import { neighbourConcepts } from './neighbours'
import { partyConcepts } from './party'
import { placeConcepts } from './places'
import { safetyConcepts } from './safety'
import { workConcepts } from './work'

/** Every concept of every domain, in a fixed order. */
export const concepts: readonly Concept[] = [
  ...mealConcepts,
  ...healthConcepts,
  ...mindConcepts,
  ...lawConcepts,
  ...homeConcepts,
  ...cultureConcepts,
  ...learningConcepts,
  ...childrenConcepts,
  ...elderConcepts,
  ...workConcepts,
  ...governmentConcepts,
  ...environmentConcepts,
  ...safetyConcepts,
  ...digitalConcepts,
  ...goodsConcepts,
  ...placeConcepts,
  ...partyConcepts,
  ...neighbourConcepts,
  ...elsewhereConcepts,
  ...elsewhereToo,
]
