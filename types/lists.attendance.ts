import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, instantField, rowId, whole } from './common/fields'
import { photos } from './lists.fields'
import type { listsRefusals } from './lists.refusals'

const forName = z.string().trim().min(1).max(20, '最多 20 个字').optional()
const stars = whole(1, 5)
const evaluation = z.object({
  at: instantField,
  stars: z.number(),
  words: z.string(),
  photos: z.array(z.string()),
  /** Masked. */
  by: z.string(),
})

/** 签到 and 评单 (L7, L8): who came, what they say of it, and which needs that closes. */
export const attendanceActions = defineActions<keyof typeof listsRefusals>()({
  serviceCode: {
    kind: 'read',
    may: 'enrolment.read',
    about: '出示签到码(一分钟换一次)',
    input: z.strictObject({ centreId, projectId: rowId }),
    output: z.object({ code: z.string(), validUntil: instantField }),
    refusals: ['LISTS.NOT_NOW'],
  },
  checkInToService: {
    kind: 'write',
    may: 'resident',
    about: '到现场签到(扫码或填 6 位数字)',
    input: z.strictObject({
      centreId,
      projectId: rowId,
      code: z.string().regex(/^\d{6}$/, '请填 6 位数字'),
      forName,
    }),
    output: z.object({ came: z.number() }),
    refusals: ['LISTS.BAD_CODE', 'LISTS.NOT_NOW', 'LISTS.NO_SEAT'],
  },
  markAttended: {
    kind: 'write',
    may: 'enrolment.read',
    about: '在名单上勾谁来了(没信号先存手机)',
    input: z.strictObject({
      centreId,
      projectId: rowId,
      entryId: rowId,
      came: z.boolean(),
      /** When it was seen, by the phone; never later than it arrives. */
      at: instantField,
    }),
    output: z.object({ came: z.number() }),
    refusals: ['LISTS.NO_SEAT', 'LISTS.NOT_NOW'],
  },
  evaluateService: {
    kind: 'write',
    may: 'resident',
    about: '给来过的服务打分、写几句',
    input: z.strictObject({
      centreId,
      projectId: rowId,
      stars,
      words: z.string().trim().max(200, '最多 200 个字'),
      photos,
      forName,
    }),
    output: z.object({
      /** What became of one's own needs that it answers. */
      closed: z.number(),
      reopened: z.number(),
    }),
    refusals: ['LISTS.NOT_OVER', 'LISTS.NOT_THERE', 'LISTS.ALREADY_RATED'],
  },
  evaluateNeed: {
    kind: 'write',
    may: 'need.manage',
    about: '电话回访后,替说需求的人记下办得怎么样',
    input: z.strictObject({
      centreId,
      needId: rowId,
      stars,
      words: z.string().trim().max(200, '最多 200 个字'),
    }),
    output: z.object({ state: z.enum(['open', 'matched', 'served']) }),
    refusals: ['LISTS.ALREADY_DECIDED', 'LISTS.NOT_OVER'],
  },
  evaluations: {
    kind: 'read',
    may: 'project.manage',
    about: '看一项服务的评价',
    input: z.strictObject({ centreId, projectId: rowId }),
    output: z.object({
      rows: z.array(evaluation),
      average: z.number(),
      came: z.number(),
      enrolled: z.number(),
    }),
    refusals: [],
  },
})
