import type { Instant, ShanghaiDay } from '../../../types/common/time'
import type { ProblemLevel, Step, Tier } from '../../../types/hall.words'

/** A line of a story, only ever added. `by` is empty when time did it. */
export interface StoryLine {
  /** Of the request or the timer's step, so that a line is written once. */
  readonly key: string
  readonly at: Instant
  /** `raised`, a step's name, `movedUp`, `reopened`, `escalated`… */
  readonly kind: string
  readonly text: string
  readonly by: string
  readonly byMasked: string
  /** Session, problem or ballot it is about; empty when it is about none. */
  readonly about: string
  /** Only the staff read it. */
  readonly internal: boolean
}

/** 议事步骤 of one tier as a centre has set them. */
export interface Procedure {
  readonly tier: Tier
  readonly steps: readonly Step[]
  readonly answerWithin: number
  readonly announceAhead: number
  readonly publicNoticeDays: number
}

/** How a centre deliberates, `_id` is the centre's; a centre without one follows the nearest above, then the house. */
export interface HallSettingsDocument {
  readonly _id: string
  readonly procedures: readonly Procedure[]
  readonly confirmWithin: number
}

/** 议题. What it went through is added to it, so that one read tells the whole story. */
export interface MatterDocument {
  readonly _id: string
  readonly centreId: string
  readonly text: string
  readonly place: string
  readonly photos: readonly string[]
  readonly source: 'self' | 'visit' | 'phone' | 'group' | 'reception'
  readonly anonymous: boolean
  /** Openid; empty when the staff entered it for somebody. */
  readonly by: string
  readonly byMasked: string
  readonly raisedAt: Instant
  /** Name and phone of somebody it was entered for, sealed; empty when `by` tells. */
  readonly forNameSealed: string
  readonly forPhoneSealed: string
  readonly state: 'raised' | 'underWay' | 'answered' | 'closed' | 'withdrawn' | 'refused'
  /** Why other residents do not see it; empty when they do. */
  readonly hiddenBecause: string
  readonly tier: Tier | ''
  /** The procedure as it was when it was sorted or moved up: later settings do not change it. */
  readonly procedure: Procedure | null
  /** Steps that count as done; an answer that was not accepted is taken out again. */
  readonly done: readonly Step[]
  readonly officer: string
  readonly officerMasked: string
  /** Who was asked for an opinion, by a key without dots. */
  readonly consulted: Readonly<
    Record<
      string,
      { readonly who: string; readonly nameMasked: string; readonly opinion: string; readonly at: Instant }
    >
  >
  readonly sessions: readonly {
    readonly sessionId: string
    readonly at: Instant
    readonly title: string
    readonly outcome: '' | 'resolved' | 'continued' | 'dropped'
  }[]
  /** Problems on the list that came from it and are not struck off. */
  readonly openProblems: number
  /** Openids of those who said 「我也是」; at most 500. */
  readonly backers: readonly string[]
  /** Openids of everybody else who stands in it, so that they can be forgotten. */
  readonly concerned: readonly string[]
  readonly story: readonly StoryLine[]
  readonly answer: string
  readonly answerPhotos: readonly string[]
  /** When the answer is due; 0 before somebody has it. */
  readonly dueAt: Instant
  readonly late: boolean
  readonly publicNoticeUntil: ShanghaiDay | ''
  /** Until when the raiser may say that it is not done; 0 when nothing waits for them. */
  readonly confirmBy: Instant
  /** When the timer looks at it next; 0 when it need not. */
  readonly nextAt: Instant
  readonly changes: number
  readonly requestKey: string
  readonly order: string
}

/** 问题清单的一条. */
export interface ProblemDocument {
  readonly _id: string
  readonly centreId: string
  /** The centre and everything above it: a street finds what has climbed to it. */
  readonly line: readonly string[]
  readonly text: string
  readonly measure: string
  readonly units: readonly string[]
  readonly officer: string
  readonly officerMasked: string
  readonly source: 'matter' | 'reception' | 'session' | 'direct'
  readonly matterId: string
  /** Who confirms: the raiser's openid; empty when the secretary does. */
  readonly raiser: string
  readonly state: 'open' | 'done' | 'struckOff'
  readonly level: ProblemLevel
  /** Month it was opened in, `YYYY-MM`: the one it is counted under. */
  readonly month: string
  readonly openedOn: ShanghaiDay
  /** Working days it has, extensions included; the due day is counted again from these when a calendar changes. */
  readonly workingDays: number
  readonly extended: number
  readonly dueDay: ShanghaiDay
  readonly provisional: boolean
  readonly overdue: boolean
  readonly evidence: readonly string[]
  readonly story: readonly StoryLine[]
  readonly confirmBy: Instant
  /** When the timer looks at it next (reminder, escalation, silent confirmation); 0 when it need not. */
  readonly nextAt: Instant
  readonly changes: number
  readonly requestKey: string
  readonly order: string
}

/** What one centre's problems of one month came to. */
export interface ProblemCount {
  readonly opened: number
  readonly done: number
  readonly struckOff: number
  /** Overdue at some time, struck off since or not. */
  readonly overdue: number
}

/** 对账销号: problems by the month they were opened in, kept by every write. `_id` is `<centre>:<month>`. */
export interface ProblemFigureDocument extends ProblemCount {
  readonly _id: string
  readonly centreId: string
  readonly month: string
  /** By a key made of the unit's name. */
  readonly units: Readonly<Record<string, ProblemCount & { readonly unit: string }>>
}

/** 放假和调休 of one year as the district entered it; `_id` is `<district>:<year>`. */
export interface CalendarDocument {
  readonly _id: string
  readonly centreId: string
  readonly year: number
  /** Weekdays off. */
  readonly off: readonly ShanghaiDay[]
  /** Weekend days worked. */
  readonly worked: readonly ShanghaiDay[]
  /** Problems up to this one were counted again after the last edit; `'~'` when all were. */
  readonly recountedAfter: string
  readonly editedAt: Instant
}
