import type { InputOf } from '../../types/common/contract'
import type { ballotActions } from '../../types/hall.ballot'
import type { hallContract } from '../../types/hall.contract'
import type { matterActions } from '../../types/hall.matter'
import type { mediationActions } from '../../types/hall.mediation'
import type { problemActions } from '../../types/hall.problem'
import type { receptionActions } from '../../types/hall.reception'
import type { sessionActions } from '../../types/hall.session'
import type { Samples } from './samples'
import { centres, people } from './town'

/** One well-formed input for every action of the hall, in a section for each part of its contract. */

const centreId = centres.jingui
const noRow = 'no-such-row'
const day = '2030-12-03'
const hour = 3_600_000
/** Far enough ahead for a cloud with today's clock. */
const soon = Date.parse('2030-01-05T01:00:00Z')
const text = '五栋楼下的路灯不亮'
const problem = { text, measure: '联系路灯所更换灯头', units: ['金桂物业'], officer: people.staff }

/** About rows that do not exist, except that matters are raised. */
const matterSamples = {
  procedures: { centreId },
  saveProcedures: {
    centreId,
    rows: [
      {
        tier: 'brief' as const,
        steps: ['assign' as const, 'answer' as const],
        answerWithin: 3,
        announceAhead: 0,
        publicNoticeDays: 0,
      },
      {
        tier: 'fast' as const,
        steps: ['assign' as const, 'consult' as const, 'conclude' as const, 'answer' as const],
        answerWithin: 5,
        announceAhead: 0,
        publicNoticeDays: 0,
      },
      {
        tier: 'assembly' as const,
        steps: [
          'assign' as const,
          'announce' as const,
          'meet' as const,
          'minutes' as const,
          'resolve' as const,
          'publicNotice' as const,
          'answer' as const,
        ],
        answerWithin: 30,
        announceAhead: 3,
        publicNoticeDays: 7,
      },
    ],
    confirmWithin: 5,
  },
  similarMatters: { centreId, text, place: '' },
  raiseMatter: { centreId, text, place: '5栋楼下', photos: [], anonymous: false },
  backMatter: { centreId, matterId: noRow },
  matters: { centreId, show: 'open' as const },
  myMatters: { centreId },
  matter: { centreId, matterId: noRow },
  withdrawMatter: { centreId, matterId: noRow },
  confirmMatter: { centreId, matterId: noRow, solved: true, text: '' },
  mattersOfStaff: { centreId, state: 'raised' as const },
  matterOfStaff: { centreId, matterId: noRow },
  hallPeople: { centreId },
  raiserContact: { centreId, matterId: noRow, reason: '约时间上门' },
  enterMatter: { centreId, text, place: '', photos: [], source: 'visit' as const, name: '赵奶奶' },
  triageMatter: { centreId, matterId: noRow, tier: 'brief' as const, officer: people.staff },
  moveUpMatter: { centreId, matterId: noRow, tier: 'fast' as const, reason: '要几家单位一起办' },
  refuseMatter: { centreId, matterId: noRow, reason: '不归社区管,请打 12345' },
  moderateMatter: { centreId, matterId: noRow, hidden: true, reason: '写了别人的姓名' },
  askOpinions: { centreId, matterId: noRow, people: [people.staff] },
  giveOpinion: { centreId, matterId: noRow, opinion: '同意更换' },
  takeStep: { centreId, matterId: noRow, step: 'conclude' as const, text: '更换灯头', seen: 0 },
  answerMatter: { centreId, matterId: noRow, text: '已经换好', photos: [], seen: 0 },
} satisfies { readonly [A in keyof typeof matterActions]: InputOf<typeof hallContract, A> }

/** About rows that do not exist, except that a session is drafted. */
const sessionSamples = {
  sessions: { centreId, show: 'coming' as const },
  session: { centreId, sessionId: noRow },
  rsvp: { centreId, sessionId: noRow, coming: true },
  checkInToSession: { centreId, sessionId: noRow, code: '123456' },
  sessionsOfStaff: { centreId, show: 'coming' as const },
  sessionOfStaff: { centreId, sessionId: noRow },
  saveSession: {
    centreId,
    seen: 0,
    title: '5栋加装电梯第一次协商',
    startsAt: soon,
    endsAt: soon + 2 * hour,
    place: '社区议事厅',
    quorum: 5,
    open: false,
    buildings: ['5栋'],
    agenda: [{ title: '听施工方介绍方案', minutes: 30 }],
    parties: [{ role: 'builder' as const, title: '演示电梯公司', name: '周工' }],
  },
  announceSession: { centreId, sessionId: noRow, seen: 0 },
  cancelSession: { centreId, sessionId: noRow, reason: '停电' },
  sessionCode: { centreId, sessionId: noRow },
  markPresent: { centreId, sessionId: noRow, key: noRow, present: true },
  addParty: { centreId, sessionId: noRow, role: 'owner' as const, title: '5栋 2-301', name: '赵奶奶' },
  saveMinutes: {
    centreId,
    sessionId: noRow,
    itemId: noRow,
    text: '业主同意先看方案',
    outcome: 'continued' as const,
    decisions: [{ text: '报方案', who: '施工方', byDay: day }],
    seen: 0,
  },
  saveSessionFiles: { centreId, sessionId: noRow, photos: [], attachments: [] },
  closeSession: { centreId, sessionId: noRow, seen: 0 },
} satisfies { readonly [A in keyof typeof sessionActions]: InputOf<typeof hallContract, A> }

/** About rows that do not exist, except that a rule is made. */
const receptionSamples = {
  receptionDays: { centreId },
  bookSlot: { centreId, dayId: noRow, slot: 1, topic: text },
  cancelSlot: { centreId, dayId: noRow },
  myQuestions: { centreId },
  receptionRules: { centreId },
  saveReceptionRule: {
    centreId,
    kind: 'secretary' as const,
    title: '书记连心日',
    recurrence: { every: 'month' as const, nth: 1, weekday: 2 },
    startsAt: 540,
    slots: 12,
    slotMinutes: 15,
    place: '党群服务中心',
    host: '王书记',
    skipHolidays: true,
    startsOn: day,
    stopped: false,
  },
  cancelReceptionDay: { centreId, dayId: noRow, reason: '书记去区里开会' },
  receptionDayOfStaff: { centreId, dayId: noRow },
  receptionDaysOfStaff: { centreId, month: '2030-12' },
  writeInQuestion: { centreId, dayId: noRow, topic: text, name: '赵奶奶' },
  askerContact: { centreId, dayId: noRow, questionId: noRow, reason: '回电话' },
  answerQuestion: {
    centreId,
    dayId: noRow,
    questionId: noRow,
    outcome: 'answered' as const,
    answer: '明天去修',
  },
  listQuestion: { centreId, dayId: noRow, questionId: noRow, ...problem },
  closeReceptionDay: { centreId, dayId: noRow },
} satisfies { readonly [A in keyof typeof receptionActions]: InputOf<typeof hallContract, A> }

/** About rows that do not exist, except that a problem is put on the list. */
const problemSamples = {
  problems: { centreId, state: 'open' as const },
  problem: { centreId, problemId: noRow },
  myProblems: { centreId },
  escalatedProblems: { centreId },
  openProblem: { centreId, ...problem },
  noteProblem: { centreId, problemId: noRow, text: '已经联系' },
  extendProblem: { centreId, problemId: noRow, workingDays: 3, reason: '等配件' },
  finishProblem: { centreId, problemId: noRow, text: '换好了', evidence: ['cloud://local/lamp.jpg'] },
  confirmProblem: { centreId, problemId: noRow, solved: true, text: '' },
  strikeOff: { centreId, problemId: noRow, solved: true, text: '现场看过' },
  closeOut: { centreId, month: '2026-11' },
  workingCalendar: { centreId, year: 2026 },
  saveCalendar: { centreId, year: 2027, off: ['2027-01-01'], worked: [] },
} satisfies { readonly [A in keyof typeof problemActions]: InputOf<typeof hallContract, A> }

/** About rows that do not exist, except that somebody asks for mediation. */
const mediationSamples = {
  askMediation: { centreId, text: '楼上漏水,一直没有修', other: '楼上邻居' },
  myMediations: { centreId },
  mediation: { centreId, mediationId: noRow },
  withdrawMediation: { centreId, mediationId: noRow },
  joinMediation: { centreId, code: 'no-such-code' },
  confirmAgreement: { centreId, mediationId: noRow, version: 1, agree: true, text: '' },
  mediationsToTake: { centreId },
  myCases: { centreId },
  takeMediation: { centreId, mediationId: noRow },
  handBackMediation: { centreId, mediationId: noRow },
  partyContact: { centreId, mediationId: noRow, key: noRow },
  invitationCode: { centreId, mediationId: noRow },
  noteMediation: { centreId, mediationId: noRow, at: soon, place: '调解室', notes: '双方都来了' },
  proposeAgreement: { centreId, mediationId: noRow, text: '三天内修好', followUpOn: day },
  endMediation: { centreId, mediationId: noRow, reason: '可以找人民法院' },
  followUpMediation: { centreId, mediationId: noRow, text: '已经修好' },
  mediationFigures: { centreId, month: '2026-11' },
} satisfies { readonly [A in keyof typeof mediationActions]: InputOf<typeof hallContract, A> }

/** About rows that do not exist, except that a ballot is drafted. */
const ballotSamples = {
  ballots: { centreId },
  ballot: { centreId, ballotId: noRow },
  castVote: { centreId, ballotId: noRow, rollId: noRow, choice: 'for' as const, rulesVersion: 1 },
  ballotsOfStaff: { centreId },
  ballotOfStaff: { centreId, ballotId: noRow },
  saveBallot: {
    centreId,
    rulesVersion: 0,
    question: '5栋要不要加装电梯',
    about: '',
    unit: 'area' as const,
    subject: 'rebuild' as const,
    opensAt: soon,
    closesAt: soon + 72 * hour,
    paperUntil: soon + 96 * hour,
  },
  fillRoll: { centreId, ballotId: noRow, buildings: ['5栋'] },
  saveRollRows: {
    centreId,
    ballotId: noRow,
    rows: [{ doors: [{ building: '5栋', room: '2-301' }], area: 8950 }],
  },
  clearRoll: { centreId, ballotId: noRow },
  roll: { centreId, ballotId: noRow },
  openBallot: { centreId, ballotId: noRow, rulesVersion: 1 },
  recordProxy: {
    centreId,
    ballotId: noRow,
    rollId: noRow,
    phone: '13900000000',
    letter: 'cloud://local/letter.jpg',
  },
  enterPaperVote: { centreId, ballotId: noRow, rollId: noRow, choice: 'for' as const },
  cancelBallot: { centreId, ballotId: noRow, reason: '题目写错了' },
  recountBallot: { centreId, ballotId: noRow },
} satisfies { readonly [A in keyof typeof ballotActions]: InputOf<typeof hallContract, A> }

export const hallSamples = {
  ...matterSamples,
  ...sessionSamples,
  ...receptionSamples,
  ...problemSamples,
  ...mediationSamples,
  ...ballotSamples,
} satisfies Samples<typeof hallContract>
