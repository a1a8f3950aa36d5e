import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import {
  approves,
  centres,
  joins,
  openEmptyTown,
  openTown,
  people,
  startCode,
  type Town,
} from '../harness/town'

type Community = typeof communityContract
const { jingui, street } = centres

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

const costOf = async <A extends ActionName<Community>>(
  action: A,
  input: InputOf<Community, A>,
  openid: string,
): Promise<number> => {
  const { reply, cost } = await town.ask(communityContract, action, input, openid)
  expect([action, reply]).toEqual([action, expect.objectContaining({ ok: true })])
  return cost.dbRequests
}

const facts = { name: '玉兰社区', phone: '', address: '' }

/** One successful call of each action but the first; `n` keeps rounds apart. */
const round = async (n: number): Promise<Record<string, number>> => {
  const applicant = `cost-${n}`
  const { household } = await town.done(communityContract, 'me', {}, people.resident)
  return {
    me: await costOf('me', {}, people.staff),
    centres: await costOf('centres', { parentId: street }, people.stranger),
    centre: await costOf('centre', { centreId: jingui }, people.stranger),
    createCentre: await costOf(
      'createCentre',
      { centreId: street, segment: `c${n}`, ...facts },
      people.officer,
    ),
    editCentre: await costOf('editCentre', { centreId: `${street}.c${n}`, ...facts }, people.officer),
    join: await costOf('join', { centreId: jingui, name: '韩四', building: '5', room: `${n}` }, applicant),
    applications: await costOf('applications', { centreId: jingui }, people.staff),
    decideApplication: await costOf(
      'decideApplication',
      { centreId: jingui, residentId: applicant, decision: 'approve' },
      people.staff,
    ),
    households: await costOf('households', { centreId: jingui }, people.staff),
    household: await costOf(
      'household',
      { centreId: jingui, householdId: household?.id ?? '' },
      people.staff,
    ),
    myHousehold: await costOf('myHousehold', { centreId: jingui }, people.resident),
    revealPhone: await costOf(
      'revealPhone',
      { centreId: jingui, residentId: people.resident, reason: '回访' },
      people.staff,
    ),
    findByPhone: await costOf('findByPhone', { centreId: jingui, phone: '13810000005' }, people.secretary),
    roleHolders: await costOf('roleHolders', { centreId: jingui }, people.secretary),
    appoint: await costOf(
      'appoint',
      { centreId: jingui, residentId: applicant, role: 'volunteer' },
      people.secretary,
    ),
    dismiss: await costOf(
      'dismiss',
      { centreId: jingui, residentId: applicant, role: 'volunteer' },
      people.secretary,
    ),
    auditLog: await costOf('auditLog', { centreId: jingui }, people.secretary),
    notices: await costOf('notices', {}, applicant),
    readNotices: await costOf('readNotices', {}, applicant),
  }
}

/** The whole of what each action asks the database, its caller and its audit row included. */
const promised = {
  me: 1,
  centres: 1,
  centre: 1,
  createCentre: 4,
  editCentre: 4,
  join: 4,
  applications: 2,
  // a transaction: caller, begin, applicant, notice, household read and written, applicant, audit row, commit
  decideApplication: 9,
  households: 2,
  household: 2,
  myHousehold: 2,
  revealPhone: 3,
  findByPhone: 3,
  roleHolders: 2,
  appoint: 4,
  dismiss: 4,
  auditLog: 2,
  notices: 1,
  readNotices: 3,
}

test('every action costs what it costs, and no more when there is more', async () => {
  expect(await round(1)).toEqual(promised)
  for (let n = 0; n < 60; n += 1) {
    await joins(town, `many-${n}`, jingui, '群众', 300 + n)
    if (n % 2 === 0) await approves(town, people.staff, jingui, `many-${n}`)
  }
  expect(await round(2)).toEqual(promised)
})

test('lists read little more than they show', async () => {
  for (const action of ['applications', 'households'] as const) {
    const { reply, cost } = await town.ask(communityContract, action, { centreId: jingui }, people.staff)
    const shown = reply.ok ? reply.data.rows.length : 0
    expect(shown).toBe(20)
    // the caller, the rows, and the one row that says that there is another page
    expect(cost.examined).toBeLessThanOrEqual(shown + 2)
  }
})

test('starting a deployment costs one transaction', async () => {
  const empty = await openEmptyTown()
  try {
    const { cost } = await empty.ask(
      communityContract,
      'startDeployment',
      { code: startCode, personName: '区主任', segment: 'hudong', name: '湖东区', phone: '', address: '' },
      people.officer,
    )
    // caller, begin, started?, two centres, person read and written, audit row, commit
    expect(cost.dbRequests).toBe(9)
  } finally {
    await empty.cloud.stop()
  }
})
