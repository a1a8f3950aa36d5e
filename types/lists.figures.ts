import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId } from './common/fields'
import { month } from './lists.fields'
import type { listsRefusals } from './lists.refusals'

const figures = z.object({
  /** Needs stated in the month. */
  needs: z.number(),
  served: z.number(),
  /** Of them on the gap list now. */
  gap: z.number(),
  /** Half of the served ones waited at most so many days; absent when none was served. */
  medianDays: z.number().optional(),
  evaluations: z.number(),
  /** Sum of stars, so that averages add up. */
  stars: z.number(),
  enrolled: z.number(),
  came: z.number(),
})

/** 台账 and 数 (L9): registers as sheets; the officer's view of a subtree. */
export const figureActions = defineActions<keyof typeof listsRefusals>()({
  registerSheet: {
    kind: 'write',
    may: 'need.manage',
    about: '导出一个月的台账(会记下谁导出)',
    input: z.strictObject({
      centreId,
      month,
      what: z.enum(['needs', 'resources', 'projects', 'attendance', 'evaluations']),
      format: z.enum(['xlsx', 'csv']),
    }),
    output: z.object({ fileId: z.string(), url: z.string(), rows: z.number() }),
    refusals: [],
    keepReply: false,
  },
  listFigures: {
    kind: 'read',
    may: 'lists.figures',
    about: '看一个月的需求、回应率、等了几天、缺口、评价,可以看下级',
    input: z.strictObject({ centreId, month }),
    output: z.object({
      total: figures,
      /** The centres directly below, each with all that is under it. */
      below: z.array(figures.extend({ centreId, name: z.string() })),
    }),
    refusals: [],
  },
})
