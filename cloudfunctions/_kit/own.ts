import type { Instant } from '../../types/common/time'

/** One thing that is kept about a person, as they read it in the export of their own data. */
export interface OwnRow {
  /** 说过的需求, 报名, 兑换… */
  readonly what: string
  readonly at: Instant
  readonly text: string
}
