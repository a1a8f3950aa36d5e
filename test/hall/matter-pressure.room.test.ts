import { randomUUID } from 'node:crypto'
import type { MatterDocument } from '../../cloudfunctions/_kit/documents/matters'
import {
  codeOf,
  colleague,
  type MatterHall,
  neighbour,
  openMatterHall,
  resident,
  secretary,
  staff,
} from './matter-hall'
import { at, morning } from './matter-rows'
import { about, askedMatter, lamp, writes } from './matter-writes'

let hall: MatterHall
beforeAll(async () => {
  hall = await openMatterHall()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock(morning))

const linesOf = ({ story }: MatterDocument) => story.map(({ kind }) => kind)

describe('the same request four times at once', () => {
  test.each(writes)('$action happens once, and all four are answered alike', async (one) => {
    const matterId = await one.prepare(hall)
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
    const matterId = await askedMatter(hall)
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
      hall.ask('raiseMatter', { ...lamp, text }, secretary, { requestId })
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
