import type { OutputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'

type Hall = typeof hallContract
export type SessionRow = OutputOf<Hall, 'sessions'>['rows'][number]
export type ShownSession = OutputOf<Hall, 'session'>
export type SessionOfStaff = OutputOf<Hall, 'sessionOfStaff'>
export type AgendaItem = ShownSession['agenda'][number]
type Outcome = AgendaItem['outcome']

/** 结果 of an item, as people say it. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  '': '还没有写',
  resolved: '形成决议',
  continued: '继续商量',
  dropped: '不再商量',
}
