import type { ActionName, InputOf, RoomContract } from '../../types/common/contract'
import type { communityContract } from '../../types/community.contract'
import type { listsContract } from '../../types/lists.contract'
import { centres } from './town'

/** One well-formed input for every action of a contract; a new action without one does not compile. */
export type Samples<C extends RoomContract> = { readonly [A in ActionName<C>]: InputOf<C, A> }

const centreId = centres.jingui
const nobody = 'test-nobody'
const noRow = 'no-such-row'
const hour = 3_600_000
/** Far enough ahead for a cloud with today's clock. */
const soon = Date.parse('2030-01-05T01:00:00Z')

const facts = { name: '金桂社区', phone: '027-1234567', address: '春江路 1 号' }

/** About rows that do not exist, so that whoever may ask changes nothing that matters. */
export const communitySamples = {
  me: {},
  centres: { parentId: centres.street },
  centre: { centreId },
  startDeployment: { code: 'not the code', personName: '某人', segment: 'hudong', ...facts },
  createCentre: { centreId, segment: 'zhan1', ...facts },
  editCentre: { centreId, ...facts },
  join: { centreId: 'hudong.chunjiang.nowhere', name: '某人', building: '1', room: '101' },
  applications: { centreId },
  decideApplication: { centreId, residentId: nobody, decision: 'reject', reason: '房号不对' },
  exportMyData: {},
  deleteMyAccount: { name: '不是本人' },
  households: { centreId, building: '1' },
  household: { centreId, householdId: noRow },
  myHousehold: { centreId },
  revealPhone: { centreId, residentId: nobody, reason: '核对住户登记' },
  findByPhone: { centreId, phone: '13900000000' },
  roleHolders: { centreId },
  appoint: { centreId, residentId: nobody, role: 'volunteer' },
  dismiss: { centreId, residentId: nobody, role: 'volunteer' },
  auditLog: { centreId },
  notices: {},
  readNotices: {},
} as const satisfies Samples<typeof communityContract>

type Facts<A extends ActionName<typeof listsContract>, Without extends string> = Omit<
  InputOf<typeof listsContract, A>,
  Without
>
const need: Facts<'stateNeed', 'centreId'> = {
  text: '想找人教我用手机挂号',
  beneficiary: ['老人'],
  headcount: 1,
  mobilityImpaired: false,
}
const resource: Facts<'addResource', 'centreId'> = {
  unit: '演示医院',
  title: '量血压',
  description: '每周六上午在社区量血压、问诊',
  categories: ['医疗健康'],
  audience: ['老人'],
  weekdays: [6],
  hours: '09:00-11:30',
  capacityPerSession: 20,
  sessionsPerMonth: 4,
  homeVisit: false,
}

/** About rows that do not exist, except that needs and a resource are added. */
export const listsSamples = {
  stateNeed: { centreId, ...need },
  withdrawNeed: { centreId, needId: noRow },
  myNeeds: { centreId },
  enterNeed: { centreId, ...need, source: 'visit' },
  needs: { centreId, state: 'open' },
  addResource: { centreId, ...resource },
  editResource: { centreId, resourceId: noRow, ...resource, paused: false },
  resources: { centreId },
  revealContact: { centreId, resourceId: noRow, reason: '约时间' },
  previewImport: { centreId, kind: 'need', fileId: 'cloud://local/no-such-file.csv', fileName: '需求.csv' },
  importProblems: { centreId, importId: noRow, part: 0 },
  commitImport: { centreId, importId: noRow, part: 0 },
  matchBoard: { centreId, state: 'open' },
  acceptMatch: { centreId, needId: noRow, resourceId: noRow },
  rejectMatch: { centreId, needId: noRow, resourceId: noRow, reason: '其他' },
  markGap: { centreId, needId: noRow },
  reopenNeed: { centreId, needId: noRow },
  projects: { centreId, state: 'draft' },
  editProject: {
    centreId,
    projectId: noRow,
    title: '量血压',
    startsAt: soon,
    endsAt: soon + 2 * hour,
    closesAt: soon - 24 * hour,
    place: '社区一楼',
    cap: 20,
    waitCap: 10,
  },
  cancelProject: { centreId, projectId: noRow, reason: '下雨' },
  publishEdition: { centreId, month: '2030-01', projectIds: [noRow] },
  editions: { centreId },
  edition: { centreId },
  project: { centreId, projectId: noRow },
  enrol: { centreId, projectId: noRow },
  cancelEnrolment: { centreId, projectId: noRow },
  myEnrolments: { centreId },
  enrolments: { centreId, projectId: noRow },
} satisfies Samples<typeof listsContract>
