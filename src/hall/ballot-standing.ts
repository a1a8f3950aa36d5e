import type { Tone } from '../ui/status-tag'
import type { Ballot } from './ballot-words'

/** How a ballot stands at a moment. */
export const ballotStanding = (
  { state, opensAt, closesAt, result }: Pick<Ballot, 'state' | 'opensAt' | 'closesAt' | 'result'>,
  now: number,
): { readonly tone: Tone; readonly word: string } => {
  if (state === 'draft') return { tone: 'calm', word: '草稿' }
  if (state === 'cancelled') return { tone: 'calm', word: '已作废' }
  if (state === 'counted') {
    return result?.passed ? { tone: 'good', word: '通过' } : { tone: 'late', word: '没有通过' }
  }
  if (now < opensAt) return { tone: 'calm', word: '还没开始' }
  return now < closesAt ? { tone: 'warn', word: '正在表决' } : { tone: 'own', word: '等计票' }
}
