import type {
  Enrolment,
  NeedDocument,
  ProjectDocument,
  ResourceDocument,
} from '../../cloudfunctions/_kit/documents/lists'
import { asInstant, type Instant, instantOf, type ShanghaiDay } from '../../types/common/time'

/** A moment on a day in China, for tests: `at('2026-11-21', 9)` is nine in the morning. */
export const at = (day: string, hour: number): Instant => instantOf(day as ShanghaiDay, hour * 60)

/** A Saturday morning. */
export const now = at('2026-11-21', 10)

/** An open need with the given differences. */
export const need = (differences: Partial<NeedDocument> = {}): NeedDocument => ({
  _id: 'need-1',
  centreId: 'a.b.c',
  text: '想学用智能手机',
  source: 'self',
  by: 'who',
  personMasked: '王*明',
  personSealed: '',
  addressSealed: '',
  beneficiary: ['老人'],
  headcount: 1,
  mobilityImpaired: false,
  state: 'open',
  rejected: [],
  decidedIn: '',
  at: now,
  order: '1',
  ...differences,
})

/** A resource with the given differences. */
export const resource = (differences: Partial<ResourceDocument> = {}): ResourceDocument => ({
  _id: 'resource-1',
  centreId: 'a.b.c',
  unit: '银行劳动者港湾',
  title: '手机支付课',
  description: '教老人手机缴水电费。',
  categories: ['数字助老'],
  audience: ['老人'],
  weekdays: [2, 4],
  hours: '14:00-16:00',
  capacityPerSession: 20,
  sessionsPerMonth: 4,
  homeVisit: false,
  contactSealed: '',
  contactMasked: '',
  agreement: '',
  reviewDay: '',
  paused: false,
  at: now,
  order: '1',
  ...differences,
})

/** The n-th place of a list. */
export const entry = (n: number, differences: Partial<Enrolment> = {}): Enrolment => ({
  key: `who-${n}`,
  who: `who-${n}`,
  nameMasked: `居*${n}`,
  nameSealed: '',
  byMasked: '',
  forSealed: '',
  at: now,
  requestKey: `request-${n}`,
  ...differences,
})

/** A published project of 3 seats and 2 waiting places with `people` in its list. */
export const project = (people = 0, differences: Partial<ProjectDocument> = {}): ProjectDocument => ({
  _id: 'project-1',
  centreId: 'a.b.c',
  resourceId: 'resource-1',
  unit: '银行劳动者港湾',
  title: '手机支付课',
  description: '教老人手机缴水电费。',
  audience: ['老人'],
  homeVisit: false,
  place: '活动室',
  needIds: ['need-1'],
  headcount: 1,
  state: 'published',
  startsAt: at('2026-11-26', 14),
  endsAt: at('2026-11-26', 16),
  closesAt: at('2026-11-25', 20),
  cap: 3,
  waitCap: 2,
  open: 5 - people,
  entries: Array.from({ length: people }, (_, index) => entry(index)),
  moves: [],
  editionId: 'a.b.c:1',
  order: '1',
  ...differences,
})

export const later = (moment: Instant, ms: number): Instant => asInstant(moment + ms)
