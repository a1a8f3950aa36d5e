import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import type { AgendaItem, Party, SessionDocument } from '../../cloudfunctions/_kit/documents/sessions'
import { defaultProcedures } from '../../cloudfunctions/hall/matter/procedure.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { centres, people } from '../harness/town'

export const centreId = centres.jingui
const { resident, staff } = people

/** Tuesday, the first of December, at nine. */
export const morning = instantOf('2026-12-01' as ShanghaiDay, 9 * 60)
export const day = 86_400_000

/** A matter somebody takes care of: the assembly's procedure, ready to be announced. */
export const matterRow = (id: string, facts: Partial<MatterDocument> = {}): MatterDocument => ({
  _id: id,
  centreId,
  text: '5栋想加装电梯',
  place: '5栋',
  photos: [],
  source: 'self',
  anonymous: false,
  by: resident,
  byMasked: '王*明',
  forNameSealed: '',
  forPhoneSealed: '',
  raisedAt: morning,
  state: 'underWay',
  hiddenBecause: '',
  tier: 'assembly',
  procedure: defaultProcedures[2] ?? null,
  done: ['assign'],
  officer: staff,
  officerMasked: '李*作',
  consulted: {},
  concerned: [],
  sessions: [],
  openProblems: 0,
  backers: [],
  story: [],
  answer: '',
  answerPhotos: [],
  dueAt: asInstant(morning + 60 * day),
  late: false,
  publicNoticeUntil: '',
  confirmBy: asInstant(0),
  nextAt: asInstant(0),
  changes: 0,
  requestKey: '',
  order: id,
  ...facts,
})

export const partyRow = (facts: Partial<Party> = {}): Party => ({
  role: 'builder',
  title: '演示电梯公司',
  nameSealed: 'sealed',
  nameMasked: '周*程',
  who: '',
  rsvp: 'none',
  presentAt: asInstant(0),
  source: 'invited',
  ...facts,
})

export const itemRow = (itemId: string, facts: Partial<AgendaItem> = {}): AgendaItem => ({
  itemId,
  matterId: '',
  title: '听方案',
  minutes: 30,
  text: '',
  outcome: '',
  decisions: [],
  ...facts,
})

/** An announced session on Saturday the fifth at seven in the evening, for 5栋, with a builder by name. */
export const sessionRow = (facts: Partial<SessionDocument> = {}): SessionDocument => ({
  _id: 'session',
  centreId,
  title: '5栋加装电梯协商',
  startsAt: asInstant(morning + 4 * day + 10 * 3_600_000),
  endsAt: asInstant(morning + 4 * day + 12 * 3_600_000),
  place: '社区议事厅',
  state: 'announced',
  quorum: 2,
  open: false,
  buildings: ['5栋'],
  agenda: [itemRow('item')],
  parties: { builder: partyRow() },
  left: 299,
  coming: 0,
  present: 0,
  photos: [],
  attachments: [],
  cancelledBecause: '',
  seed: 'seed',
  wrong: {},
  changes: 1,
  requestKey: '',
  people: [],
  remindAt: asInstant(0),
  order: '',
  ...facts,
})
