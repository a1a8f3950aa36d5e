import { randomUUID } from 'node:crypto'
import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import type { ActionName, InputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'
import {
  centreId,
  codeOf,
  colleague,
  type MatterHall,
  neighbour,
  openMatterHall,
  photo,
  resident,
  secretary,
  staff,
} from './matter-hall'
import { at, morning } from './matter-rows'

type Hall = typeof hallContract

let hall: MatterHall
beforeAll(async () => {
  hall = await openMatterHall()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock(morning))

const words = { centreId, place: '5栋楼下', photos: [photo], anonymous: false }
const consulting = () => hall.sorted('fast')
const asked = async () => {
  const matterId = await consulting()
  await hall.done('askOpinions', { centreId, matterId, people: [staff, colleague] }, staff)
  return matterId
}

/** One of each write about a matter: how to get there, who asks what, and how many lines of the story it writes. */
interface Case<A extends ActionName<Hall>> {
  readonly action: A
  readonly prepare: () => Promise<string>
  readonly input: (matterId: string, seen: number) => InputOf<Hall, A>
  readonly by: string
  /** Database writes, the audit row not among them: after each of them the function may die. */
  readonly writes: number
}
const write = <A extends ActionName<Hall>>(one: Case<A>) => one
const about = (matterId: string) => ({ centreId, matterId })

const cases = [
  write({
    action: 'withdrawMatter',
    prepare: () => hall.sorted(),
    input: (id) => about(id),
    ...{ by: resident, writes: 2 },
  }),
  write({
    action: 'confirmMatter',
    prepare: () => hall.answered(),
    input: (id) => ({ ...about(id), solved: false, text: '又灭了' }),
    ...{ by: resident, writes: 2 },
  }),
  write({
    action: 'triageMatter',
    prepare: () => hall.raised(),
    input: (id) => ({ ...about(id), tier: 'brief', officer: colleague }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'moveUpMatter',
    prepare: () => hall.sorted(),
    input: (id) => ({ ...about(id), tier: 'assembly', reason: '要开会' }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'refuseMatter',
    prepare: () => hall.raised(),
    input: (id) => ({ ...about(id), reason: '请打 12345' }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'moderateMatter',
    prepare: () => hall.raised(),
    input: (id) => ({ ...about(id), hidden: true, reason: '写了姓名' }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'raiserContact',
    prepare: () => hall.raised(),
    input: (id) => ({ ...about(id), reason: '约上门' }),
    ...{ by: staff, writes: 1 },
  }),
  write({
    action: 'askOpinions',
    prepare: consulting,
    input: (id) => ({ ...about(id), people: [colleague, secretary] }),
    ...{ by: staff, writes: 2 },
  }),
  write({
    action: 'giveOpinion',
    prepare: asked,
    input: (id) => ({ ...about(id), opinion: '同意换' }),
    ...{ by: colleague, writes: 1 },
  }),
  write({
    action: 'takeStep',
    prepare: () =>
      hall.sorted('fast', {}).then(async (id) => {
        await hall.set('matters', id, { done: ['assign', 'consult'] })
        return id
      }),
    input: (id, seen) => ({ ...about(id), step: 'conclude', text: '换灯头', seen }),
    ...{ by: staff, writes: 1 },
  }),
  write({
    action: 'answerMatter',
    prepare: () => hall.sorted(),
    input: (id, seen) => ({ ...about(id), text: '换好了', photos: [], seen }),
    ...{ by: staff, writes: 2 },
  }),
] as readonly Case<ActionName<Hall>>[]

const linesOf = ({ story }: MatterDocument) => story.map(({ kind }) => kind)

describe('the same request four times at once', () => {
  test.each(cases)('$action happens once, and all four are answered alike', async (one) => {
    const matterId = await one.prepare()
    const { changes, story } = await hall.matter(matterId)
    const requestId = randomUUID()
    const again = () => hall.ask(one.action, one.input(matterId, changes), one.by, { requestId })
    const answers = await Promise.all([again(), again(), again(), again()])
    const [first] = answers
    for (const { reply } of answers) {
      expect(reply.ok && reply.data).toEqual(first?.reply.ok && first.reply.data)
    }
    const after = await hall.matter(matterId)
    expect(after).toMatchObject({ changes: changes + 1 })
    expect(after.story.length).toBe(story.length + 1)
  })
})

describe('killed at a write and asked again', () => {
  test.each(cases)('$action is done once and answers the same twice', async (one) => {
    for (let n = 0; n <= one.writes + 2; n += 1) {
      const matterId = await one.prepare()
      const { changes, story } = await hall.matter(matterId)
      const requestId = randomUUID()
      const call = (headers?: Record<string, string>) =>
        hall.ask(one.action, one.input(matterId, changes), one.by, { requestId, ...(headers && { headers }) })
      const cut = await call({ 'x-crash-after-writes': String(n) })
      expect([one.action, n, cut.status === 200]).toEqual([one.action, n, n > one.writes + 1])
      const [first, second] = [await call(), await call()]
      expect(first.reply.ok && first.reply.data).toBeTruthy()
      expect(second.reply.ok && second.reply.data).toEqual(first.reply.ok && first.reply.data)
      const after = await hall.matter(matterId)
      expect([after.changes, after.story.length]).toEqual([changes + 1, story.length + 1])
    }
  })

  test('raising: one matter, however often', async () => {
    for (let n = 0; n <= 3; n += 1) {
      const requestId = randomUUID()
      const text = `第 ${n} 次死掉的路灯`
      const raise = (headers?: Record<string, string>) =>
        hall.ask('raiseMatter', { ...words, text }, neighbour, { requestId, ...(headers && { headers }) })
      expect((await raise({ 'x-crash-after-writes': String(n) })).status === 200).toBe(n === 3)
      const [first, second] = [await raise(), await raise()]
      expect(second.reply).toMatchObject({ data: first.reply.ok && first.reply.data })
      expect((await hall.rows('matters', { by: neighbour, text })).length).toBe(1)
    }
  })

  test('「我也是」: one more, once', async () => {
    for (let n = 0; n <= 3; n += 1) {
      const matterId = await hall.raised()
      const requestId = randomUUID()
      const back = (headers?: Record<string, string>) =>
        hall.ask('backMatter', about(matterId), neighbour, { requestId, ...(headers && { headers }) })
      expect((await back({ 'x-crash-after-writes': String(n) })).status === 200).toBe(n === 3)
      expect((await back()).reply).toMatchObject({ data: { backing: 1 } })
      expect((await hall.matter(matterId)).backers).toEqual([neighbour])
    }
  })
})

describe('different people at once', () => {
  test('two of staff sort the same matter: one does, the other hears that it is sorted', async () => {
    const matterId = await hall.raised()
    const sort = (by: string, officer: string) =>
      hall.ask('triageMatter', { ...about(matterId), tier: 'brief', officer }, by)
    const codes = (await Promise.all([sort(staff, staff), sort(colleague, colleague)])).map(codeOf)
    expect(codes.toSorted()).toEqual(['HALL.ALREADY_SORTED', 'ok'])
    expect(linesOf(await hall.matter(matterId)).filter((kind) => kind === 'assign')).toEqual(['assign'])
  })

  test('nine colleagues write their opinion in the same moment: all are kept, the step is done once', async () => {
    const matterId = await asked()
    const give = (by: string) => hall.ask('giveOpinion', { ...about(matterId), opinion: `${by}同意` }, by)
    expect((await Promise.all([give(staff), give(colleague)])).map(codeOf)).toEqual(['ok', 'ok'])
    const { consulted, done, story } = await hall.matter(matterId)
    expect(Object.values(consulted).every(({ opinion }) => opinion !== '')).toBe(true)
    expect(done).toEqual(['assign', 'consult'])
    expect(story.filter(({ kind }) => kind === 'consult').length).toBe(1)
  })

  test('forty neighbours care at once, each taps three times: forty', async () => {
    const matterId = await hall.raised()
    const [model] = await hall.rows('residents', { _id: neighbour })
    if (!model) throw new Error('no neighbour')
    const crowd = Array.from({ length: 40 }, (_one, n) => `test-crowd-${n}`)
    await hall.plant(
      'residents',
      crowd.map((_id) => ({ ...model, _id, phoneHash: _id })),
    )
    const taps = crowd.flatMap((who) => [who, who, who])
    const answers = await Promise.all(taps.map((who) => hall.ask('backMatter', about(matterId), who)))
    expect(answers.map(codeOf).every((code) => code === 'ok')).toBe(true)
    expect((await hall.matter(matterId)).backers.toSorted()).toEqual(crowd.toSorted())
  })

  test('five hundred care: the next one hears that it is enough', async () => {
    const backers = Array.from({ length: 499 }, (_one, n) => `backer-${n}`)
    const matterId = await hall.raised({ backers })
    expect((await hall.done('backMatter', about(matterId), neighbour)).backing).toBe(500)
    expect(codeOf(await hall.ask('backMatter', about(matterId), colleague))).toBe('HALL.BACKERS_FULL')
  })

  test('the raiser objects while the timer closes: one of them is heard, the story tells which', async () => {
    const matterId = await hall.answered()
    await hall.clock(at('2026-12-09', 1))
    const object = { ...about(matterId), solved: false, text: '又灭了' }
    const [answer] = await Promise.all([
      hall.ask('confirmMatter', object, resident),
      hall.tick(),
      hall.tick(),
    ])
    const { state, story } = await hall.matter(matterId)
    const heard = codeOf(answer) === 'ok'
    expect(codeOf(answer)).toBe(heard ? 'ok' : 'HALL.NOTHING_TO_CONFIRM')
    expect([state, story.at(-1)?.kind]).toEqual(heard ? ['underWay', 'reopened'] : ['closed', 'closed'])
    expect(story.filter(({ kind }) => kind === 'reopened' || kind === 'closed').length).toBe(1)
  })

  test('somebody with ten open matters raises no eleventh until one is over', async () => {
    const raise = (text: string, requestId: string = randomUUID()) =>
      hall.ask('raiseMatter', { ...words, text }, secretary, { requestId })
    const requestId = randomUUID()
    for (let n = 0; n < 9; n += 1) await raise(`第 ${n} 件`)
    expect(codeOf(await raise('第 10 件', requestId))).toBe('ok')
    expect(codeOf(await raise('第 11 件'))).toBe('HALL.TOO_MANY_OPEN')
    expect(codeOf(await raise('第 10 件', requestId))).toBe('ok')
    const [first] = await hall.rows('matters', { by: secretary })
    await hall.done('withdrawMatter', about(first?._id ?? ''), secretary)
    expect(codeOf(await raise('第 11 件'))).toBe('ok')
  })
})
