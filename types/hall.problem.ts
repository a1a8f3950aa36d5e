import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, shanghaiDayField, whole, words } from './common/fields'
import { month, photos, problemFacts, storyLine } from './hall.fields'
import type { hallRefusals } from './hall.refusals'
import { problemLevels } from './hall.words'

const problemState = z.enum(['open', 'done', 'struckOff'])
const problemRow = z.object({
  problemId: rowId,
  text: z.string(),
  measure: z.string(),
  units: z.array(z.string()),
  officerName: z.string(),
  state: problemState,
  level: z.enum(problemLevels),
  openedOn: z.string(),
  dueDay: z.string(),
  /** The calendar of the due day's year is not published yet: the day may move. */
  provisional: z.boolean(),
  overdue: z.boolean(),
  /** Working days left, negative when overdue. */
  daysLeft: z.number(),
  source: z.enum(['matter', 'reception', 'session', 'direct']),
})
const problemStory = problemRow.extend({
  centreId,
  story: z.array(storyLine),
  evidence: z.array(z.string()),
  hasRaiser: z.boolean(),
  confirmBy: instantField,
  matterId: z.string(),
})
const count = z.object({
  opened: z.number(),
  /** Neither done nor struck off yet. */
  due: z.number(),
  done: z.number(),
  struckOff: z.number(),
  overdue: z.number(),
})
/** Days of one year that are not what their weekday says: weekdays off, weekends worked (调休). */
const yearFacts = {
  year: whole(2024, 2100),
  off: z.array(shanghaiDayField).max(60),
  worked: z.array(shanghaiDayField).max(30),
}

/** 问题清单 (H4): five working days, escalation, 对账销号; and the working calendar it counts by. */
export const problemActions = defineActions<keyof typeof hallRefusals>()({
  problems: {
    kind: 'read',
    may: 'problem.manage',
    about: '看问题清单:在办、待确认、已销号',
    input: z.strictObject({ centreId, state: problemState, after: cursor.optional() }),
    output: z.object({ rows: z.array(problemRow), next: z.string().optional() }),
    refusals: [],
  },
  problem: {
    kind: 'read',
    may: 'problem.manage',
    about: '看一个问题的全部经过',
    input: z.strictObject({ centreId, problemId: rowId }),
    output: problemStory,
    refusals: [],
  },
  myProblems: {
    kind: 'read',
    may: 'resident',
    about: '看自己提的、上了问题清单的事',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        problemRow.extend({
          confirmBy: instantField,
          story: z.array(storyLine),
          evidence: z.array(z.string()),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  escalatedProblems: {
    kind: 'read',
    may: 'problem.oversee',
    about: '看下面社区超期、报上来的问题',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(problemStory), next: z.string().optional() }),
    refusals: [],
  },
  openProblem: {
    kind: 'write',
    may: 'problem.manage',
    about: '列一个问题:措施、责任单位、谁经办',
    input: z.strictObject({
      centreId,
      ...problemFacts,
      /** The matter it comes from, whose raiser confirms. */
      matterId: rowId.optional(),
    }),
    output: z.object({ problemId: rowId, dueDay: z.string() }),
    refusals: ['HALL.WRONG_PERSON', 'HALL.UNKNOWN_MATTER'],
  },
  noteProblem: {
    kind: 'write',
    may: 'problem.manage',
    about: '记一笔进展',
    input: z.strictObject({ centreId, problemId: rowId, text: words(200) }),
    output: z.object({ lines: z.number() }),
    refusals: ['HALL.PROBLEM_OVER'],
  },
  extendProblem: {
    kind: 'write',
    may: 'problem.oversee',
    about: '批准延期几个工作日,写明原因',
    input: z.strictObject({ centreId, problemId: rowId, workingDays: whole(1, 20), reason: words(100) }),
    output: z.object({ dueDay: z.string() }),
    refusals: ['HALL.PROBLEM_OVER', 'HALL.EXTENDED_ENOUGH'],
  },
  finishProblem: {
    kind: 'write',
    may: 'problem.manage',
    about: '办完了:写明办法、附照片,请提的人确认',
    input: z.strictObject({ centreId, problemId: rowId, text: words(300), evidence: photos }),
    output: z.object({ confirmBy: instantField }),
    refusals: ['HALL.PROBLEM_OVER', 'HALL.EVIDENCE_MISSING'],
  },
  confirmProblem: {
    kind: 'write',
    may: 'resident',
    about: '确认解决了,或说还没解决',
    input: z.strictObject({
      centreId,
      problemId: rowId,
      solved: z.boolean(),
      text: z.string().trim().max(200, '最多 200 个字'),
    }),
    output: z.object({ state: problemState }),
    refusals: ['HALL.NOT_YOURS', 'HALL.NOTHING_TO_CONFIRM', 'HALL.REASON_MISSING'],
  },
  strikeOff: {
    kind: 'write',
    may: 'problem.oversee',
    about: '没有提的人时,由书记核实销号,或退回重办',
    input: z.strictObject({ centreId, problemId: rowId, solved: z.boolean(), text: words(200) }),
    output: z.object({ state: problemState }),
    refusals: ['HALL.NOTHING_TO_CONFIRM', 'HALL.RAISER_CONFIRMS', 'HALL.OWN_AFFAIR'],
  },
  closeOut: {
    kind: 'read',
    may: 'problem.manage',
    about: '对账销号:一个月列了几个、销了几个、超期几个,按责任单位',
    input: z.strictObject({ centreId, month }),
    output: z.object({
      ...count.shape,
      units: z.array(z.object({ unit: z.string(), ...count.shape })),
    }),
    refusals: [],
  },
  workingCalendar: {
    kind: 'read',
    may: 'anyone',
    about: '看一年的放假和调休安排',
    input: z.strictObject({ centreId, year: yearFacts.year }),
    output: z.object({
      state: z.enum(['published', 'edited', 'notPublished']),
      off: z.array(z.string()),
      worked: z.array(z.string()),
    }),
    refusals: [],
  },
  saveCalendar: {
    kind: 'write',
    may: 'calendar.edit',
    about: '录一年的放假和调休,没办完的时限会重算',
    input: z.strictObject({ centreId, ...yearFacts }),
    output: z.object({ year: z.number() }),
    refusals: ['HALL.WRONG_CALENDAR', 'HALL.NOT_DISTRICT'],
  },
})
