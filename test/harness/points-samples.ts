import type { InputOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'
import type { earningActions } from '../../types/points.earning'
import type { marketActions } from '../../types/points.market'
import type { passbookActions } from '../../types/points.passbook'
import type { Samples } from './samples'
import { centres } from './town'

/** One well-formed input for every action of the points room, in a section for each part of its contract. */

const centreId = centres.jingui
const noRow = 'no-such-row'
const nobody = 'test-nobody'
const hour = 3_600_000
/** A week ahead of today's clock, on the hour. */
const soon = Math.ceil(Date.now() / hour) * hour + 168 * hour

/** About rows that do not exist, except that an item and a sponsor are added. */
export const marketSamples = {
  shelf: { centreId },
  shelfOfStaff: { centreId },
  saveShelfItem: {
    centreId,
    kind: 'goods',
    title: '大米',
    description: '5 公斤一袋',
    picture: '',
    price: 50,
    limit: 1,
    limitPeriod: 'month',
    state: 'withdrawn',
    slots: [],
  },
  stockIn: { centreId, itemId: noRow, quantity: 10 },
  stockCount: { centreId, itemId: noRow, counted: 10, note: '月底盘点' },
  redeem: { centreId, itemId: noRow, quantity: 1, price: 50 },
  myRedemptions: { centreId },
  cancelRedemption: { centreId, redemptionId: noRow },
  findRedemption: { centreId, code: '000000' },
  counterList: { centreId },
  counterSheet: { centreId },
  fulfil: { centreId, redemptionId: noRow },
  fulfilShort: { centreId, redemptionId: noRow },
  sponsors: { centreId },
  saveSponsor: { centreId, name: '春江超市', contact: '王经理 13812341234' },
  sponsorStory: { centreId, sponsorId: noRow },
} satisfies { readonly [A in keyof typeof marketActions]: InputOf<typeof pointsContract, A> }

/** About rows that do not exist, except the centre's settings and the caller's own household. */
export const passbookSamples = {
  myPassbook: { centreId, month: '2026-11' },
  passbooks: { centreId, building: '5' },
  passbook: { centreId, passbookId: noRow, month: '2026-11' },
  exportStatement: { centreId, month: '2026-11' },
  setMaySpend: { centreId, passbookId: noRow, residentId: nobody, maySpend: false },
  setHidden: { centreId, hidden: false },
  reverseJournal: { centreId, passbookId: noRow, journalId: noRow, reason: '记错了户' },
  mergePassbooks: { centreId, fromId: noRow, intoId: 'no-other-row', reason: '老人搬来同住' },
  splitPassbook: {
    centreId,
    passbookId: noRow,
    building: '5',
    room: '301',
    residentIds: [nobody],
    points: 10,
    reason: '分家',
  },
  moveOut: { centreId, residentId: nobody, reason: '搬走了' },
  reconciliations: { centreId },
  honourRoll: { centreId, period: '2026-11' },
  settings: { centreId },
  saveSettings: {
    centreId,
    noticeDays: 7,
    pickupHours: 72,
    pickupPlace: '一楼柜台',
    openingTimes: '周六上午',
    expireAfterYears: 0,
  },
} satisfies { readonly [A in keyof typeof passbookActions]: InputOf<typeof pointsContract, A> }

const log = { itemId: noRow, units: 1, happenedAt: Date.parse('2026-11-20T01:00:00Z') }

/** About rows that do not exist, except that an item and shifts are added. */
export const earningSamples = {
  earningItems: { centreId },
  saveEarningItem: {
    centreId,
    title: '垃圾分类',
    unit: '次',
    points: 2,
    caps: { day: 1 },
    evidence: 'none',
    secondPersonAbove: 5,
    startsOn: '2030-01-05',
    stopped: false,
  },
  myCode: { centreId },
  readCode: { centreId, code: 'no such code' },
  findPassbook: { centreId, building: '5', room: '301' },
  logPoints: { centreId, passbookId: noRow, ...log },
  logMany: { centreId, passbookIds: [noRow], ...log },
  pendingLogs: { centreId },
  decideLog: { centreId, logId: noRow, decision: 'reject' },
  publicNotice: { centreId },
  object: { centreId, passbookId: noRow, journalId: noRow, reason: '那天没有活动' },
  objections: { centreId, state: 'open' },
  decideObjection: { centreId, objectionId: noRow, decision: 'dismiss', words: '核对过签到表' },
  shifts: { centreId },
  addShifts: {
    centreId,
    title: '周末巡逻',
    place: '东门',
    cap: 5,
    pointsPerHour: 10,
    times: [{ startsAt: soon, endsAt: soon + 2 * hour }],
  },
  cancelShift: { centreId, shiftId: noRow, reason: '下雨' },
  takeShift: { centreId, shiftId: noRow },
  leaveShift: { centreId, shiftId: noRow },
  shiftCode: { centreId, shiftId: noRow },
  checkIn: { centreId, shiftId: noRow, code: '000000' },
  checkOut: { centreId, shiftId: noRow, code: '000000' },
  shift: { centreId, shiftId: noRow },
  confirmShift: { centreId, shiftId: noRow, rows: [{ residentId: nobody, minutes: 60 }] },
} satisfies { readonly [A in keyof typeof earningActions]: InputOf<typeof pointsContract, A> }

/** The whole room. */
export const pointsSamples = {
  ...passbookSamples,
  ...earningSamples,
  ...marketSamples,
} satisfies Samples<typeof pointsContract>
