import { z } from 'zod'
import {
  audienceField,
  categoriesField,
  centreId,
  hoursField,
  instantField,
  place,
  rowId,
  shanghaiDayField,
  weekdaysField,
  whole,
  words,
} from './common/fields'

export const needState = z.enum(['open', 'matched', 'gap', 'served', 'withdrawn'])
export const projectState = z.enum(['draft', 'published', 'cancelled', 'done'])
export const needSource = z.enum(['self', 'survey', 'visit', 'group', 'hotline', 'hall'])
export const kind = z.enum(['need', 'resource'])

export const needFacts = {
  text: words(300),
  beneficiary: audienceField,
  weekdays: weekdaysField.optional(),
  hours: hoursField.optional(),
  headcount: whole(1, 500),
  mobilityImpaired: z.boolean(),
}
export const needView = z.object({
  id: rowId,
  text: z.string(),
  source: needSource,
  /** For staff: the person, masked. For oneself: absent. */
  person: z.string().optional(),
  beneficiary: audienceField,
  weekdays: weekdaysField.optional(),
  hours: hoursField.optional(),
  headcount: z.number(),
  mobilityImpaired: z.boolean(),
  state: needState,
  at: instantField,
  projectId: rowId.optional(),
})

export const resourceFacts = {
  unit: words(40),
  title: words(40),
  description: words(500),
  categories: categoriesField,
  audience: audienceField,
  weekdays: weekdaysField,
  hours: hoursField,
  capacityPerSession: whole(1, 500),
  sessionsPerMonth: whole(1, 200),
  homeVisit: z.boolean(),
  location: place.optional(),
}
export const resourceView = z.object({
  id: rowId,
  ...resourceFacts,
  contact: z.string(),
  agreement: z.string(),
  reviewDay: z.string(),
  paused: z.boolean(),
})
export const resourceExtras = {
  /** Contact person and phone; kept encrypted, shown masked. */
  contact: z.string().trim().max(60, '最多 60 个字').optional(),
  agreement: z.string().trim().max(100, '最多 100 个字').optional(),
  reviewDay: shanghaiDayField.optional(),
}

export const suggestion = z.object({
  resourceId: rowId,
  unit: z.string(),
  title: z.string(),
  /** 0…1 */
  score: z.number(),
  verdict: z.enum(['fits', 'partly', 'cannot']),
  reasons: z.array(z.string()),
  obstacles: z.array(z.string()),
})

export const projectView = z.object({
  id: rowId,
  /** Whose project it is: a resident may be enrolled at a station below or a street above. */
  centreId,
  title: z.string(),
  unit: z.string(),
  description: z.string(),
  state: projectState,
  startsAt: instantField,
  endsAt: instantField,
  closesAt: instantField,
  place: z.string(),
  audience: audienceField,
  homeVisit: z.boolean(),
  cap: z.number(),
  waitCap: z.number(),
  /** Seats taken, at most `cap`. */
  taken: z.number(),
  waiting: z.number(),
  /** How many needs it answers. */
  needs: z.number(),
})
export const mine = z.object({
  state: z.enum(['seat', 'waiting', 'none']),
  /** Place in the list of seats or of the waiting list, from 1. */
  position: z.number(),
})
export const editionRow = projectView.omit({ state: true, needs: true }).extend({
  no: z.number(),
  state: projectState,
})

export const rowProblem = z.object({ row: z.number(), column: z.string(), problem: z.string() })
