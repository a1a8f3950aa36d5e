import { communityContract } from '../../types/community.contract'
import { centres, openEmptyTown, openTown, people, startCode, type Town } from '../harness/town'

const facts = { name: '新设的', phone: '027-7654321', address: '江滩 2 号' }

describe('a deployment', () => {
  let town: Town
  beforeAll(async () => {
    town = await openEmptyTown()
  })
  afterAll(() => town?.cloud.stop())

  const start = (openid: string, code: string, segment = 'hudong') =>
    town.ask(
      communityContract,
      'startDeployment',
      { code, personName: '区主任', segment, name: '湖东区', phone: '', address: '' },
      openid,
    )

  test('begins without centres', async () => {
    expect(await town.done(communityContract, 'centres', {}, people.stranger)).toEqual({ centres: [] })
  })

  test('is not started with a wrong code', async () => {
    for (const code of ['wrong', startCode.toUpperCase(), `${startCode} `, '未知']) {
      expect((await start('guesser', code)).reply).toMatchObject({ ok: false, code: 'COMMUNITY.WRONG_CODE' })
    }
    expect(await town.done(communityContract, 'centres', {}, people.stranger)).toEqual({ centres: [] })
  })

  test('is started by one of twenty who try at once, at one district', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => start(`first-${n}`, startCode, `district${n}`)),
    )
    expect(answers.filter(({ reply }) => reply.ok)).toHaveLength(1)
    expect(
      answers.filter(({ reply }) => !reply.ok && reply.code === 'COMMUNITY.ALREADY_STARTED'),
    ).toHaveLength(19)
    const { centres: districts } = await town.done(communityContract, 'centres', {}, people.stranger)
    expect(districts).toHaveLength(1)
    const winner = `first-${answers.findIndex(({ reply }) => reply.ok)}`
    expect(await town.done(communityContract, 'me', {}, winner)).toMatchObject({
      name: '区主任',
      membership: 'none',
      roles: [{ centreId: districts[0]?.id, centreName: '湖东区', role: 'officer' }],
    })
    expect((await start('late', startCode)).reply).toMatchObject({ code: 'COMMUNITY.ALREADY_STARTED' })
  })
})

describe('the tree', () => {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town?.cloud.stop())

  const create = (centreId: string, segment: string, by: string = people.officer) =>
    town.ask(communityContract, 'createCentre', { centreId, segment, ...facts }, by)
  const names = async (parentId?: string) => {
    const input = parentId === undefined ? {} : { parentId }
    const found = await town.done(communityContract, 'centres', input, people.stranger)
    return found.centres.map(({ id, level }) => [id, level])
  }

  test('is walked from the top', async () => {
    expect(await names()).toEqual([[centres.district, 'district']])
    expect(await names(centres.district)).toEqual([[centres.street, 'street']])
    expect(await names(centres.street)).toEqual([
      [centres.jingui, 'community'],
      [centres.yinxing, 'community'],
    ])
    expect(await names(centres.jingui)).toEqual([[centres.station, 'station']])
    expect(await names(centres.station)).toEqual([])
    expect(await names('nowhere')).toEqual([])
  })

  test('shows one centre to anybody', async () => {
    expect(
      await town.done(communityContract, 'centre', { centreId: centres.station }, people.stranger),
    ).toEqual({
      id: centres.station,
      name: '滨江站',
      level: 'station',
      phone: '027-1234567',
      address: '春江路 1 号',
    })
    const { reply } = await town.ask(communityContract, 'centre', { centreId: 'nowhere' }, people.stranger)
    expect(reply).toMatchObject({ ok: false, code: 'COMMUNITY.NO_CENTRE' })
  })

  test('grows where an officer says', async () => {
    expect((await create(centres.street, 'yulan')).reply).toMatchObject({
      ok: true,
      data: { centreId: 'hudong.chunjiang.yulan' },
    })
    expect(await names(centres.street)).toContainEqual(['hudong.chunjiang.yulan', 'community'])
  })

  test('has no two centres of one id, no orphans and nothing under a station', async () => {
    expect((await create(centres.street, 'jingui')).reply).toMatchObject({ code: 'COMMUNITY.CENTRE_EXISTS' })
    expect((await create('hudong.nowhere', 'a')).reply).toMatchObject({ code: 'COMMUNITY.NO_CENTRE' })
    expect((await create(centres.station, 'a')).reply).toMatchObject({ code: 'COMMUNITY.TOO_DEEP' })
  })

  test('takes a new name, phone and address', async () => {
    const change = { centreId: centres.yinxing, ...facts, name: '银杏新社区' }
    await town.done(communityContract, 'editCentre', change, people.officer)
    // the same once more is fine, too
    await town.done(communityContract, 'editCentre', change, people.officer)
    expect(
      await town.done(communityContract, 'centre', { centreId: centres.yinxing }, people.stranger),
    ).toMatchObject({ ...facts, name: '银杏新社区', level: 'community' })
    const { reply } = await town.ask(
      communityContract,
      'editCentre',
      { centreId: 'hudong.nowhere', ...facts },
      people.officer,
    )
    expect(reply).toMatchObject({ ok: false, code: 'COMMUNITY.NO_CENTRE' })
  })

  test('is managed by a street officer below the street only', async () => {
    await town.done(
      communityContract,
      'appoint',
      { centreId: centres.street, residentId: people.volunteer, role: 'officer' },
      people.officer,
    )
    expect((await create(centres.yinxing, 'zhan2', people.volunteer)).reply.ok).toBe(true)
    expect((await create(centres.district, 'other', people.volunteer)).reply).toMatchObject({
      code: 'COMMON.NOT_ALLOWED',
    })
  })
})
