import type { ActionName, InputOf } from '../../types/common/contract'
import { listsContract } from '../../types/lists.contract'
import { type Answer, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, haircut, wish } from './desk'

type Lists = typeof listsContract

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

const { staff, resident, volunteer, stranger } = people

/** One successful call of every action: what it cost, in all. */
const round = async (): Promise<Record<ActionName<Lists>, Answer<unknown>['cost']>> => {
  const cost = async <A extends ActionName<Lists>>(action: A, input: InputOf<Lists, A>, openid: string) => {
    const answer = await town.ask(listsContract, action, input, openid)
    expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
    return answer.cost
  }
  const draftId = await desk.draft()
  const projectId = await desk.published({ cap: 1, waitCap: 5 })
  await desk.enrol(projectId, volunteer)
  await desk.enrol(projectId, people.pending)
  const resourceId = await desk.addResource({ capacityPerSession: 1 })
  const needId = await desk.stateNeed()
  const csv = `需求内容\n花费${draftId}甲\n花费${draftId}乙\n`
  const preview = await desk.preview('need', 'a.csv', csv)
  const importId = preview.reply.ok ? preview.reply.data.importId : ''
  const soon = Math.floor(Date.now() / 60_000) * 60_000 + 864_000_000
  return {
    stateNeed: await cost('stateNeed', { centreId, ...wish }, resident),
    withdrawNeed: await cost('withdrawNeed', { centreId, needId: await desk.stateNeed() }, resident),
    myNeeds: await cost('myNeeds', { centreId }, resident),
    enterNeed: await cost('enterNeed', { centreId, ...wish, source: 'visit' }, staff),
    needs: await cost('needs', { centreId, state: 'open' }, staff),
    addResource: await cost('addResource', haircut, staff),
    editResource: await cost('editResource', { ...haircut, resourceId, title: '修脚', paused: false }, staff),
    resources: await cost('resources', { centreId }, staff),
    revealContact: await cost('revealContact', { centreId, resourceId, reason: '约时间' }, staff),
    previewImport: preview.cost,
    importProblems: await cost('importProblems', { centreId, importId, part: 0 }, staff),
    commitImport: await cost('commitImport', { centreId, importId, part: 0 }, staff),
    matchBoard: await cost('matchBoard', { centreId, state: 'open' }, staff),
    rejectMatch: await cost('rejectMatch', { centreId, needId, resourceId, reason: '其他' }, staff),
    acceptMatch: await cost('acceptMatch', { centreId, needId, resourceId }, staff),
    reopenNeed: await cost('reopenNeed', { centreId, needId }, staff),
    markGap: await cost('markGap', { centreId, needId }, staff),
    projects: await cost('projects', { centreId, state: 'published' }, staff),
    editProject: await cost(
      'editProject',
      {
        centreId,
        projectId: draftId,
        title: '理发',
        startsAt: soon,
        endsAt: soon + 1,
        closesAt: soon,
        place: '门口',
        cap: 2,
        waitCap: 2,
      },
      staff,
    ),
    publishEdition: await cost(
      'publishEdition',
      { centreId, month: '2026-12', projectIds: [draftId] },
      staff,
    ),
    editions: await cost('editions', { centreId }, stranger),
    edition: await cost('edition', { centreId }, stranger),
    project: await cost('project', { centreId, projectId }, stranger),
    enrol: await cost('enrol', { centreId, projectId }, resident),
    myEnrolments: await cost('myEnrolments', { centreId }, resident),
    enrolments: await cost('enrolments', { centreId, projectId }, volunteer),
    cancelEnrolment: await cost('cancelEnrolment', { centreId, projectId }, volunteer),
    cancelProject: await cost('cancelProject', { centreId, projectId, reason: '下雨' }, staff),
  }
}

/** The whole of what each action asks the database, its caller and its audit row included. */
const promised: Record<ActionName<Lists>, number> = {
  stateNeed: 4,
  withdrawNeed: 4,
  myNeeds: 2,
  enterNeed: 4,
  needs: 2,
  addResource: 3,
  editResource: 3,
  resources: 2,
  revealContact: 3,
  // caller, which rows are here, the parts, audit row
  previewImport: 4,
  importProblems: 2,
  // caller, the part, which rows are here, the rows, counts, the part closed, audit row
  commitImport: 7,
  matchBoard: 2,
  rejectMatch: 3,
  // a transaction: caller, begin, need, resource, project, resource, need, counts, audit row, commit
  acceptMatch: 10,
  // a transaction: caller, begin, need, project twice, need, counts, audit row, commit
  reopenNeed: 9,
  markGap: 4,
  projects: 2,
  editProject: 4,
  // a transaction: caller, facts, who is told, begin, two per project, edition, notices, audit row, commit
  publishEdition: 10,
  editions: 1,
  edition: 1,
  project: 1,
  enrol: 4,
  myEnrolments: 2,
  enrolments: 2,
  // one of them tells who moves up
  cancelEnrolment: 5,
  // caller, cancelled, its people, their needs, counts, notices, audit row
  cancelProject: 7,
}

test('every action costs what it costs, and no more when there is a hundred times more', async () => {
  await desk.stateNeed() // a centre's first need begins its counts
  const requests = (costs: Awaited<ReturnType<typeof round>>) =>
    Object.fromEntries(Object.entries(costs).map(([action, cost]) => [action, cost.dbRequests]))
  expect(requests(await round())).toEqual(promised)

  const many = `需求内容\n${Array.from({ length: 3_000 }, (_, n) => `很多${n}`).join('\n')}\n`
  const preview = await desk.preview('need', 'a.csv', many)
  if (!preview.reply.ok) throw new Error(preview.reply.code)
  const { importId, parts } = preview.reply.data
  for (let part = 0; part < parts; part += 1) await desk.commit(importId, part)
  for (let n = 0; n < 30; n += 1) await desk.published()

  const more = await round()
  expect(requests(more)).toEqual(promised)
  const lists = ['myNeeds', 'needs', 'resources', 'matchBoard', 'projects', 'edition', 'editions'] as const
  for (const action of lists) {
    expect([action, more[action].examined / more[action].returned <= 2]).toEqual([action, true])
  }
})
