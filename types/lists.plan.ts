import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, instantField, rowId, shanghaiDayField, whole, words } from './common/fields'
import { month } from './lists.fields'
import type { listsRefusals } from './lists.refusals'

const key = z.string().regex(/^[\w-]{1,40}$/)
const seen = whole(0, 1_000_000)
const plannedSession = z.object({
  key,
  resourceId: rowId,
  title: z.string(),
  unit: z.string(),
  day: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  /** Empty for home visits. */
  venue: z.string(),
  cap: z.number(),
  people: z.number(),
  needs: z.array(z.object({ needId: rowId, text: z.string(), people: z.number() })),
  /** Made a service project; 0 changes any more. */
  projectId: z.string(),
})
const plan = z.object({
  month: z.string(),
  changes: z.number(),
  madeAt: instantField,
  sessions: z.array(plannedSession),
  leftOut: z.array(z.object({ needId: rowId, text: z.string(), people: z.number(), why: z.string() })),
  served: z.number(),
  people: z.number(),
  /** How far the plan may be from the best there is, percent. */
  gapPercent: z.number(),
})

/** 月计划 (L4): sessions proposed from the open needs and what the resources can do; staff change and accept. */
export const planActions = defineActions<keyof typeof listsRefusals>()({
  proposePlan: {
    kind: 'write',
    may: 'match.decide',
    about: '排一个月:按需求、人数和急缓排场次',
    input: z.strictObject({
      centreId,
      month,
      /** Rooms where sessions can be held, each one at a time. */
      venues: z.array(words(20)).min(1, '请填场地').max(10),
      /** Days nothing can be held on. */
      closedOn: z.array(shanghaiDayField).max(31),
    }),
    output: z.object({ changes: z.number(), sessions: z.number(), served: z.number(), leftOut: z.number() }),
    refusals: ['LISTS.MONTH_OVER'],
  },
  plan: {
    kind: 'read',
    may: 'match.decide',
    about: '看排好的一个月和没排上的',
    input: z.strictObject({ centreId, month }),
    output: plan,
    refusals: ['LISTS.NO_PLAN'],
  },
  moveSession: {
    kind: 'write',
    may: 'match.decide',
    about: '把一场挪到别的日子、时间、场地',
    input: z.strictObject({
      centreId,
      month,
      key,
      seen,
      startsAt: instantField,
      endsAt: instantField,
      venue: z.string().trim().max(20),
    }),
    output: z.object({ changes: z.number() }),
    refusals: ['LISTS.NO_PLAN', 'LISTS.PLAN_ACCEPTED', 'LISTS.PLAN_CONFLICT', 'LISTS.PAST'],
  },
  dropSession: {
    kind: 'write',
    may: 'match.decide',
    about: '这一场不办,需求回到没排上的',
    input: z.strictObject({ centreId, month, key, seen }),
    output: z.object({ changes: z.number() }),
    refusals: ['LISTS.NO_PLAN', 'LISTS.PLAN_ACCEPTED'],
  },
  placeNeed: {
    kind: 'write',
    may: 'match.decide',
    about: '把一条需求放进一场,或从一场拿出来',
    input: z.strictObject({
      centreId,
      month,
      needId: rowId,
      /** Empty takes it out. */
      key: z.union([key, z.literal('')]),
      seen,
    }),
    output: z.object({ changes: z.number() }),
    refusals: ['LISTS.NO_PLAN', 'LISTS.PLAN_ACCEPTED', 'LISTS.PLAN_CONFLICT'],
  },
  acceptSession: {
    kind: 'write',
    may: 'match.decide',
    about: '采用一场,成为服务项目草稿',
    input: z.strictObject({ centreId, month, key, seen }),
    output: z.object({ projectId: rowId, needs: z.number() }),
    refusals: [
      'LISTS.NO_PLAN',
      'LISTS.PLAN_ACCEPTED',
      'LISTS.PLAN_CONFLICT',
      'LISTS.ALREADY_DECIDED',
      'LISTS.PAUSED',
      'LISTS.NO_SESSIONS_LEFT',
      'LISTS.PAST',
    ],
  },
})
