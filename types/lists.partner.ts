import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, shanghaiDayField, words } from './common/fields'
import type { listsRefusals } from './lists.refusals'

const partnerFacts = {
  name: words(40),
  /** 共建单位, 双报到单位, 双报到党员. */
  kind: z.enum(['unit', 'dualUnit', 'dualMember']),
  agreement: z.string().trim().max(200, '最多 200 个字'),
  termFrom: shanghaiDayField.optional(),
  termTo: shanghaiDayField.optional(),
  reviewDay: shanghaiDayField.optional(),
  note: z.string().trim().max(200, '最多 200 个字'),
  ended: z.boolean(),
}
const partnerView = z.object({
  partnerId: rowId,
  name: z.string(),
  kind: partnerFacts.kind,
  agreement: z.string(),
  termFrom: z.string(),
  termTo: z.string(),
  reviewDay: z.string(),
  note: z.string(),
  ended: z.boolean(),
  /** Masked. */
  contact: z.string(),
  /** Agreement in term today; days until it ends, negative when it has. */
  inTerm: z.boolean(),
  daysLeft: z.number().optional(),
})
const evaluation = z.object({ at: instantField, stars: z.number(), words: z.string(), title: z.string() })
const done = z.object({
  projectId: rowId,
  title: z.string(),
  startsAt: instantField,
  state: z.string(),
  enrolled: z.number(),
  came: z.number(),
})

/** 共建单位 and 双报到 (L2): who stands behind the resources, until when, and what came of it. */
export const partnerActions = defineActions<keyof typeof listsRefusals>()({
  partners: {
    kind: 'read',
    may: 'resource.manage',
    about: '看共建单位和双报到单位、党员',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(partnerView), next: z.string().optional() }),
    refusals: [],
  },
  partner: {
    kind: 'read',
    may: 'resource.manage',
    about: '看一家单位:资源、办过的服务、评价',
    input: z.strictObject({ centreId, partnerId: rowId }),
    output: partnerView.extend({
      resources: z.array(
        z.object({
          resourceId: rowId,
          title: z.string(),
          used: z.number(),
          left: z.number(),
          paused: z.boolean(),
        }),
      ),
      done: z.array(done),
      evaluations: z.array(evaluation),
      people: z.array(z.string()),
    }),
    refusals: [],
  },
  savePartner: {
    kind: 'write',
    may: 'resource.manage',
    about: '登记或修改一家单位、一位双报到党员',
    input: z.strictObject({
      centreId,
      partnerId: rowId.optional(),
      ...partnerFacts,
      contact: z.string().trim().max(60, '最多 60 个字').optional(),
    }),
    output: z.object({ partnerId: rowId }),
    refusals: ['LISTS.TERM_ORDER'],
  },
  partnerContact: {
    kind: 'write',
    may: 'personal.read',
    about: '看一家单位的联系人(要写原因,会留记录)',
    input: z.strictObject({ centreId, partnerId: rowId, reason: words(60) }),
    output: z.object({ contact: z.string() }),
    refusals: [],
    keepReply: false,
  },
  partnerCode: {
    kind: 'read',
    may: 'resource.manage',
    about: '出示码,请单位联系人扫码,以后自己看办得怎么样',
    input: z.strictObject({ centreId, partnerId: rowId }),
    output: z.object({ code: z.string(), validUntil: instantField }),
    refusals: [],
  },
  joinPartner: {
    kind: 'write',
    may: 'resident',
    about: '扫社区给的码,成为单位联系人',
    input: z.strictObject({ centreId, code: words(120) }),
    output: z.object({ name: z.string() }),
    refusals: ['LISTS.BAD_CODE', 'LISTS.ALREADY_JOINED'],
  },
  myPartners: {
    kind: 'read',
    may: 'resident',
    about: '单位联系人看自己单位办过的服务和评价(没有姓名)',
    input: z.strictObject({ centreId }),
    output: z.object({
      rows: z.array(z.object({ name: z.string(), done: z.array(done), evaluations: z.array(evaluation) })),
    }),
    refusals: [],
  },
})
