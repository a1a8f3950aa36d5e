import { mostOpen } from '../../cloudfunctions/hall/mediation/mediation.rule'
import {
  asker,
  centreId,
  codeOf,
  colleague,
  firstVersion,
  followUpOn,
  type Mediating,
  mediator,
  neighbour,
  openMediating,
  said,
  secretary,
} from './mediating'

let scene: Mediating
beforeAll(async () => {
  scene = await openMediating()
})
afterAll(() => scene?.stop())

const asked = { state: 'asked', mediator: '', mediatorMasked: '' } as const
const sorted = (answers: readonly { readonly reply: { readonly ok: boolean } }[]) =>
  answers.map(codeOf).sort()
/** The month's counts; planted mediations were never counted as asked for. */
const counted = async () => (await scene.rows('mediationFigures'))[0]
const times = <Answer>(count: number, call: (n: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_one, n) => call(n)))

describe('at the same moment', () => {
  test('two mediators, each tapping five times, take it: one has it, the other hears so', async () => {
    for (let round = 0; round < 3; round += 1) {
      const mediationId = await scene.planted(asked)
      const before = (await counted())?.taken ?? 0
      const take = (openid: string) => () =>
        scene.ask('takeMediation', { centreId, mediationId }, openid, { requestId: `take-${mediationId}` })
      const all = await Promise.all([
        times(5, take(mediator)),
        times(5, take(colleague)),
        times(5, take(secretary)),
      ])
      const winners = all.filter((answers) => answers.some(({ reply }) => reply.ok))
      expect(winners.length).toBe(1)
      for (const answers of all) {
        const isWinner = answers === winners[0]
        expect(new Set(sorted(answers))).toEqual(new Set([isWinner ? 'ok' : 'HALL.MEDIATION_TAKEN']))
      }
      expect((await counted())?.taken).toBe(before + 1)
      expect((await scene.row(mediationId)).mediator).toBe(
        [mediator, colleague, secretary][all.indexOf(winners[0] ?? [])],
      )
    }
  })

  test('one request for mediation twenty times: one mediation, counted once', async () => {
    const openid = await scene.lives('asks-impatiently', '孔急')
    for (let n = 0; n < mostOpen - 1; n += 1) await scene.asked(openid)
    const before = (await counted())?.asked ?? 0
    const ask = () => scene.asked(openid, { requestId: 'ask-twenty-times' })
    const answers = await times(20, ask)
    expect(new Set(answers).size).toBe(1)
    expect(await ask()).toBe(answers[0])
    expect((await counted())?.asked).toBe(before + 1)
  })

  test('both sides confirm: agreed once, and the second to arrive hears it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const mediationId = await scene.planted({ agreement: firstVersion, followUpOn })
      const before = (await counted())?.agreed ?? 0
      const both = await Promise.all([
        scene.says(mediationId, asker, 1, true),
        scene.says(mediationId, neighbour, 1, true),
      ])
      const states = both.map(({ reply }) =>
        reply.ok ? [reply.data.state, reply.data.waiting] : codeOf({ reply }),
      )
      expect(states.sort()).toEqual([
        ['agreed', 0],
        ['underWay', 1],
      ])
      expect(await scene.row(mediationId)).toMatchObject({ state: 'agreed', remindOn: followUpOn })
      expect((await counted())?.agreed).toBe(before + 1)
    }
  })

  test('one yes twenty times: said once', async () => {
    const mediationId = await scene.planted({ agreement: firstVersion })
    const answers = await times(20, () =>
      scene.says(mediationId, asker, 1, true, { requestId: 'yes-twenty-times' }),
    )
    for (const { reply } of answers) expect(reply).toMatchObject({ data: { state: 'underWay', waiting: 1 } })
    expect((await scene.row(mediationId)).agreement?.replies.length).toBe(1)
  })

  test('a yes that comes again late does not take back the no that followed it', async () => {
    const mediationId = await scene.planted({ agreement: firstVersion })
    await scene.says(mediationId, asker, 1, true, { requestId: 'yes-then-no' })
    await scene.says(mediationId, asker, 1, false)
    const late = await scene.says(mediationId, asker, 1, true, { requestId: 'yes-then-no' })
    expect(late.reply).toMatchObject({ data: { waiting: 2 } })
  })

  test('the text changes while both confirm: what is agreed is what both read', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 8; round += 1) {
      const mediationId = await scene.planted({ agreement: firstVersion })
      const propose = { centreId, mediationId, text: said.agreement, followUpOn }
      const [change, ...words] = await Promise.all([
        scene.ask('proposeAgreement', propose, mediator),
        scene.says(mediationId, asker, 1, true),
        scene.says(mediationId, neighbour, 1, true),
      ])
      const { state, agreement } = await scene.row(mediationId)
      seen.add(state)
      if (state === 'agreed') {
        expect(codeOf(change)).toBe('HALL.MEDIATION_OVER')
        expect([agreement?.version, agreement?.replies.length]).toEqual([1, 2])
        expect(sorted(words)).toEqual(['ok', 'ok'])
      } else {
        expect(change.reply).toMatchObject({ data: { version: 2 } })
        expect([agreement?.version, agreement?.replies]).toEqual([2, []])
        expect(sorted(words)).toContain('HALL.AGREEMENT_CHANGED')
      }
    }
    expect(seen.size).toBeGreaterThan(0)
  })

  test('the last yes, a withdrawal and an end: one of them ends it', async () => {
    for (let round = 0; round < 3; round += 1) {
      const mediationId = await scene.planted({ agreement: firstVersion })
      await scene.says(mediationId, asker, 1, true)
      const before = await counted()
      const about = { centreId, mediationId }
      const answers = await Promise.all([
        scene.says(mediationId, neighbour, 1, true),
        scene.ask('withdrawMediation', about, asker),
        scene.ask('endMediation', { ...about, reason: said.ended }, mediator),
      ])
      expect(sorted(answers)).toEqual(['HALL.MEDIATION_OVER', 'HALL.MEDIATION_OVER', 'ok'])
      const [then, now] = [before, await counted()]
      const ends = ['agreed', 'withdrawn', 'failed'] as const
      const more = ends.map((name) => (now?.[name] ?? 0) - (then?.[name] ?? 0))
      expect(more).toEqual(answers.map(({ reply }) => (reply.ok ? 1 : 0)))
    }
  })

  test('five join by one code, each twice: everybody sits there once', async () => {
    const mediationId = await scene.planted({ people: [asker] })
    const comers = ['comes-1', 'comes-2', 'comes-3', 'comes-4', 'comes-5']
    for (const openid of comers) await scene.lives(openid, '曹来')
    const code = await scene.code(mediationId)
    const join = (openid: string) =>
      scene.ask('joinMediation', { centreId, code }, openid, { requestId: `join-${mediationId}` })
    const answers = await Promise.all(comers.flatMap((openid) => [join(openid), join(openid)]))
    // asker and neighbour have two of the six places
    expect(sorted(answers)).toEqual([
      ...['HALL.PARTIES_FULL', 'HALL.PARTIES_FULL'],
      ...Array.from({ length: 8 }, () => 'ok'),
    ])
    const { parties, people } = await scene.row(mediationId)
    expect(Object.keys(parties).length).toBe(6)
    expect(new Set(people).size).toBe(people.length)
  })
})
