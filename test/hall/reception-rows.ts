import type { Question, ReceptionRuleDocument } from '../../cloudfunctions/_kit/documents/sessions'
import type { InputOf } from '../../types/common/contract'
import { instantOf, type ShanghaiDay } from '../../types/common/time'
import type { hallContract } from '../../types/hall.contract'
import { centres } from '../harness/town'

export const centreId = centres.jingui

/** A Thursday; reception tests begin on it at eight in the morning. */
export const thursday = '2026-11-26' as ShanghaiDay
export const morning = instantOf(thursday, 8 * 60)
export const evening = instantOf(thursday, 19 * 60)

/** 居民夜谈, every Thursday from seven to nine, twelve slots. */
export const nightTalk = {
  centreId,
  kind: 'residentTalk',
  title: '居民夜谈',
  recurrence: { every: 'week', weekday: 4 },
  startsAt: 19 * 60,
  slots: 12,
  slotMinutes: 10,
  place: '社区议事厅',
  host: '周书记',
  skipHolidays: true,
  startsOn: '2026-01-01' as ShanghaiDay,
  stopped: false,
} as const satisfies InputOf<typeof hallContract, 'saveReceptionRule'>

/** The same as a row. */
export const ruleRow: ReceptionRuleDocument = {
  ...nightTalk,
  _id: 'night-talk',
  madeUntil: '2026-12-31' as ShanghaiDay,
  editedIn: '',
  order: '1',
}

/** 「路灯不亮」, asked in the first slot. */
export const questionRow = (facts: Partial<Question> = {}): Question => ({
  id: 'q',
  slot: 1,
  at: evening,
  who: 'wang',
  nameSealed: '',
  nameMasked: '王**',
  phoneSealed: '',
  topic: '路灯不亮',
  outcome: '',
  answer: '',
  problemId: '',
  answeredIn: '',
  requestKey: 'booked',
  ...facts,
})
