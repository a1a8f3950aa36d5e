import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, phone, rowId, whole, words } from './common/fields'
import { doorPart, fileId, seen } from './hall.fields'
import type { hallRefusals } from './hall.refusals'
import { ballotUnits, majorities, ownerSubjectKeys } from './hall.words'

const ballotState = z.enum(['draft', 'open', 'counted', 'cancelled'])
const unit = z.enum(ballotUnits)
const majority = z.enum(majorities)
/** Floor area in hundredths of a square metre. */
const area = whole(0, 100_000_00)
const rules = {
  question: words(100),
  about: z.string().trim().max(1000, '最多 1000 个字'),
  unit,
  /** What owners decide on; only with unit `area`, where it fixes the majority (art. 278). */
  subject: z.enum(ownerSubjectKeys).optional(),
  /** With units `person` and `household`. */
  majority: majority.optional(),
  /** Percent of the roll that has to take part; with unit `area` the law asks for two thirds of both. */
  turnoutPercent: whole(0, 100).optional(),
  opensAt: instantField,
  closesAt: instantField,
  /** Until when paper votes may be entered; not before it closes. */
  paperUntil: instantField,
  /** The matter the result belongs to. */
  matterId: rowId.optional(),
}
const choice = z.enum(['for', 'against', 'abstain'])
const sums = z.object({ votes: z.number(), area: z.number() })
const result = z.object({
  for: sums,
  against: sums,
  abstain: sums,
  /** Everybody on the roll, and of them who took part. */
  roll: sums,
  cast: sums,
  passed: z.boolean(),
  /** Each test of the rules with what was needed and what there was, in people's words. */
  tests: z.array(z.object({ text: z.string(), met: z.boolean() })),
})
const ballotView = z.object({
  ballotId: rowId,
  question: z.string(),
  about: z.string(),
  unit,
  subject: z.string(),
  majority,
  turnoutPercent: z.number(),
  opensAt: instantField,
  closesAt: instantField,
  paperUntil: instantField,
  state: ballotState,
  matterId: z.string(),
  rulesVersion: z.number(),
  roll: sums,
  /** Turnout so far. */
  cast: sums,
  result: result.optional(),
  cancelledBecause: z.string(),
})
const myVote = z.object({
  rollId: rowId,
  /** 5栋 2-301, or 「本人」 where each person has a vote. */
  title: z.string(),
  area: z.number(),
  /** I vote for somebody who gave me a written proxy. */
  proxy: z.boolean(),
  voted: z.boolean(),
})
const rollRow = z.object({
  rollId: rowId,
  title: z.string(),
  area: z.number(),
  voted: z.boolean(),
  how: z.enum(['', 'phone', 'proxy', 'paper']),
  /** Masked name of the proxy; empty when there is none. */
  proxy: z.string(),
  /** A paper vote that one person entered and waits for the second; `differs` when the two do not agree. */
  paper: z.enum(['', 'waiting', 'differs']),
})

/** 表决 (H6): roll frozen at opening, one vote each, single votes secret, result counted from the votes. */
export const ballotActions = defineActions<keyof typeof hallRefusals>()({
  ballots: {
    kind: 'read',
    may: 'resident',
    about: '看正在表决和表决过的事',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(ballotView), next: z.string().optional() }),
    refusals: [],
  },
  ballot: {
    kind: 'read',
    may: 'resident',
    about: '看一次表决:规则、参加了多少、结果;自己有没有票',
    input: z.strictObject({ centreId, ballotId: rowId }),
    output: ballotView.extend({ mine: z.array(myVote) }),
    refusals: [],
  },
  castVote: {
    kind: 'write',
    may: 'resident',
    about: '投一票(投了不能改,别人看不到投了什么)',
    input: z.strictObject({ centreId, ballotId: rowId, rollId: rowId, choice, rulesVersion: seen }),
    output: z.object({ voted: z.boolean() }),
    refusals: [
      'HALL.BALLOT_NOT_OPEN',
      'HALL.BALLOT_CLOSED',
      'HALL.NOT_ON_ROLL',
      'HALL.ALREADY_VOTED',
      'HALL.RULES_CHANGED',
    ],
  },
  ballotsOfStaff: {
    kind: 'read',
    may: 'ballot.manage',
    about: '看全部表决,包括草稿',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(ballotView), next: z.string().optional() }),
    refusals: [],
  },
  ballotOfStaff: {
    kind: 'read',
    may: 'ballot.manage',
    about: '看一次表决的规则和名册人数',
    input: z.strictObject({ centreId, ballotId: rowId }),
    output: ballotView,
    refusals: [],
  },
  saveBallot: {
    kind: 'write',
    may: 'ballot.manage',
    about: '写一次表决的规则(有人投票以后不能再改)',
    input: z.strictObject({ centreId, ballotId: rowId.optional(), rulesVersion: seen, ...rules }),
    output: z.object({ ballotId: rowId, rulesVersion: z.number() }),
    refusals: ['HALL.RULES_FROZEN', 'HALL.WRONG_HOURS', 'HALL.WRONG_RULES', 'HALL.UNKNOWN_MATTER'],
  },
  fillRoll: {
    kind: 'write',
    may: 'ballot.manage',
    about: '按登记的住户(或居民)编名册,分批进行',
    input: z.strictObject({
      centreId,
      ballotId: rowId,
      /** All buildings when empty. */
      buildings: z.array(doorPart).max(20),
      after: cursor.optional(),
    }),
    output: z.object({ roll: sums, next: z.string().optional() }),
    refusals: ['HALL.ROLL_FROZEN'],
  },
  saveRollRows: {
    kind: 'write',
    may: 'ballot.manage',
    about: '录业主名册:楼栋、房号、面积,同一业主的几套房合为一人',
    input: z.strictObject({
      centreId,
      ballotId: rowId,
      rows: z
        .array(
          z.strictObject({
            doors: z
              .array(z.strictObject({ building: doorPart, room: doorPart }))
              .min(1)
              .max(20),
            area,
          }),
        )
        .min(1)
        .max(80, '一次最多 80 户'),
    }),
    output: z.object({ roll: sums, saved: z.number() }),
    refusals: ['HALL.ROLL_FROZEN', 'HALL.DOOR_TWICE'],
  },
  clearRoll: {
    kind: 'write',
    may: 'ballot.manage',
    about: '清空名册重新编',
    input: z.strictObject({ centreId, ballotId: rowId }),
    output: z.object({ roll: sums }),
    refusals: ['HALL.ROLL_FROZEN'],
  },
  roll: {
    kind: 'read',
    may: 'ballot.manage',
    about: '看名册:谁家投过了(看不到投了什么)',
    input: z.strictObject({
      centreId,
      ballotId: rowId,
      building: doorPart.optional(),
      after: cursor.optional(),
    }),
    output: z.object({ rows: z.array(rollRow), next: z.string().optional() }),
    refusals: [],
  },
  openBallot: {
    kind: 'write',
    may: 'ballot.manage',
    about: '名册核对好,开始表决(名册从此不变)',
    input: z.strictObject({ centreId, ballotId: rowId, rulesVersion: seen }),
    output: z.object({ roll: sums }),
    refusals: ['HALL.ROLL_FROZEN', 'HALL.ROLL_EMPTY', 'HALL.AREA_MISSING', 'HALL.BALLOT_CLOSED'],
  },
  recordProxy: {
    kind: 'write',
    may: 'ballot.manage',
    about: '登记书面委托:谁替这一户投票(附委托书照片)',
    input: z.strictObject({ centreId, ballotId: rowId, rollId: rowId, phone, letter: fileId }),
    output: z.object({ proxy: z.string() }),
    refusals: [
      'HALL.BALLOT_CLOSED',
      'HALL.NO_PERSON',
      'HALL.TOO_MANY_PROXIES',
      'HALL.ALREADY_VOTED',
      'HALL.NO_SUCH_ROW',
      'HALL.OWN_AFFAIR',
    ],
  },
  enterPaperVote: {
    kind: 'write',
    may: 'ballot.manage',
    about: '录一张纸质票:两个人各录一遍,一样才算',
    input: z.strictObject({ centreId, ballotId: rowId, rollId: rowId, choice }),
    output: z.object({ state: z.enum(['waiting', 'counted', 'differs']) }),
    refusals: [
      'HALL.BALLOT_NOT_OPEN',
      'HALL.BALLOT_CLOSED',
      'HALL.ALREADY_VOTED',
      'HALL.RULES_CHANGED',
      'HALL.NO_SUCH_ROW',
      'HALL.SAME_PERSON',
      'HALL.OWN_AFFAIR',
    ],
  },
  cancelBallot: {
    kind: 'write',
    may: 'ballot.manage',
    about: '作废一次表决,写明原因',
    input: z.strictObject({ centreId, ballotId: rowId, reason: words(100) }),
    output: z.object({ ballotId: rowId }),
    refusals: ['HALL.BALLOT_CLOSED'],
  },
  recountBallot: {
    kind: 'read',
    may: 'ballot.audit',
    about: '重数一遍所有的票,和公布的结果对照',
    input: z.strictObject({ centreId, ballotId: rowId }),
    output: z.object({ result, same: z.boolean() }),
    refusals: ['HALL.NOT_COUNTED'],
  },
})
