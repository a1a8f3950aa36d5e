import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import { orderOf } from '../../cloudfunctions/_kit/ids'
import type { ActionName, InputOf } from '../../types/common/contract'
import { asInstant } from '../../types/common/time'
import type { hallContract } from '../../types/hall.contract'
import type { Answer } from '../harness/town'
import {
  centreId,
  colleague,
  type MatterHall,
  neighbour,
  openMatterHall,
  resident,
  staff,
} from './matter-hall'
import { morning, raised } from './matter-rows'

type Hall = typeof hallContract

let hall: MatterHall
beforeAll(async () => {
  hall = await openMatterHall()
})
afterAll(() => hall?.stop())

const cost = async <A extends ActionName<Hall>>(
  action: A,
  input: InputOf<Hall, A>,
  openid: string,
): Promise<Answer<unknown>['cost']> => {
  const answer = await hall.ask(action, input, openid)
  expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
  return answer.cost
}

const costs = async () => {
  const words = { centreId, text: '路灯不亮', place: '5栋', photos: [] }
  const [brief, fast, closing, other] = [
    await hall.raised(),
    await hall.sorted('fast'),
    await hall.answered(),
    await hall.raised(),
  ]
  const about = { centreId, matterId: fast }
  const reads = {
    procedures: await cost('procedures', { centreId }, resident),
    similarMatters: await cost('similarMatters', { centreId, text: '路灯不亮', place: '' }, neighbour),
    matters: await cost('matters', { centreId, show: 'open' }, neighbour),
    closedMatters: await cost('matters', { centreId, show: 'closed' }, neighbour),
    myMatters: await cost('myMatters', { centreId }, resident),
    matter: await cost('matter', about, neighbour),
    mattersOfStaff: await cost('mattersOfStaff', { centreId, state: 'underWay' }, staff),
    matterOfStaff: await cost('matterOfStaff', about, staff),
    hallPeople: await cost('hallPeople', { centreId }, staff),
  }
  const given = { centreId, matterId: brief, tier: 'brief' as const, officer: colleague }
  const { changes: seen } = await hall.matter(brief)
  const writes = {
    raise: await cost('raiseMatter', { ...words, anonymous: false }, neighbour),
    enter: await cost('enterMatter', { ...words, source: 'visit', name: '赵奶奶' }, staff),
    back: await cost('backMatter', { centreId, matterId: brief }, neighbour),
    triage: await cost('triageMatter', given, staff),
    answer: await cost(
      'answerMatter',
      { centreId, matterId: brief, text: '换好了', photos: [], seen: seen + 1 },
      staff,
    ),
    confirm: await cost('confirmMatter', { centreId, matterId: closing, solved: true, text: '' }, resident),
    ask: await cost('askOpinions', { ...about, people: [staff, colleague] }, staff),
    opinion: await cost('giveOpinion', { ...about, opinion: '同意' }, colleague),
    moveUp: await cost('moveUpMatter', { ...about, tier: 'assembly', reason: '要开会' }, staff),
    moderate: await cost('moderateMatter', { ...about, hidden: true, reason: '写了姓名' }, staff),
    contact: await cost('raiserContact', { ...about, reason: '约上门' }, staff),
    refuse: await cost('refuseMatter', { centreId, matterId: other, reason: '请打 12345' }, staff),
  }
  return { reads, writes }
}

test('reads take at most two requests, writes four, and a hundred times the matters cost no more', async () => {
  for (let n = 0; n < 20; n += 1) await hall.raised()
  const few = await costs()
  for (const [name, { dbRequests }] of Object.entries(few.reads)) {
    expect([name, dbRequests <= 2]).toEqual([name, true])
  }
  for (const [name, { dbRequests }] of Object.entries(few.writes)) {
    expect([name, dbRequests <= 4]).toEqual([name, true])
  }

  const states: MatterDocument['state'][] = ['raised', 'underWay', 'answered', 'closed', 'refused']
  const planted = Array.from({ length: 3000 }, (_one, n) => {
    const raisedAt = asInstant(morning - n * 60_000)
    const _id = `planted-${n}`
    const state = states[n % states.length] ?? 'raised'
    return raised({
      ...{ _id, raisedAt, state, order: orderOf(raisedAt, _id), nextAt: asInstant(0) },
      by: `planted-by-${n % 700}`,
    })
  })
  await hall.plant('matters', planted)
  const many = await costs()
  for (const kind of ['reads', 'writes'] as const) {
    for (const [name, { dbRequests, examined }] of Object.entries(many[kind])) {
      const before = (few[kind] as Record<string, Answer<unknown>['cost']>)[name]
      expect([name, dbRequests]).toEqual([name, before?.dbRequests])
      // lists read whole pages now, and a hundred rows are compared
      const most = Math.max(before?.examined ?? 0, name === 'similarMatters' ? 110 : 30)
      expect([name, examined <= most, examined]).toEqual([name, true, examined])
    }
  }
})
