import type {
  FixedSession,
  Month,
  PlannableNeed,
  PlannableResource,
} from '../../cloudfunctions/lists/planning/month'
import type { ShanghaiDay } from '../../types/common/time'

/** A day in China, for tests. */
export const day = (text: string): ShanghaiDay => text as ShanghaiDay

/** Tuesday 1 and Wednesday 2 December 2026. */
export const tuesday = day('2026-12-01')
export const wednesday = day('2026-12-02')

/** One person who waits since today for `resource-1`, with the given differences. */
export const plannable = (differences: Partial<PlannableNeed> = {}): PlannableNeed => ({
  id: 'need-1',
  people: 1,
  urgency: 0,
  waitedDays: 0,
  careTags: 0,
  slots: [],
  options: [{ resourceId: 'resource-1', strength: 1 }],
  ...differences,
})

/** `count` needs of one person each, all for the same resource. */
export const plannables = (count: number, differences: Partial<PlannableNeed> = {}): PlannableNeed[] =>
  Array.from({ length: count }, (_, place) => plannable({ id: `need-${place + 1}`, ...differences }))

/** Tuesday and Wednesday afternoons, two seats, two sessions, no venue; with the given differences. */
export const offering = (differences: Partial<PlannableResource> = {}): PlannableResource => ({
  id: 'resource-1',
  weekdays: [2, 3],
  times: [{ from: 14 * 60, to: 16 * 60 }],
  capacityPerSession: 2,
  sessionsPerMonth: 2,
  venueIds: [],
  ...differences,
})

/** A session that stands on Tuesday afternoon, closed to the plan; with the given differences. */
export const standing = (differences: Partial<FixedSession> = {}): FixedSession => ({
  id: 'fixed-1',
  resourceId: 'resource-1',
  day: tuesday,
  from: 14 * 60,
  to: 16 * 60,
  seatsLeft: 0,
  ...differences,
})

/** A month of two days with one resource; with the given differences. */
export const monthOf = (differences: Partial<Month> = {}): Month => ({
  days: [tuesday, wednesday],
  needs: [plannable()],
  resources: [offering()],
  fixed: [],
  ...differences,
})
