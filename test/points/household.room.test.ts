import { communityContract } from '../../types/community.contract'
import { centreId, faultsOfTown, type LedgerTown, openLedgerTown, secretary, staff } from './ledger-town'
import { codeOf } from './tally'

let town: LedgerTown
beforeAll(async () => {
  town = await openLedgerTown()
})
afterAll(async () => {
  if (!town) return
  expect(await faultsOfTown(town)).toEqual([])
  await town.town.cloud.stop()
})

const reason = '老人搬来同住'
const merge = (fromId: string, intoId: string) =>
  town.ask('mergePassbooks', { centreId, fromId, intoId, reason }, staff)

describe('two households that become one', () => {
  test('keep the sum, the people and both histories', async () => {
    const parents = await town.family(2, 40)
    const children = await town.family(1, 15)
    const { reply } = await merge(parents.passbookId, children.passbookId)
    expect(reply).toMatchObject({ ok: true, data: { intoId: children.passbookId, points: 40 } })

    const statement = await town.done('myPassbook', { centreId }, parents.head)
    expect(statement).toMatchObject({ passbookId: children.passbookId, balance: 55 })
    expect(statement.members).toHaveLength(3)
    expect(statement.lines.at(-1)).toMatchObject({
      kind: 'transfer',
      points: 40,
      reason: `并自 5栋 ${parents.room}:${reason}`,
    })
    const old = await town.done('passbook', { centreId, passbookId: parents.passbookId }, staff)
    expect(old).toMatchObject({ state: 'closed', balance: 0, members: [] })
    expect(old.lines.map(({ points }) => points)).toEqual([40, -40])
    const [given, taken] = [old.lines.at(-1)?.id, statement.lines.at(-1)?.id]
    expect(given).toBe(taken)
    for (const openid of [...parents.members, children.head]) {
      expect(await town.told(openid)).toContain('两户已并成一户')
    }
  })

  test('cannot be merged again, nor with themselves, nor with nobody', async () => {
    const [one, other] = [await town.family(1, 5), await town.family(1, 5)]
    await merge(one.passbookId, other.passbookId)
    expect(codeOf(await merge(one.passbookId, other.passbookId))).toBe('POINTS.PASSBOOK_CLOSED')
    expect(codeOf(await merge(other.passbookId, one.passbookId))).toBe('POINTS.PASSBOOK_CLOSED')
    expect(codeOf(await merge(other.passbookId, other.passbookId))).toBe('POINTS.SAME_HOUSEHOLD')
    expect(codeOf(await merge(other.passbookId, 'no-such-household'))).toBe('POINTS.NO_PASSBOOK')
  })

  test('may have had no points at all', async () => {
    const [one, other] = [await town.family(1), await town.family(1)]
    expect((await merge(one.passbookId, other.passbookId)).reply).toMatchObject({ data: { points: 0 } })
    expect(await town.done('myPassbook', { centreId }, one.head)).toMatchObject({
      passbookId: other.passbookId,
      lines: [],
    })
  })

  test('merged both ways at once end as one', async () => {
    const [one, other] = [await town.family(1, 5), await town.family(1, 7)]
    const answers = await Promise.all([
      merge(one.passbookId, other.passbookId),
      merge(other.passbookId, one.passbookId),
    ])
    expect(answers.filter(({ reply }) => reply.ok)).toHaveLength(1)
    const balances = await Promise.all(
      [one, other].map(async (each) => (await town.book(each.passbookId)).balance),
    )
    expect(balances.toSorted((a, b) => a - b)).toEqual([0, 12])
  })

  test('leave a door behind where the next family begins with a passbook of its own', async () => {
    const [one, other] = [await town.family(1, 50), await town.family(1)]
    await merge(one.passbookId, other.passbookId)
    await town.lives('next-family', '5', one.room)
    const mine = await town.done('myPassbook', { centreId }, 'next-family')
    expect(mine).toMatchObject({ balance: 0, lines: [], room: one.room })
    expect(mine.passbookId).not.toBe(one.passbookId)
    await town.earns(mine.passbookId, 3)
    expect((await town.done('myPassbook', { centreId }, 'next-family')).balance).toBe(3)
  })

  test('of more than twenty people are told why not', async () => {
    const [crowd, other] = [await town.family(21), await town.family(1)]
    const { reply } = await merge(crowd.passbookId, other.passbookId)
    expect(reply).toMatchObject({
      ok: false,
      code: 'COMMON.BAD_INPUT',
      fields: { fromId: expect.any(String) },
    })
  })
})

describe('a household that becomes two', () => {
  const split = (passbookId: string, residentIds: string[], points: number, room: string) =>
    town.ask(
      'splitPassbook',
      { centreId, passbookId, building: '6', room, residentIds, points, reason: '分家' },
      staff,
    )

  test('shares points and people as agreed', async () => {
    const family = await town.family(3, 50)
    const [, leaving = ''] = family.members
    const { reply } = await split(family.passbookId, [leaving], 20, '101')
    expect(reply.ok).toBe(true)
    const mine = await town.done('myPassbook', { centreId }, leaving)
    expect(mine).toMatchObject({ balance: 20, building: '6栋', room: '101' })
    expect(mine.lines).toMatchObject([
      { kind: 'transfer', points: 20, reason: `分自 5栋 ${family.room}:分家` },
    ])
    const theirs = await town.done('myPassbook', { centreId }, family.head)
    expect(theirs).toMatchObject({ balance: 30, passbookId: family.passbookId })
    expect(theirs.members).toHaveLength(2)
  })

  test('may join the household behind a door', async () => {
    const [family, other] = [await town.family(2, 50), await town.family(1, 5)]
    const [, leaving = ''] = family.members
    await town.done(
      'splitPassbook',
      {
        centreId,
        passbookId: family.passbookId,
        building: '5',
        room: other.room,
        residentIds: [leaving],
        points: 10,
        reason: '搬到儿子家',
      },
      staff,
    )
    expect(await town.done('myPassbook', { centreId }, leaving)).toMatchObject({
      passbookId: other.passbookId,
      balance: 15,
    })
  })

  test('keeps who may not spend', async () => {
    const family = await town.family(2, 50)
    const [, leaving = ''] = family.members
    const bar = { centreId, passbookId: family.passbookId, residentId: leaving, maySpend: false }
    await town.done('setMaySpend', bar, staff)
    await split(family.passbookId, [leaving], 1, '102')
    const { members } = await town.done('myPassbook', { centreId }, leaving)
    expect(members).toMatchObject([{ maySpend: false }])
  })

  test('is refused beyond the balance, to its own door, or with somebody else’s people', async () => {
    const [family, other] = [await town.family(2, 50), await town.family(1)]
    const { passbookId, head, room } = family
    expect(codeOf(await split(passbookId, [head], 51, '103'))).toBe('POINTS.INSUFFICIENT')
    expect(codeOf(await split(passbookId, [other.head], 1, '103'))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await split('no-such-household', [head], 1, '103'))).toBe('POINTS.NO_PASSBOOK')
    const own = { centreId, passbookId, building: '5', room, residentIds: [head], points: 1, reason: '分家' }
    expect(codeOf(await town.ask('splitPassbook', own, staff))).toBe('POINTS.SAME_HOUSEHOLD')
    expect((await town.book(passbookId)).balance).toBe(50)
  })
})

describe('staff who live at the centre', () => {
  test('move no points into or out of their own household', async () => {
    const [mine, theirs] = [await town.family(1, 5), await town.family(2, 50)]
    await town.town.done(
      communityContract,
      'appoint',
      { centreId, residentId: mine.head, role: 'staff' },
      'test-officer',
    )
    const merging = (fromId: string, intoId: string) =>
      town.ask('mergePassbooks', { centreId, fromId, intoId, reason }, mine.head)
    expect(codeOf(await merging(theirs.passbookId, mine.passbookId))).toBe('POINTS.OWN_HOUSEHOLD')
    expect(codeOf(await merging(mine.passbookId, theirs.passbookId))).toBe('POINTS.OWN_HOUSEHOLD')
    const home = { building: '5', room: mine.room, residentIds: [theirs.head], points: 50, reason: '分家' }
    const split = await town.ask(
      'splitPassbook',
      { centreId, passbookId: theirs.passbookId, ...home },
      mine.head,
    )
    expect(codeOf(split)).toBe('POINTS.OWN_HOUSEHOLD')
    expect((await town.book(theirs.passbookId)).balance).toBe(50)
  })
})

describe('somebody who moves out', () => {
  test('leaves points and history to the household and may register anew', async () => {
    const family = await town.family(2, 30)
    const [, leaving = ''] = family.members
    await town.done('moveOut', { centreId, residentId: leaving, reason: '搬走了' }, staff)
    expect(codeOf(await town.ask('myPassbook', { centreId }, leaving))).toBe('COMMON.NOT_RESIDENT')
    expect(await town.told(leaving)).toContain('您已迁出原来的住户')
    const statement = await town.done('myPassbook', { centreId }, family.head)
    expect(statement).toMatchObject({ balance: 30 })
    expect(statement.members).toHaveLength(1)
    await town.lives(leaving, '7', '101')
    expect(await town.done('myPassbook', { centreId }, leaving)).toMatchObject({ balance: 0, room: '101' })
  })

  test('as the last one keeps the history for the staff and the door free for others', async () => {
    const { head, passbookId, room } = await town.family(1, 30)
    await town.done('moveOut', { centreId, residentId: head, reason: '搬走了' }, staff)
    const kept = await town.done('passbook', { centreId, passbookId }, staff)
    expect(kept).toMatchObject({ balance: 30, members: [], lines: [{ points: 30 }] })
    const { rows } = await town.town.done(communityContract, 'households', { centreId, building: '5' }, staff)
    expect(rows.map(({ id }) => id)).not.toContain(passbookId)
    await town.lives('after-them', '5', room)
    expect((await town.done('myPassbook', { centreId }, 'after-them')).balance).toBe(0)
    // the former family came back to the same door by mistake: staff bring its points home
    const { passbookId: next } = await town.done('myPassbook', { centreId }, 'after-them')
    expect((await merge(passbookId, next)).reply).toMatchObject({ data: { points: 30 } })
  })

  test('is nobody who does not live there', async () => {
    const out = (residentId: string) => town.ask('moveOut', { centreId, residentId, reason: '搬走了' }, staff)
    for (const openid of ['nobody', secretary, 'test-resident-elsewhere', 'test-pending']) {
      expect(codeOf(await out(openid))).toBe('COMMON.NOT_FOUND')
    }
  })
})
