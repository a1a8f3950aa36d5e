import type { Tone } from '../../ui/status-tag'
import type { Route } from '../shown'

type Outcome = NonNullable<Route['stops'][number]['tick']>['outcome']

/** What a courier found at a door, in words. */
export const outcomeWords: Readonly<Record<Outcome, { readonly tone: Tone; readonly word: string }>> = {
  delivered: { tone: 'good', word: '送到了' },
  noAnswer: { tone: 'late', word: '没人应门' },
  wrong: { tone: 'warn', word: '不对' },
  refused: { tone: 'warn', word: '不要了' },
}

/** 「9 份,已送 7 份,1 份没送到」: a door where nobody answered is not brought. Takes what came of the ticked doors. */
export const progressWords = (portions: number, outcomes: readonly Outcome[]): string => {
  const brought = outcomes.filter((outcome) => outcome === 'delivered').length
  const missed = outcomes.length - brought
  return `${portions} 份,已送 ${brought} 份${missed > 0 ? `,${missed} 份没送到` : ''}`
}
