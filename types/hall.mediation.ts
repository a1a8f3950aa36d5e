import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, shanghaiDayField, whole, words } from './common/fields'
import { month } from './hall.fields'
import type { hallRefusals } from './hall.refusals'

const mediationState = z.enum(['asked', 'underWay', 'agreed', 'failed', 'withdrawn'])
const mediationRow = z.object({
  mediationId: rowId,
  state: mediationState,
  askedAt: instantField,
  /** Masked; empty while nobody took it. */
  mediator: z.string(),
  parties: z.number(),
  /** An agreement waits for my confirmation. */
  waitsForMe: z.boolean(),
})
const content = mediationRow.extend({
  role: z.enum(['party', 'mediator']),
  text: z.string(),
  /** Who with, in the words of whoever asked; empty for the other side. */
  other: z.string(),
  people: z.array(
    z.object({ key: rowId, name: z.string(), role: z.enum(['asking', 'other']), me: z.boolean() }),
  ),
  sessions: z.array(z.object({ key: rowId, at: instantField, place: z.string(), notes: z.string() })),
  agreement: z
    .object({
      version: z.number(),
      text: z.string(),
      proposedAt: instantField,
      confirmed: z.array(z.object({ name: z.string(), at: instantField })),
      /** Parties who do not agree as it stands, and why. */
      objections: z.array(z.object({ name: z.string(), at: instantField, text: z.string() })),
      /** What the reader said to this version; empty while nothing, and for the mediator. */
      mine: z.enum(['', 'confirmed', 'objected']),
      /** Parties who have not confirmed, by masked name. */
      waiting: z.array(z.string()),
    })
    .optional(),
  followUpOn: z.string(),
  followUps: z.array(z.object({ at: instantField, text: z.string() })),
  endedBecause: z.string(),
})

/**
 * 调解 (H5): the parties and the mediator only. Content is sealed and nobody else reads it; others see counts. What a
 * party may do depends on the row alone, so that one who has moved away meanwhile still reads what was agreed.
 */
export const mediationActions = defineActions<keyof typeof hallRefusals>()({
  askMediation: {
    kind: 'write',
    may: 'resident',
    about: '申请调解(只有调解员和当事人看得到)',
    input: z.strictObject({
      centreId,
      text: words(500),
      /** Who with, in one's own words. */ other: words(60),
    }),
    output: z.object({ mediationId: rowId }),
    refusals: ['HALL.TOO_MANY_OPEN'],
    keepReply: false,
  },
  myMediations: {
    kind: 'read',
    may: 'anyone',
    about: '看自己参加的调解',
    input: z.strictObject({ centreId }),
    output: z.object({ rows: z.array(mediationRow) }),
    refusals: [],
  },
  mediation: {
    kind: 'read',
    may: 'anyone',
    about: '看一件调解(只有当事人和调解员)',
    input: z.strictObject({ centreId, mediationId: rowId }),
    output: content,
    refusals: [],
  },
  withdrawMediation: {
    kind: 'write',
    may: 'anyone',
    about: '不调了',
    input: z.strictObject({ centreId, mediationId: rowId }),
    output: z.object({ mediationId: rowId }),
    refusals: ['HALL.MEDIATION_OVER'],
    keepReply: false,
  },
  joinMediation: {
    kind: 'write',
    may: 'resident',
    about: '用调解员给的码参加调解',
    input: z.strictObject({ centreId, code: words(120) }),
    output: z.object({ mediationId: rowId }),
    refusals: ['HALL.BAD_CODE', 'HALL.MEDIATION_OVER', 'HALL.PARTIES_FULL', 'HALL.MEDIATOR_NOT_PARTY'],
    keepReply: false,
  },
  confirmAgreement: {
    kind: 'write',
    may: 'anyone',
    about: '在自己手机上确认调解协议,或说不同意',
    input: z.strictObject({
      centreId,
      mediationId: rowId,
      version: whole(1, 100),
      agree: z.boolean(),
      text: z.string().trim().max(200, '最多 200 个字'),
    }),
    output: z.object({ state: mediationState, waiting: z.number() }),
    refusals: [
      'HALL.MEDIATION_OVER',
      'HALL.AGREEMENT_CHANGED',
      'HALL.REASON_MISSING',
      'HALL.NOT_A_PARTY',
      'HALL.NOTES_FULL',
    ],
    keepReply: false,
  },
  mediationsToTake: {
    kind: 'read',
    may: 'mediation.mediate',
    about: '看等调解员的申请(看不到内容)',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(z.object({ mediationId: rowId, askedAt: instantField })),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  myCases: {
    kind: 'read',
    may: 'mediation.mediate',
    about: '看自己在调解的',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(mediationRow.extend({ followUpOn: z.string() })),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  takeMediation: {
    kind: 'write',
    may: 'mediation.mediate',
    about: '我来调解',
    input: z.strictObject({ centreId, mediationId: rowId }),
    output: z.object({ mediationId: rowId }),
    refusals: ['HALL.MEDIATION_TAKEN', 'HALL.MEDIATION_OVER', 'HALL.OWN_AFFAIR'],
  },
  handBackMediation: {
    kind: 'write',
    may: 'mediation.mediate',
    about: '交回去,请别的调解员接(认识当事人,或者要调走)',
    input: z.strictObject({ centreId, mediationId: rowId }),
    output: z.object({ mediationId: rowId }),
    refusals: ['HALL.MEDIATION_OVER'],
  },
  partyContact: {
    kind: 'write',
    may: 'mediation.mediate',
    about: '看自己调解的当事人的姓名电话(会留记录)',
    input: z.strictObject({ centreId, mediationId: rowId, key: rowId }),
    output: z.object({ name: z.string(), phone: z.string() }),
    refusals: [],
    keepReply: false,
  },
  invitationCode: {
    kind: 'read',
    may: 'mediation.mediate',
    about: '出示请另一方参加的码(十分钟换一次)',
    input: z.strictObject({ centreId, mediationId: rowId }),
    output: z.object({ code: z.string(), validUntil: instantField }),
    refusals: ['HALL.MEDIATION_OVER'],
  },
  noteMediation: {
    kind: 'write',
    may: 'mediation.mediate',
    about: '记一次调解:时间、地点、说了什么',
    input: z.strictObject({
      centreId,
      mediationId: rowId,
      at: instantField,
      place: words(60),
      notes: words(1000),
    }),
    output: z.object({ sessions: z.number() }),
    refusals: ['HALL.MEDIATION_OVER', 'HALL.NOTES_FULL'],
  },
  proposeAgreement: {
    kind: 'write',
    may: 'mediation.mediate',
    about: '写调解协议,请各方确认(改了就要重新确认)',
    input: z.strictObject({ centreId, mediationId: rowId, text: words(2000), followUpOn: shanghaiDayField }),
    output: z.object({ version: z.number() }),
    refusals: ['HALL.MEDIATION_OVER', 'HALL.PARTY_MISSING', 'HALL.WRONG_DAY'],
  },
  endMediation: {
    kind: 'write',
    may: 'mediation.mediate',
    about: '调解不成,写明下一步可以找哪里',
    input: z.strictObject({ centreId, mediationId: rowId, reason: words(200) }),
    output: z.object({ mediationId: rowId }),
    refusals: ['HALL.MEDIATION_OVER'],
  },
  followUpMediation: {
    kind: 'write',
    may: 'mediation.mediate',
    about: '回访:协议做到了没有,要不要再约',
    input: z.strictObject({
      centreId,
      mediationId: rowId,
      text: words(300),
      nextOn: shanghaiDayField.optional(),
    }),
    output: z.object({ followUps: z.number() }),
    refusals: ['HALL.NO_AGREEMENT', 'HALL.WRONG_DAY', 'HALL.NOTES_FULL'],
  },
  mediationFigures: {
    kind: 'read',
    may: 'hall.figures',
    about: '看调解的件数(只有数,没有内容)',
    input: z.strictObject({ centreId, month }),
    output: z.object({
      asked: z.number(),
      taken: z.number(),
      agreed: z.number(),
      failed: z.number(),
      withdrawn: z.number(),
    }),
    refusals: [],
  },
})
