import { communityContract } from '../../types/community.contract'
import { approves, centres, joins, openTown, people, phoneOf, type Town } from '../harness/town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

const { jingui, yinxing } = centres
const me = (openid: string) => town.done(communityContract, 'me', {}, openid)

describe('households', () => {
  test('are listed as people count doors, in pages, by building', async () => {
    for (const n of [3, 20, 1]) {
      const openid = `door-${n}`
      await town.done(
        communityContract,
        'join',
        { centreId: jingui, name: '何门', building: String(n), room: '301' },
        openid,
      )
      await approves(town, people.staff, jingui, openid)
    }
    const all = await town.done(communityContract, 'households', { centreId: jingui }, people.staff)
    expect(all.rows.map(({ building, room }) => `${building}${room}`)).toEqual([
      '1栋105',
      '1栋301',
      '3栋301',
      '20栋301',
    ])
    const one = await town.done(
      communityContract,
      'households',
      { centreId: jingui, building: '20#' },
      people.staff,
    )
    expect(one.rows).toHaveLength(1)
  })

  test('show their members masked to the staff', async () => {
    const { household } = await me(people.resident)
    const id = household?.id ?? ''
    expect(
      await town.done(communityContract, 'household', { centreId: jingui, householdId: id }, people.staff),
    ).toEqual({
      id,
      building: '1栋',
      room: '105',
      members: [{ residentId: people.resident, name: '王*明', phone: '138****0005' }],
    })
    const { reply } = await town.ask(
      communityContract,
      'household',
      { centreId: yinxing, householdId: id },
      people.staffElsewhere,
    )
    expect(reply).toMatchObject({ ok: false, code: 'COMMON.NOT_FOUND' })
  })

  test('show a member the others masked and no phone', async () => {
    await joins(town, 'spouse', jingui, '张爱人', 5)
    await approves(town, people.staff, jingui, 'spouse')
    const mine = await town.done(communityContract, 'myHousehold', { centreId: jingui }, people.resident)
    expect(mine.members).toEqual([
      { name: '王小明', me: true },
      { name: '张*人', me: false },
    ])
    expect(JSON.stringify(mine)).not.toContain('138')
  })

  test('are not shown to who still waits', async () => {
    const { reply } = await town.ask(communityContract, 'myHousehold', { centreId: jingui }, people.pending)
    expect(reply).toMatchObject({ ok: false, code: 'COMMON.NOT_MEMBER' })
  })
})

describe('a phone in full', () => {
  const reveal = (residentId: string, centreId: string, by: string) =>
    town.ask(communityContract, 'revealPhone', { centreId, residentId, reason: '独居老人回访' }, by)

  test('is shown to the staff for a reason, and that stands in the audit log', async () => {
    const { reply } = await reveal(people.resident, jingui, people.staff)
    expect(reply).toMatchObject({ ok: true, data: { name: '王小明', phone: phoneOf(5) } })
    const { rows } = await town.done(communityContract, 'auditLog', { centreId: jingui }, people.secretary)
    expect(rows[0]).toMatchObject({
      action: 'community.revealPhone',
      target: `${people.resident} 独居老人回访`,
      who: '李*作 taff',
    })
    expect(JSON.stringify(rows)).not.toContain(phoneOf(5))
  })

  test('of another community is not found', async () => {
    expect((await reveal(people.resident, yinxing, people.staffElsewhere)).reply).toMatchObject({
      ok: false,
      code: 'COMMUNITY.NO_PERSON',
    })
    expect((await reveal('test-nobody', jingui, people.staff)).reply).toMatchObject({
      code: 'COMMUNITY.NO_PERSON',
    })
  })

  test('is not kept as an answer: a repeat reads again and is logged once', async () => {
    const ask = () =>
      town.ask(
        communityContract,
        'revealPhone',
        { centreId: jingui, residentId: people.resident, reason: '再看一次' },
        people.staff,
        { requestId: 'reveal-again-1' },
      )
    expect((await ask()).reply).toMatchObject({ ok: true, data: { phone: phoneOf(5) } })
    expect((await ask()).reply).toMatchObject({ ok: true, data: { phone: phoneOf(5) } })
    const { rows } = await town.done(communityContract, 'auditLog', { centreId: jingui }, people.secretary)
    expect(rows.filter((row) => row.target.endsWith('再看一次'))).toHaveLength(1)
  })
})

describe('looking somebody up by phone', () => {
  const find = (phone: string) =>
    town.ask(communityContract, 'findByPhone', { centreId: jingui, phone }, people.secretary)

  test('finds people of any community, masked, and is logged', async () => {
    expect((await find(phoneOf(7))).reply).toMatchObject({
      ok: true,
      data: { residentId: people.residentElsewhere, name: '吴*红' },
    })
    const { rows } = await town.done(communityContract, 'auditLog', { centreId: jingui }, people.secretary)
    expect(rows[0]).toMatchObject({ action: 'community.findByPhone', target: people.residentElsewhere })
  })

  test('finds nobody for a number nobody gave', async () => {
    expect((await find('13999999999')).reply).toMatchObject({ ok: false, code: 'COMMUNITY.NO_PERSON' })
  })
})

describe('roles', () => {
  const appoint = (
    by: string,
    residentId: string,
    role: 'volunteer' | 'staff' | 'secretary' | 'officer',
    centreId: string = jingui,
  ) => town.ask(communityContract, 'appoint', { centreId, residentId, role }, by)
  const dismiss = (by: string, residentId: string, role: 'volunteer' | 'staff' | 'secretary') =>
    town.ask(communityContract, 'dismiss', { centreId: jingui, residentId, role }, by)
  const holders = async () => {
    const { rows } = await town.done(communityContract, 'roleHolders', { centreId: jingui }, people.secretary)
    return rows.map(({ residentId, role }) => `${residentId} ${role}`)
  }

  test('are listed with masked names', async () => {
    const { rows } = await town.done(communityContract, 'roleHolders', { centreId: jingui }, people.secretary)
    expect(rows).toHaveLength(3)
    expect(rows).toContainEqual({ residentId: people.staff, name: '李*作', role: 'staff', centreId: jingui })
  })

  test('given twice are held once, taken twice are gone', async () => {
    expect((await appoint(people.secretary, people.resident, 'volunteer')).reply.ok).toBe(true)
    expect((await appoint(people.secretary, people.resident, 'volunteer')).reply.ok).toBe(true)
    expect((await holders()).filter((row) => row === `${people.resident} volunteer`)).toHaveLength(1)
    expect((await dismiss(people.secretary, people.resident, 'volunteer')).reply.ok).toBe(true)
    expect((await dismiss(people.secretary, people.resident, 'volunteer')).reply.ok).toBe(true)
    expect(await holders()).not.toContain(`${people.resident} volunteer`)
  })

  test('take effect with the next call and end with the dismissal', async () => {
    const needs = () => town.ask(communityContract, 'households', { centreId: jingui }, 'door-3')
    expect((await needs()).reply).toMatchObject({ code: 'COMMON.NOT_ALLOWED' })
    await appoint(people.secretary, 'door-3', 'staff')
    expect((await needs()).reply.ok).toBe(true)
    await dismiss(people.secretary, 'door-3', 'staff')
    expect((await needs()).reply).toMatchObject({ code: 'COMMON.NOT_ALLOWED' })
  })

  test('of secretary and above are not the secretary’s to give or take', async () => {
    for (const role of ['secretary', 'officer'] as const) {
      expect((await appoint(people.secretary, people.resident, role)).reply).toMatchObject({
        code: 'COMMUNITY.ROLE_ABOVE',
      })
    }
    await appoint(people.officer, people.resident, 'secretary')
    expect((await dismiss(people.secretary, people.resident, 'secretary')).reply).toMatchObject({
      code: 'COMMUNITY.ROLE_ABOVE',
    })
    expect((await dismiss(people.officer, people.resident, 'secretary')).reply.ok).toBe(true)
  })

  test('of one’s own stay as they are', async () => {
    for (const by of [people.secretary, people.officer]) {
      const input = { centreId: jingui, residentId: by, role: 'volunteer' } as const
      expect((await town.ask(communityContract, 'appoint', input, by)).reply).toMatchObject({
        code: 'COMMUNITY.OWN_ROLE',
      })
      expect((await town.ask(communityContract, 'dismiss', input, by)).reply).toMatchObject({
        code: 'COMMUNITY.OWN_ROLE',
      })
    }
  })

  test('need a person and a centre', async () => {
    expect((await appoint(people.officer, 'test-nobody', 'staff')).reply).toMatchObject({
      code: 'COMMUNITY.NO_PERSON',
    })
    expect((await appoint(people.officer, people.staff, 'staff', 'hudong.nowhere')).reply).toMatchObject({
      code: 'COMMON.NOT_FOUND',
    })
  })
})

describe('the audit log', () => {
  test('shows what was done, newest first, and nothing of another centre', async () => {
    const { rows } = await town.done(communityContract, 'auditLog', { centreId: jingui }, people.secretary)
    const at = rows.map((row) => row.at)
    expect(at).toEqual([...at].sort((a, b) => b - a))
    const elsewhere = await town.done(communityContract, 'auditLog', { centreId: yinxing }, people.officer)
    expect(elsewhere.rows.map((row) => row.action)).toContain('community.decideApplication')
    expect(JSON.stringify(elsewhere.rows)).not.toContain(people.pending)
  })

  test('keeps the founding of the deployment at its root', async () => {
    const { rows } = await town.done(
      communityContract,
      'auditLog',
      { centreId: centres.district },
      people.officer,
    )
    expect(rows.at(-1)).toMatchObject({ action: 'community.startDeployment', target: 'hudong' })
  })

  test('does not keep refusals', async () => {
    await town.ask(communityContract, 'centre', { centreId: jingui }, people.stranger)
    await town.ask(
      communityContract,
      'appoint',
      { centreId: jingui, residentId: 'refused-person', role: 'staff' },
      people.secretary,
    )
    const { rows } = await town.done(communityContract, 'auditLog', { centreId: jingui }, people.secretary)
    expect(JSON.stringify(rows)).not.toContain('refused-person')
  })
})
