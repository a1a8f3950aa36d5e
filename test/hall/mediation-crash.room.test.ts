import type { ActionName, InputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'
import type { Answer } from '../harness/town'
import {
  asker,
  centreId,
  firstVersion,
  followUpOn,
  type Mediating,
  mediator,
  neighbour,
  nine,
  openMediating,
  said,
  secretary,
} from './mediating'

type Hall = typeof hallContract

let scene: Mediating
beforeAll(async () => {
  scene = await openMediating()
})
afterAll(() => scene?.stop())

/** The cloud ends a transaction nobody finishes after 30 s; until then its rows are locked. */
const untilLocksEnd = 31_000

type More = NonNullable<Parameters<Mediating['done']>[3]>
type Call = (more: More) => Promise<Answer<object>>

const call =
  <A extends ActionName<Hall>>(action: A, input: InputOf<Hall, A>, openid: string): Call =>
  (more) =>
    scene.ask(action, input, openid, more)

const ready = { state: 'asked', mediator: '', mediatorMasked: '' } as const
const halfAgreed = async (): Promise<string> => {
  const mediationId = await scene.planted({ agreement: firstVersion, followUpOn })
  await scene.says(mediationId, asker, 1, true)
  return mediationId
}
const about = (mediationId: string) => ({ centreId, mediationId })

/** Each write of the room on a mediation of its own, and what must stand once it is done. */
const writes: Readonly<Record<string, () => Promise<{ call: Call; mediationId: string; stands: object }>>> = {
  takeMediation: async () => {
    const mediationId = await scene.planted(ready)
    const stands = { state: 'underWay', mediator }
    return { call: call('takeMediation', about(mediationId), mediator), mediationId, stands }
  },
  handBackMediation: async () => {
    const mediationId = await scene.planted()
    return { call: call('handBackMediation', about(mediationId), mediator), mediationId, stands: ready }
  },
  joinMediation: async () => {
    const mediationId = await scene.planted({ parties: {}, people: [] })
    const input = { centreId, code: await scene.code(mediationId) }
    return { call: call('joinMediation', input, neighbour), mediationId, stands: { people: [neighbour] } }
  },
  noteMediation: async () => {
    const mediationId = await scene.planted()
    const input = { ...about(mediationId), at: nine, place: said.place, notes: said.notes }
    return { call: call('noteMediation', input, mediator), mediationId, stands: { sessions: [{ at: nine }] } }
  },
  proposeAgreement: async () => {
    const mediationId = await scene.planted()
    const input = { ...about(mediationId), text: said.agreement, followUpOn }
    const stands = { agreement: { version: 1 }, followUpOn }
    return { call: call('proposeAgreement', input, mediator), mediationId, stands }
  },
  'confirmAgreement, the last yes': async () => {
    const mediationId = await halfAgreed()
    const input = { ...about(mediationId), version: 1, agree: true, text: '' }
    const stands = { state: 'agreed', remindOn: followUpOn, agreement: { replies: [{}, {}] } }
    return { call: call('confirmAgreement', input, neighbour), mediationId, stands }
  },
  'confirmAgreement, a no': async () => {
    const mediationId = await halfAgreed()
    const input = { ...about(mediationId), version: 1, agree: false, text: said.objection }
    const stands = { state: 'underWay', agreement: { replies: [{ agrees: true }, { agrees: false }] } }
    return { call: call('confirmAgreement', input, neighbour), mediationId, stands }
  },
  followUpMediation: async () => {
    const mediationId = await scene.planted({ state: 'agreed', agreement: firstVersion })
    const input = { ...about(mediationId), text: said.followUp, nextOn: '2026-12-20' }
    const stands = { followUps: [{}], remindOn: '2026-12-20' }
    return { call: call('followUpMediation', input, mediator), mediationId, stands }
  },
  endMediation: async () => {
    const mediationId = await scene.planted()
    const input = { ...about(mediationId), reason: said.ended }
    return { call: call('endMediation', input, mediator), mediationId, stands: { state: 'failed' } }
  },
  withdrawMediation: async () => {
    const mediationId = await scene.planted()
    const stands = { state: 'withdrawn' }
    return { call: call('withdrawMediation', about(mediationId), neighbour), mediationId, stands }
  },
}

const figures = async () => {
  const [row] = await scene.rows('mediationFigures')
  const { asked = 0, taken = 0, agreed = 0, failed = 0, withdrawn = 0 } = row ?? {}
  return { asked, taken, agreed, failed, withdrawn }
}
const noticesAbout = async (mediationId: string): Promise<number> =>
  (await scene.rows('notices')).filter(({ page }) => page.includes(mediationId)).length
const answerOf = ({ reply }: Answer<object>): unknown => (reply.ok ? reply.data : reply.code)

const difference = (now: Readonly<Record<string, number>>, then: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(now).map(([name, count]) => [name, count - (then[name] ?? 0)]))

describe.each(Object.entries(writes))('%s', (name, prepare) => {
  test('dies after any write and is asked again: done once, counted once, told once', async () => {
    const seen: unknown[] = []
    for (let n = 0; n < 20; n += 1) {
      await scene.clock({ now: nine })
      const { call: go, mediationId, stands } = await prepare()
      const [before, toldBefore] = [await figures(), await noticesAbout(mediationId)]
      const requestId = `crash-${name.replace(/\W/g, '')}-${n}`
      const cut = await go({ requestId, headers: { 'x-crash-after-writes': String(n) } })
      if (cut.status !== 200) await scene.clock({ advance: untilLocksEnd })
      const first = cut.status === 200 ? cut : await go({ requestId })
      expect(answerOf(await go({ requestId }))).toEqual(answerOf(first))
      expect(first.reply.ok).toBe(true)
      expect(await scene.row(mediationId)).toMatchObject(stands)
      const told = (await noticesAbout(mediationId)) - toldBefore
      seen.push([difference(await figures(), before), told])
      if (cut.status !== 200) continue
      expect(n).toBeGreaterThanOrEqual(3)
      // whichever write it died after, it counted and told as one that lived
      expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
      return
    }
    throw new Error('it never got through')
  })

  test('twice at once with one request id: the same answer, done once', async () => {
    await scene.clock({ now: nine })
    const { call: go, mediationId, stands } = await prepare()
    const requestId = `twice-${name.replace(/\W/g, '')}`
    const toldBefore = await noticesAbout(mediationId)
    const [one, other] = await Promise.all([go({ requestId }), go({ requestId })])
    expect(answerOf(one)).toEqual(answerOf(other))
    expect(one.reply.ok).toBe(true)
    expect(await scene.row(mediationId)).toMatchObject(stands)
    expect((await noticesAbout(mediationId)) - toldBefore).toBeLessThanOrEqual(2)
  })
})

test('askMediation dies after any write and is asked again: one mediation, counted once, told once', async () => {
  const waiting = async () =>
    (await scene.rows('notices', { to: secretary })).filter(({ title }) => title.includes('等人接')).length
  const openid = await scene.lives('asks-and-dies', '华断')
  for (let n = 0; n < 20; n += 1) {
    await scene.clock({ now: nine })
    const [before, waitingBefore] = [(await figures()).asked, await waiting()]
    const input = { centreId, text: said.text, other: said.other }
    const go = (headers?: Record<string, string>) =>
      scene.ask('askMediation', input, openid, { requestId: `crash-ask-${n}`, ...(headers && { headers }) })
    const cut = await go({ 'x-crash-after-writes': String(n) })
    if (cut.status !== 200) await scene.clock({ advance: untilLocksEnd })
    const { reply } = cut.status === 200 ? cut : await go()
    const mediationId = reply.ok ? reply.data.mediationId : ''
    expect((await go()).reply).toMatchObject({ ok: true, data: { mediationId } })
    expect((await figures()).asked).toBe(before + 1)
    expect((await waiting()) - waitingBefore).toBe(1)
    await scene.done('withdrawMediation', { centreId, mediationId }, openid)
    if (cut.status === 200) return expect(n).toBeGreaterThanOrEqual(3)
  }
  throw new Error('it never got through')
})
