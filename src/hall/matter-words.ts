import type { Tone } from '../ui/status-tag'
import type { MatterRow } from './shown'

/** What a matter's state means to people. */
export const matterStates: Readonly<
  Record<MatterRow['state'], { readonly tone: Tone; readonly word: string }>
> = {
  raised: { tone: 'own', word: '等社区分办' },
  underWay: { tone: 'warn', word: '在办' },
  answered: { tone: 'own', word: '已答复,等确认' },
  closed: { tone: 'good', word: '已办结' },
  withdrawn: { tone: 'calm', word: '已撤回' },
  refused: { tone: 'calm', word: '没有受理' },
}
