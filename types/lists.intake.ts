import { z } from 'zod'
import { defineActions } from './common/contract'
import {
  audienceField,
  centreId,
  hoursField,
  instantField,
  rowId,
  weekdaysField,
  words,
} from './common/fields'
import { needFacts, needSource, needView } from './lists.fields'
import type { listsRefusals } from './lists.refusals'

const doorText = z.string().trim().max(20, '最多 20 个字')
const storyLine = z.object({ at: instantField, text: z.string(), by: z.string() })
const needStory = needView.extend({
  photos: z.array(z.string()),
  story: z.array(storyLine),
  /** The service that answers it, when there is one. */
  project: z
    .object({
      projectId: rowId,
      title: z.string(),
      unit: z.string(),
      startsAt: instantField,
      state: z.string(),
    })
    .optional(),
  stars: z.number(),
})

/** 群众需求, intake (L1): a pasted block split into single needs; a need's whole story; what is missing, grouped. */
export const intakeActions = defineActions<keyof typeof listsRefusals>()({
  splitPaste: {
    kind: 'read',
    may: 'need.manage',
    about: '把粘贴的群聊、热线或走访记录拆成一条条需求,先看再记',
    input: z.strictObject({ centreId, text: words(20_000) }),
    output: z.object({
      rows: z.array(
        z.object({
          text: z.string(),
          person: z.string(),
          building: z.string(),
          room: z.string(),
          /** When it was said; absent when the paste does not tell. */
          saidAt: instantField.optional(),
          beneficiary: audienceField,
          weekdays: weekdaysField.optional(),
          hours: hoursField.optional(),
          headcount: z.number(),
          mobilityImpaired: z.boolean(),
          /** A need of the centre in the same words by the same person, or in nearly the same words. */
          like: z.enum(['', 'same', 'similar']),
          likeText: z.string(),
        }),
      ),
      leftOut: z.array(z.object({ text: z.string(), why: z.string() })),
    }),
    refusals: ['LISTS.NOTHING_FOUND'],
  },
  enterNeeds: {
    kind: 'write',
    may: 'need.manage',
    about: '把拆好、看过的需求一起记进清单',
    input: z.strictObject({
      centreId,
      source: needSource,
      rows: z
        .array(z.strictObject({ ...needFacts, person: doorText, building: doorText, room: doorText }))
        .min(1)
        .max(50, '一次最多记 50 条'),
    }),
    output: z.object({ rows: z.array(z.object({ needId: rowId, state: z.enum(['new', 'same']) })) }),
    refusals: [],
  },
  need: {
    kind: 'read',
    may: 'need.manage',
    about: '看一条需求的前前后后',
    input: z.strictObject({ centreId, needId: rowId }),
    output: needStory,
    refusals: [],
  },
  myNeed: {
    kind: 'read',
    may: 'resident',
    about: '居民看自己一条需求的前前后后',
    input: z.strictObject({ centreId, needId: rowId }),
    output: needStory,
    refusals: [],
  },
  gapList: {
    kind: 'read',
    may: 'match.decide',
    about: '资源缺口清单:缺什么、多少人要,要得最多的在前',
    input: z.strictObject({ centreId }),
    output: z.object({
      groups: z.array(
        z.object({
          /** What is asked for: a service in people's words. */
          what: z.string(),
          /** What fails where a resource exists: 没有这类资源、时间不合、不能上门、对象不符、人数太多. */
          missing: z.string(),
          needs: z.number(),
          people: z.number(),
          examples: z.array(z.object({ needId: rowId, text: z.string() })),
        }),
      ),
      needs: z.number(),
    }),
    refusals: [],
  },
})
