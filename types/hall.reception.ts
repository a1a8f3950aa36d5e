import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, instantField, phone, rowId, shanghaiDayField, whole, words } from './common/fields'
import { month, problemFacts } from './hall.fields'
import type { hallRefusals } from './hall.refusals'
import { receptionKinds } from './hall.words'

const kind = z.enum(receptionKinds)
/** Every week on a weekday, or every month on the n-th (5 = last) one. */
const recurrence = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('week'), weekday: whole(1, 7) }),
  z.strictObject({ every: z.literal('month'), nth: whole(1, 5), weekday: whole(1, 7) }),
])
const ruleFacts = {
  kind,
  title: words(30),
  recurrence,
  /** Minutes past midnight. */
  startsAt: whole(0, 1439),
  slots: whole(1, 60),
  slotMinutes: whole(5, 60),
  place: words(60),
  host: words(20),
  /** Left out on public holidays. */
  skipHolidays: z.boolean(),
  startsOn: shanghaiDayField,
  /** No new days from this rule. */
  stopped: z.boolean(),
}
const state = z.enum(['coming', 'closed', 'cancelled'])
const dayRow = z.object({
  dayId: rowId,
  day: z.string(),
  kind,
  title: z.string(),
  place: z.string(),
  host: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  state,
  cancelledBecause: z.string(),
  slotMinutes: z.number(),
  slots: z.number(),
  left: z.number(),
})
const outcome = z.enum(['', 'answered', 'listed', 'absent'])
const question = z.object({
  questionId: rowId,
  /** 0 = written in at the door. */
  slot: z.number(),
  /** When the slot begins, or when it was written in. */
  at: instantField,
  name: z.string(),
  topic: z.string(),
  outcome,
  answer: z.string(),
  problemId: z.string(),
})
const topic = words(200)

/** 接访日 (H3): 书记连心日、党群夜话、居民夜谈, recurring; asked, answered on the spot or put on the problem list. */
export const receptionActions = defineActions<keyof typeof hallRefusals>()({
  receptionDays: {
    kind: 'read',
    may: 'resident',
    about: '看最近的接访日和还空着的时段',
    input: z.strictObject({ centreId }),
    output: z.object({
      rows: z.array(
        dayRow.extend({
          /** Numbers of slots that can still be booked. */
          free: z.array(z.number()),
          /** My slot; 0 when I have none. */
          mySlot: z.number(),
        }),
      ),
    }),
    refusals: [],
  },
  bookSlot: {
    kind: 'write',
    may: 'resident',
    about: '约一个时段,说说想问什么',
    input: z.strictObject({ centreId, dayId: rowId, slot: whole(1, 60), topic }),
    output: z.object({ slot: z.number(), at: instantField }),
    refusals: ['HALL.SLOT_TAKEN', 'HALL.NO_SLOT', 'HALL.ALREADY_ASKED', 'HALL.DAY_OVER'],
  },
  cancelSlot: {
    kind: 'write',
    may: 'resident',
    about: '不去了,把时段让出来',
    input: z.strictObject({ centreId, dayId: rowId }),
    output: z.object({ dayId: rowId }),
    refusals: ['HALL.NOT_ASKED', 'HALL.DAY_OVER'],
  },
  myQuestions: {
    kind: 'read',
    may: 'resident',
    about: '看自己在接访日问过的事和答复',
    input: z.strictObject({ centreId }),
    output: z.object({
      rows: z.array(
        question.extend({ dayId: rowId, day: z.string(), title: z.string(), place: z.string(), state }),
      ),
    }),
    refusals: [],
  },
  receptionRules: {
    kind: 'read',
    may: 'reception.host',
    about: '看本社区的接访安排',
    input: z.strictObject({ centreId }),
    output: z.object({ rows: z.array(z.object({ ruleId: rowId, ...ruleFacts })) }),
    refusals: [],
  },
  saveReceptionRule: {
    kind: 'write',
    may: 'reception.host',
    about: '定一个固定的接访日(如每月第一个周二)',
    input: z.strictObject({ centreId, ruleId: rowId.optional(), ...ruleFacts }),
    output: z.object({ ruleId: rowId, days: z.array(z.string()) }),
    refusals: ['HALL.WRONG_HOURS'],
  },
  cancelReceptionDay: {
    kind: 'write',
    may: 'reception.host',
    about: '某一天不办了,写明原因并通知约好的人',
    input: z.strictObject({ centreId, dayId: rowId, reason: words(100) }),
    output: z.object({ told: z.number() }),
    refusals: ['HALL.DAY_OVER'],
  },
  receptionDayOfStaff: {
    kind: 'read',
    may: 'reception.host',
    about: '看一天的接访单',
    input: z.strictObject({ centreId, dayId: rowId }),
    output: dayRow.extend({
      questions: z.array(question),
      asked: z.number(),
      answered: z.number(),
      listed: z.number(),
    }),
    refusals: [],
  },
  receptionDaysOfStaff: {
    kind: 'read',
    may: 'reception.host',
    about: '按月看接访日和当场答复的数',
    input: z.strictObject({ centreId, month }),
    output: z.object({
      rows: z.array(dayRow.extend({ asked: z.number(), answered: z.number(), listed: z.number() })),
    }),
    refusals: [],
  },
  writeInQuestion: {
    kind: 'write',
    may: 'reception.host',
    about: '门口来的人,当场记一条',
    input: z.strictObject({ centreId, dayId: rowId, topic, name: words(20), phone: phone.optional() }),
    output: z.object({ questionId: rowId }),
    refusals: ['HALL.DAY_OVER', 'HALL.DAY_FULL'],
  },
  askerContact: {
    kind: 'write',
    may: 'reception.host',
    about: '看来问的人的姓名电话(会记下谁看过)',
    input: z.strictObject({ centreId, dayId: rowId, questionId: rowId, reason: words(60) }),
    output: z.object({ name: z.string(), phone: z.string() }),
    refusals: ['HALL.NO_QUESTION'],
    keepReply: false,
  },
  answerQuestion: {
    kind: 'write',
    may: 'reception.host',
    about: '记当场答复(或没来)',
    input: z.strictObject({
      centreId,
      dayId: rowId,
      questionId: rowId,
      outcome: z.enum(['answered', 'absent']),
      answer: z.string().trim().max(500, '最多 500 个字'),
    }),
    output: z.object({ asked: z.number(), answered: z.number() }),
    refusals: [
      'HALL.NO_QUESTION',
      'HALL.ALREADY_ANSWERED',
      'HALL.ANSWER_MISSING',
      'HALL.DAY_OVER',
      'HALL.DAY_NOT_YET',
    ],
  },
  listQuestion: {
    kind: 'write',
    may: 'reception.host',
    about: '当场答不了,列进问题清单',
    input: z.strictObject({ centreId, dayId: rowId, questionId: rowId, ...problemFacts }),
    output: z.object({ problemId: rowId, dueDay: z.string() }),
    refusals: [
      'HALL.NO_QUESTION',
      'HALL.ALREADY_ANSWERED',
      'HALL.WRONG_PERSON',
      'HALL.DAY_OVER',
      'HALL.DAY_NOT_YET',
    ],
  },
  closeReceptionDay: {
    kind: 'write',
    may: 'reception.host',
    about: '结束这一天,问了几件、当场答了几件',
    input: z.strictObject({ centreId, dayId: rowId }),
    output: z.object({ asked: z.number(), answered: z.number(), listed: z.number() }),
    refusals: ['HALL.DAY_OVER', 'HALL.DAY_NOT_YET', 'HALL.QUESTIONS_OPEN'],
  },
})
