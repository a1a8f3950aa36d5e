import { listsContract } from '../../types/lists.contract'
import { centres, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, haircut, wish } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

const { staffElsewhere, residentElsewhere, staff } = people
const theirs = centres.yinxing
const hour = 3_600_000

test('rows of another centre are not found, whatever is asked of them, and stay as they are', async () => {
  const needId = await desk.stateNeed()
  const matchedId = await desk.stateNeed()
  const resourceId = await desk.addResource()
  const { projectId: draftId } = await desk.accept(matchedId, resourceId)
  const projectId = await desk.published()
  await desk.enrol(projectId, people.resident)
  const editionId = (await town.done(listsContract, 'edition', { centreId }, staff)).id
  const own = await town.done(listsContract, 'addResource', { ...haircut, centreId: theirs }, staffElsewhere)
  const ownNeed = await town.done(
    listsContract,
    'stateNeed',
    { ...wish, centreId: theirs },
    residentElsewhere,
  )
  const seen = async () =>
    JSON.stringify([
      await town.done(listsContract, 'needs', { centreId, state: 'open' }, staff),
      await town.done(listsContract, 'needs', { centreId, state: 'matched' }, staff),
      await town.done(listsContract, 'resources', { centreId }, staff),
      await town.done(listsContract, 'projects', { centreId, state: 'draft' }, staff),
      await town.done(listsContract, 'enrolments', { centreId, projectId }, staff),
      await desk.counts(),
    ])
  const before = await seen()

  const at = { centreId: theirs }
  const startsAt = Date.now() + 99 * hour
  const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt - hour }
  const edit = { ...times, title: '别人的', place: '别处', cap: 1, waitCap: 0 }
  const ask = town.ask
  const answers = await Promise.all([
    ask(listsContract, 'withdrawNeed', { ...at, needId }, residentElsewhere),
    ask(listsContract, 'editResource', { ...haircut, ...at, resourceId, paused: true }, staffElsewhere),
    ask(listsContract, 'revealContact', { ...at, resourceId, reason: '好奇' }, staffElsewhere),
    ask(listsContract, 'acceptMatch', { ...at, needId, resourceId }, staffElsewhere),
    ask(listsContract, 'acceptMatch', { ...at, needId, resourceId: own.resourceId }, staffElsewhere),
    ask(listsContract, 'acceptMatch', { ...at, needId: ownNeed.needId, resourceId }, staffElsewhere),
    ask(listsContract, 'rejectMatch', { ...at, needId, resourceId, reason: '其他' }, staffElsewhere),
    ask(listsContract, 'markGap', { ...at, needId }, staffElsewhere),
    ask(listsContract, 'reopenNeed', { ...at, needId: matchedId }, staffElsewhere),
    ask(listsContract, 'editProject', { ...at, projectId: draftId, ...edit }, staffElsewhere),
    ask(listsContract, 'cancelProject', { ...at, projectId, reason: '好玩' }, staffElsewhere),
    ask(listsContract, 'publishEdition', { ...at, month: '2026-12', projectIds: [draftId] }, staffElsewhere),
    ask(listsContract, 'edition', { ...at, editionId }, people.stranger),
    ask(listsContract, 'project', { ...at, projectId }, people.stranger),
    ask(listsContract, 'enrol', { ...at, projectId }, residentElsewhere),
    ask(listsContract, 'cancelEnrolment', { ...at, projectId }, residentElsewhere),
    ask(listsContract, 'enrolments', { ...at, projectId }, staffElsewhere),
  ])
  expect(answers.map(({ reply }) => (reply.ok ? 'done' : reply.code))).toEqual(
    answers.map(() => 'COMMON.NOT_FOUND'),
  )
  expect(await seen()).toBe(before)
})
