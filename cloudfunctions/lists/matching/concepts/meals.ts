import type { Concept } from './concept'

/** Eating (助餐). */
export const mealConcepts: readonly Concept[] = [
  {
    id: 'meal.canteen',
    name: '社区饭堂',
    in: '助餐',
    words: '饭堂 食堂',
    asks: '没饭吃 不想做饭',
    offers: '长者饭堂',
  },
]
