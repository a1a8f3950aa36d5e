import { dayText } from '../../types/common/time'
import type { ProblemRow } from './shown'

type Timed = Pick<ProblemRow, 'state' | 'dueDay' | 'daysLeft' | 'overdue' | 'provisional'>

interface Standing {
  readonly tone: 'good' | 'warn' | 'late' | 'calm' | 'own'
  readonly word: string
}

/** How a problem stands, in a word: 「还有 3 个工作日」「今天到期」「超期 2 个工作日」「已销号」. */
export const problemStanding = ({ state, daysLeft, overdue }: Timed): Standing => {
  if (state === 'struckOff') return { tone: 'good', word: '已销号' }
  if (state === 'done') return { tone: 'own', word: '办完,等确认' }
  if (overdue) return { tone: 'late', word: daysLeft < 0 ? `超期 ${-daysLeft} 个工作日` : '超期了' }
  if (daysLeft === 0) return { tone: 'warn', word: '今天到期' }
  return { tone: daysLeft > 1 ? 'calm' : 'warn', word: `还有 ${daysLeft} 个工作日` }
}

/** Until when: 「12月31日前」, and that the day may move while next year's holidays are not published. */
export const dueWords = ({ state, dueDay, provisional }: Timed): string =>
  `${dayText(dueDay)}前${state === 'open' && provisional ? '(明年放假安排还没公布,公布后重算)' : ''}`
