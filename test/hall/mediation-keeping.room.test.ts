import { readSheet } from 'read-excel-file/node'
import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import type { hallContract } from '../../types/hall.contract'
import {
  asker,
  bystander,
  centreId,
  codeOf,
  firstVersion,
  followUpOn,
  type Mediating,
  mediator,
  neighbour,
  nine,
  openMediating,
  plantedMediation,
  said,
  secretary,
} from './mediating'

type Hall = typeof hallContract

let scene: Mediating
beforeAll(async () => {
  scene = await openMediating()
})
afterAll(() => scene?.stop())

const cost = async <A extends ActionName<Hall>>(action: A, input: InputOf<Hall, A>, openid: string) => {
  const { reply, cost: spent } = await scene.ask(action, input, openid)
  expect([action, reply]).toEqual([action, expect.objectContaining({ ok: true })])
  return [spent.dbRequests, spent.examined]
}

/** What each read and each write costs, on a mediation of its own. */
const costs = async () => {
  const mediationId = await scene.planted({ agreement: firstVersion, followUpOn })
  const about = { centreId, mediationId }
  const waiting = await scene.planted({ state: 'asked', mediator: '', mediatorMasked: '' })
  return {
    mediation: await cost('mediation', about, asker),
    invitationCode: await cost('invitationCode', about, mediator),
    mediationFigures: await cost('mediationFigures', { centreId, month: '2026-12' }, secretary),
    mediationsToTake: await cost('mediationsToTake', { centreId }, secretary),
    myCases: await cost('myCases', { centreId }, secretary),
    myMediations: await cost('myMediations', { centreId }, bystander),
    takeMediation: await cost('takeMediation', { centreId, mediationId: waiting }, mediator),
    noteMediation: await cost(
      'noteMediation',
      { ...about, at: nine, place: said.place, notes: said.notes },
      mediator,
    ),
    confirmAgreement: await cost(
      'confirmAgreement',
      { ...about, version: 1, agree: true, text: '' },
      neighbour,
    ),
    withdrawMediation: await cost('withdrawMediation', about, neighbour),
  }
}

/** What the export of somebody's data says about mediations. */
const exported = async (openid: string): Promise<string> => {
  const { cloud } = scene.town
  const { url } = await scene.town.done(communityContract, 'exportMyData', {}, openid)
  const file = Buffer.from(await (await fetch(new URL(url, cloud.url))).arrayBuffer())
  return JSON.stringify(await readSheet(file))
}

test('mediations ask the database as often as written here, also with a hundred times the data', async () => {
  await costs() // the month's first count is a row of its own
  const small = await costs()
  expect(Object.fromEntries(Object.entries(small).map(([name, [requests]]) => [name, requests]))).toEqual({
    mediation: 1,
    invitationCode: 1,
    mediationFigures: 1,
    mediationsToTake: 2,
    myCases: 2,
    myMediations: 1,
    // caller; start, mediation, both parties, mediation, count twice, notices, audit row, commit
    takeMediation: 11,
    // caller; start, mediation twice, notices, audit row, commit
    noteMediation: 7,
    // caller; start, mediation twice, notices, commit
    confirmAgreement: 6,
    // caller; start, mediation twice, count twice, notices, commit
    withdrawMediation: 8,
  })
  const others = Array.from({ length: 200 }, (_one, n) =>
    plantedMediation(`crowd-${n}`, { people: ['x', 'y'], mediator: `other-${n}` }),
  )
  for (let at = 0; at < others.length; at += 50) await scene.plant('mediations', others.slice(at, at + 50))
  const waiting = others.map((one) => ({ ...one, _id: `w${one._id}`, centreId: 'hudong.b', state: 'asked' }))
  for (let at = 0; at < waiting.length; at += 50) await scene.plant('mediations', waiting.slice(at, at + 50))
  const { mediationsToTake, ...large } = await costs()
  const { mediationsToTake: few, ...same } = small
  expect(large).toEqual(same)
  // a page has rows of its own centre only
  expect(mediationsToTake?.[0]).toBe(few?.[0])
  expect(mediationsToTake?.[1]).toBeLessThanOrEqual((few?.[1] ?? 0) + 2)
})

describe('somebody who deletes their account', () => {
  const leave = (openid: string, name: string) =>
    scene.town.ask(communityContract, 'deleteMyAccount', { name }, openid)

  test('ends what they are a party of first; what was agreed stands under an alias', async () => {
    const openid = await scene.lives('goes-away', '金离开')
    const mediationId = await scene.asked(openid)
    await scene.done('takeMediation', { centreId, mediationId }, mediator)
    await scene.joins(mediationId)
    await scene.proposed(mediationId)
    expect(codeOf(await leave(openid, '金离开'))).toBe('COMMUNITY.STILL_EXPECTED')
    await scene.says(mediationId, openid, 1, true)
    await scene.says(mediationId, neighbour, 1, true)
    const [mine, theirs] = [await exported(openid), await exported(neighbour)]
    for (const words of [said.text, said.other, said.agreement]) expect(mine).toContain(words)
    expect(theirs).toContain(said.agreement)
    // what the other side said of them is the other side's
    for (const words of [said.text, said.other]) expect(theirs).not.toContain(words)
    expect(codeOf(await leave(openid, '金离开'))).toBe('ok')

    expect(JSON.stringify(await scene.row(mediationId))).not.toContain(openid)
    const content = await scene.done('mediation', { centreId, mediationId }, neighbour)
    expect(content.people.map(({ name }) => name).sort()).toEqual(['已注销', '郑*上'])
    expect(content.agreement).toMatchObject({ text: said.agreement, waiting: [] })
    // the same person, come back, is a stranger to it
    await scene.lives(openid, '金离开')
    expect(codeOf(await scene.ask('mediation', { centreId, mediationId }, openid))).toBe('COMMON.NOT_FOUND')
  })

  test('and mediated leaves a case that goes on to those who can', async () => {
    const left = await scene.lives('mediator-goes-away', '魏调走')
    await scene.works(left)
    const { mediationId, from } = await scene.met(left)
    const before = await scene.figures()
    await scene.dismiss(left)
    expect(codeOf(await leave(left, '魏调走'))).toBe('ok')
    expect(await scene.row(mediationId)).toMatchObject({ state: 'asked', mediator: '' })
    expect(await scene.figures()).toEqual({ ...before, taken: before.taken - 1 })
    await scene.done('takeMediation', { centreId, mediationId }, secretary)
    expect(await scene.done('mediation', { centreId, mediationId }, from)).toMatchObject({
      mediator: '周*记',
    })
  })
})
