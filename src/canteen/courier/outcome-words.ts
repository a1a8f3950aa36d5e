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
