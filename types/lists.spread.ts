import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, instantField, rowId, words } from './common/fields'
import type { listsRefusals } from './lists.refusals'

const cloudId = z.string().min(1).max(200)

/** 发布 (L5, O4): correcting an edition, the centre's WeChat groups, how many opened it, the code on the poster. */
export const spreadActions = defineActions<keyof typeof listsRefusals>()({
  correctEdition: {
    kind: 'write',
    may: 'edition.publish',
    about: '出一期更正:写明改了什么,通知报了名的人',
    input: z.strictObject({
      centreId,
      editionId: rowId,
      /** Services whose promised facts change. */
      edits: z
        .array(
          z.strictObject({
            projectId: rowId,
            title: words(40),
            startsAt: instantField,
            endsAt: instantField,
            closesAt: instantField,
            place: words(60),
          }),
        )
        .max(20),
      /** Drafts that join. */
      added: z.array(rowId).max(20),
    }),
    output: z.object({ editionId: rowId, no: z.number(), changes: z.array(z.string()) }),
    refusals: ['LISTS.OLD_EDITION', 'LISTS.NOTHING_CHANGED', 'LISTS.NOT_DRAFT', 'LISTS.PAST'],
  },
  bindGroup: {
    kind: 'write',
    may: 'edition.publish',
    about: '从群里的卡片打开时,把这个群登记为本社区的群',
    input: z.strictObject({ centreId, cloudId, name: words(30) }),
    output: z.object({ groupId: rowId }),
    refusals: ['LISTS.NO_GROUP', 'LISTS.GROUP_ELSEWHERE'],
  },
  groups: {
    kind: 'read',
    may: 'edition.publish',
    about: '看登记过的群,各群打开过最近几期的人数',
    input: z.strictObject({ centreId }),
    output: z.object({
      rows: z.array(
        z.object({
          groupId: rowId,
          name: z.string(),
          boundAt: instantField,
          opened: z.array(z.object({ no: z.number(), people: z.number() })),
        }),
      ),
      /** People who opened without a known group, by edition. */
      others: z.array(z.object({ no: z.number(), people: z.number() })),
    }),
    refusals: [],
  },
  openEdition: {
    kind: 'write',
    may: 'anyone',
    about: '从群里的卡片打开一期清单,计一个人',
    input: z.strictObject({ centreId, editionId: rowId, cloudId: cloudId.optional() }),
    output: z.object({ counted: z.boolean() }),
    refusals: [],
  },
  editionCode: {
    kind: 'write',
    may: 'edition.publish',
    about: '做海报上的小程序码',
    input: z.strictObject({ centreId, editionId: rowId }),
    output: z.object({ fileId: z.string(), url: z.string() }),
    refusals: [],
  },
})
