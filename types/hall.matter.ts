import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, phone, rowId, whole, words } from './common/fields'
import { photos, placeWords, seen, step, storyLine, tier } from './hall.fields'
import type { hallRefusals } from './hall.refusals'

const matterState = z.enum(['raised', 'underWay', 'answered', 'closed', 'withdrawn', 'refused'])
const matterWords = {
  text: words(500),
  place: placeWords,
  photos,
  /** Not shown to other residents who raised it; the staff always see. */
  anonymous: z.boolean(),
}
const matterRow = z.object({
  matterId: rowId,
  text: z.string(),
  place: z.string(),
  state: matterState,
  tier: z.union([tier, z.literal('')]),
  /** Masked name of who raised it, or 「匿名居民」. */
  by: z.string(),
  mine: z.boolean(),
  raisedAt: instantField,
  /** Others who said 「我也是」. */
  backing: z.number(),
  backed: z.boolean(),
  sessions: z.number(),
  /** When the answer is due; 0 before somebody has it. */
  dueAt: instantField,
  late: z.boolean(),
})
const progress = z.object({ step, done: z.boolean(), at: instantField.optional() })
const matterStory = matterRow.extend({
  photos: z.array(z.string()),
  /** The tier's table with what is done. */
  progress: z.array(progress),
  story: z.array(storyLine),
  publicNoticeUntil: z.string(),
  answer: z.string(),
  answerPhotos: z.array(z.string()),
  /** Until when the raiser may say that it is not done; 0 when nothing waits for them. */
  confirmBy: instantField,
})
const procedure = z.strictObject({
  tier,
  steps: z.array(step).min(2).max(9),
  /** Working days from 定人 to 答复. */
  answerWithin: whole(1, 120),
  /** Days a session is announced ahead. */
  announceAhead: whole(0, 30),
  /** Days of 公示. */
  publicNoticeDays: whole(0, 60),
})
/** Working days after which an answer nobody objects to counts as confirmed. */
const confirmWithin = whole(1, 30)

/** 议题 (H1): raised, sorted into a tier, answered, confirmed. */
export const matterActions = defineActions<keyof typeof hallRefusals>()({
  procedures: {
    kind: 'read',
    may: 'anyone',
    about: '看三种议事办法各要走哪几步',
    input: z.strictObject({ centreId }),
    output: z.object({ rows: z.array(procedure), confirmWithin: z.number(), own: z.boolean() }),
    refusals: [],
  },
  saveProcedures: {
    kind: 'write',
    may: 'hall.rule',
    about: '定本社区的议事步骤和时限(必走的步骤不能少)',
    input: z.strictObject({ centreId, rows: z.array(procedure).length(3), confirmWithin }),
    output: z.object({ saved: z.boolean() }),
    refusals: ['HALL.WRONG_STEPS'],
  },
  similarMatters: {
    kind: 'read',
    may: 'resident',
    about: '提之前看看有没有人提过差不多的',
    input: z.strictObject({ centreId, text: words(500), place: placeWords }),
    output: z.object({ rows: z.array(matterRow) }),
    refusals: [],
  },
  raiseMatter: {
    kind: 'write',
    may: 'resident',
    about: '提一件事',
    input: z.strictObject({ centreId, ...matterWords }),
    output: z.object({ matterId: rowId }),
    refusals: ['HALL.TOO_MANY_OPEN'],
  },
  backMatter: {
    kind: 'write',
    may: 'resident',
    about: '「我也是」:别人提过的事,我也关心',
    input: z.strictObject({ centreId, matterId: rowId }),
    output: z.object({ backing: z.number() }),
    refusals: ['HALL.OWN_MATTER', 'HALL.MATTER_OVER', 'HALL.BACKERS_FULL'],
  },
  matters: {
    kind: 'read',
    may: 'resident',
    about: '看社区里大家提的事',
    input: z.strictObject({ centreId, show: z.enum(['open', 'closed']), after: cursor.optional() }),
    output: z.object({ rows: z.array(matterRow), next: z.string().optional() }),
    refusals: [],
  },
  myMatters: {
    kind: 'read',
    may: 'resident',
    about: '看自己提的事到哪一步了',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(matterRow), next: z.string().optional() }),
    refusals: [],
  },
  matter: {
    kind: 'read',
    may: 'resident',
    about: '看一件事的前前后后',
    input: z.strictObject({ centreId, matterId: rowId }),
    output: matterStory,
    refusals: [],
  },
  withdrawMatter: {
    kind: 'write',
    may: 'resident',
    about: '不提了,撤回自己的事',
    input: z.strictObject({ centreId, matterId: rowId }),
    output: z.object({ matterId: rowId }),
    refusals: ['HALL.NOT_YOURS', 'HALL.MATTER_OVER'],
  },
  confirmMatter: {
    kind: 'write',
    may: 'resident',
    about: '对答复说满意,或说还没解决',
    input: z.strictObject({
      centreId,
      matterId: rowId,
      solved: z.boolean(),
      text: z.string().trim().max(200, '最多 200 个字'),
    }),
    output: z.object({ state: matterState }),
    refusals: ['HALL.NOT_YOURS', 'HALL.NOTHING_TO_CONFIRM', 'HALL.REASON_MISSING'],
  },
  mattersOfStaff: {
    kind: 'read',
    may: 'matter.manage',
    about: '看议题:待分办、办理中、待确认、已办结',
    input: z.strictObject({ centreId, state: matterState, after: cursor.optional() }),
    output: z.object({ rows: z.array(matterRow), next: z.string().optional() }),
    refusals: [],
  },
  matterOfStaff: {
    kind: 'read',
    may: 'matter.manage',
    about: '看一件议题的全部经过和下一步',
    input: z.strictObject({ centreId, matterId: rowId }),
    output: matterStory.extend({
      source: z.enum(['self', 'visit', 'phone', 'group', 'reception']),
      anonymous: z.boolean(),
      hiddenBecause: z.string(),
      officer: z.string(),
      officerName: z.string(),
      /** The step to take now; empty when there is none. */
      next: z.union([step, z.literal('')]),
      consulted: z.array(
        z.object({
          who: rowId,
          name: z.string(),
          opinion: z.string(),
          at: instantField.optional(),
          /** Whether it is the caller who was asked. */
          own: z.boolean(),
        }),
      ),
      openProblems: z.number(),
      changes: z.number(),
    }),
    refusals: [],
  },
  hallPeople: {
    kind: 'read',
    may: 'matter.manage',
    about: '看本社区能经办的同事',
    input: z.strictObject({ centreId }),
    output: z.object({ rows: z.array(z.object({ who: rowId, name: z.string(), role: z.string() })) }),
    refusals: [],
  },
  raiserContact: {
    kind: 'write',
    may: 'matter.manage',
    about: '看提事人的姓名电话(会记下谁看过)',
    input: z.strictObject({ centreId, matterId: rowId, reason: words(60) }),
    output: z.object({ name: z.string(), phone: z.string() }),
    refusals: [],
    keepReply: false,
  },
  enterMatter: {
    kind: 'write',
    may: 'matter.manage',
    about: '替居民记一件事(入户、电话、群里)',
    input: z.strictObject({
      centreId,
      text: words(500),
      place: placeWords,
      photos,
      source: z.enum(['visit', 'phone', 'group']),
      /** Who said it; sealed. */
      name: words(20),
      phone: phone.optional(),
    }),
    output: z.object({ matterId: rowId }),
    refusals: [],
  },
  triageMatter: {
    kind: 'write',
    may: 'matter.manage',
    about: '分办:用哪种议事办法、谁来办',
    input: z.strictObject({ centreId, matterId: rowId, tier, officer: rowId }),
    output: z.object({ dueAt: instantField }),
    refusals: ['HALL.MATTER_OVER', 'HALL.ALREADY_SORTED', 'HALL.WRONG_PERSON'],
  },
  moveUpMatter: {
    kind: 'write',
    may: 'matter.manage',
    about: '升级:改用更重的议事办法,办过的步骤算数',
    input: z.strictObject({ centreId, matterId: rowId, tier, reason: words(100) }),
    output: z.object({ tier, next: z.union([step, z.literal('')]) }),
    refusals: ['HALL.MATTER_OVER', 'HALL.NOT_THIS_STEP', 'HALL.ONLY_UP'],
  },
  refuseMatter: {
    kind: 'write',
    may: 'matter.manage',
    about: '不受理,写明原因和该找哪里',
    input: z.strictObject({ centreId, matterId: rowId, reason: words(200) }),
    output: z.object({ matterId: rowId }),
    refusals: ['HALL.MATTER_OVER', 'HALL.ALREADY_SORTED'],
  },
  moderateMatter: {
    kind: 'write',
    may: 'matter.manage',
    about: '先不给别的居民看,或重新公开(写明原因)',
    input: z.strictObject({ centreId, matterId: rowId, hidden: z.boolean(), reason: words(100) }),
    output: z.object({ hidden: z.boolean() }),
    refusals: [],
  },
  askOpinions: {
    kind: 'write',
    may: 'matter.manage',
    about: '快事快议:请几位同事书面说意见',
    input: z.strictObject({ centreId, matterId: rowId, people: z.array(rowId).min(1).max(9) }),
    output: z.object({ asked: z.number() }),
    refusals: ['HALL.MATTER_OVER', 'HALL.NOT_THIS_STEP', 'HALL.WRONG_PERSON'],
  },
  giveOpinion: {
    kind: 'write',
    may: 'matter.manage',
    about: '写下自己的意见',
    input: z.strictObject({ centreId, matterId: rowId, opinion: words(300) }),
    output: z.object({ waiting: z.number() }),
    refusals: ['HALL.MATTER_OVER', 'HALL.NOT_THIS_STEP', 'HALL.NOT_ASKED'],
  },
  takeStep: {
    kind: 'write',
    may: 'matter.manage',
    about: '办一步:形成意见、按表决结果形成决议、公示',
    input: z.strictObject({
      centreId,
      matterId: rowId,
      step: z.enum(['conclude', 'resolve', 'publicNotice']),
      text: words(500),
      /** The counted ballot a resolution stands on; without it a session's resolution is needed. */
      ballotId: rowId.optional(),
      seen,
    }),
    output: z.object({ next: z.union([step, z.literal('')]) }),
    refusals: ['HALL.MATTER_OVER', 'HALL.NOT_THIS_STEP', 'HALL.BALLOT_NOT_PASSED'],
  },
  answerMatter: {
    kind: 'write',
    may: 'matter.manage',
    about: '答复提事人(最后一步),请他确认',
    input: z.strictObject({ centreId, matterId: rowId, text: words(500), photos, seen }),
    output: z.object({ confirmBy: instantField }),
    refusals: ['HALL.MATTER_OVER', 'HALL.NOT_THIS_STEP', 'HALL.PROBLEMS_OPEN', 'HALL.NOTICE_RUNNING'],
  },
})
