import type { TestCloud } from '../../harness/cloud'
import { fieldOf, startFixtureCloud } from '../fixture-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startFixtureCloud({ testClock: true })
})
afterAll(() => cloud.stop())

const ask = async (api: string, args: unknown) =>
  (await cloud.callRaw('wechat', { api, args }, { openid: 'resident-1' })).body

describe('§2.2, §2.5 the way to WeChat', () => {
  test('is closed to a function that declares nothing: −604101', async () => {
    const { body } = await cloud.callRaw('undeclared', {}, { openid: 'resident-1' })
    expect(body).toMatchObject({ errCode: -604101 })
  })

  test('is closed to a timer without a WeChat token: −501007', async () => {
    const { body } = await cloud.timer('wechat', 'untrusted')
    expect(body).toMatchObject({ errCode: -501007 })
    expect(fieldOf(body, 'errMsg')).toContain('Invalid wxCloudApiToken')
  })

  test('ends loudly at an API the local cloud does not have', async () => {
    const body = await ask('riskControl.getUserRiskRank', {})
    expect(fieldOf(body, 'errMsg')).toContain('no API «riskControl.getUserRiskRank»')
  })
})

describe('§2.3 security.msgSecCheck', () => {
  const check = (change: object) =>
    ask('security.msgSecCheck', {
      version: 2,
      scene: 2,
      openid: 'resident-1',
      content: '想学剪纸',
      ...change,
    })

  test('passes an ordinary text', async () => {
    expect(await check({})).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 } })
  })

  test('answers a risky text as a verdict, not as an error', async () => {
    expect(await check({ content: '网上赌博' })).toMatchObject({ errCode: 0, result: { suggest: 'risky' } })
  })

  test.each([
    ['an old version', { version: 1 }, 47001],
    ['a scene of none', { scene: 5 }, 47001],
    ['no openid', { openid: '' }, 40003],
    ['no text', { content: '' }, 47001],
    ['2,501 characters', { content: '好'.repeat(2501) }, 45002],
    ['somebody who was never here', { openid: 'stranger' }, 61010],
  ])('refuses %s', async (_, change, errCode) => {
    expect(await check(change)).toMatchObject({ errCode })
  })

  test('refuses somebody who was here more than two hours ago', async () => {
    await cloud.callRaw('echo', {}, { openid: 'resident-2' })
    expect(await check({ openid: 'resident-2' })).toMatchObject({ errCode: 0 })
    await cloud.clock({ advance: 2 * 3_600_000 + 1000 })
    expect(await check({ openid: 'resident-2' })).toMatchObject({ errCode: 61010 })
  })
})

describe('§2.3 subscribeMessage.send', () => {
  const message = (change: object = {}) => ({
    touser: 'resident-1',
    templateId: 'reminder',
    page: 'lists/resident/edition-page?editionId=1',
    data: { thing1: { value: '周六理发' }, time2: { value: '2026年11月21日 15:01~16:00' } },
    ...change,
  })

  test('delivers one message for each time the person accepted', async () => {
    expect(await ask('subscribeMessage.send', message())).toMatchObject({ errCode: 43101 })
    expect(await cloud.subscribe('resident-1', 'reminder')).toBe(1)
    expect(await ask('subscribeMessage.send', message())).toMatchObject({ errCode: 0 })
    expect(await ask('subscribeMessage.send', message())).toMatchObject({ errCode: 43101 })
    const outbox: unknown = await (await fetch(`${cloud.url}/outbox?openid=resident-1`)).json()
    expect(outbox).toMatchObject({
      messages: [{ templateId: 'reminder', data: { thing1: { value: '周六理发' } } }],
    })
  })

  test('keeps what was accepted and sent through a power cut', async () => {
    await cloud.subscribe('resident-3', 'reminder')
    await cloud.subscribe('resident-3', 'reminder')
    expect(await ask('subscribeMessage.send', message({ touser: 'resident-3' }))).toMatchObject({
      errCode: 0,
    })
    await cloud.kill9()
    await cloud.restart()
    expect(await ask('subscribeMessage.send', message({ touser: 'resident-3' }))).toMatchObject({
      errCode: 0,
    })
    expect(await ask('subscribeMessage.send', message({ touser: 'resident-3' }))).toMatchObject({
      errCode: 43101,
    })
  })

  test('refuses a page the app does not have, before anything is used up', async () => {
    await cloud.subscribe('resident-1', 'elsewhere')
    const args = message({ templateId: 'elsewhere', page: 'pages/unknown?a=1' })
    expect(await ask('subscribeMessage.send', args)).toMatchObject({ errCode: 41030 })
    expect(await cloud.subscribe('resident-1', 'elsewhere')).toBe(2)
  })

  test.each([
    ['thing of 21 characters', { thing1: { value: '好'.repeat(21) } }],
    ['phrase of letters', { phrase1: { value: 'ok' } }],
    ['phrase of 6 characters', { phrase1: { value: '一二三四五六' } }],
    ['character_string in Chinese', { character_string1: { value: '编号一' } }],
    ['number with a word', { number1: { value: '3 个' } }],
    ['time without a clock or a day', { time1: { value: '明天' } }],
    ['date without a day', { date1: { value: '15:01' } }],
    ['name of 11 Chinese characters', { name1: { value: '一二三四五六七八九十一' } }],
    ['phone_number of 18', { phone_number1: { value: '1'.repeat(18) } }],
    ['field of no known kind', { remark: { value: '好' } }],
    ['empty value', { thing1: { value: '' } }],
    ['message without fields', {}],
  ])('refuses a %s with 47003 and keeps the quota', async (_, data) => {
    await cloud.subscribe('resident-4', 'rules')
    const before = await cloud.subscribe('resident-4', 'rules')
    const args = message({ touser: 'resident-4', templateId: 'rules', data })
    expect(await ask('subscribeMessage.send', args)).toMatchObject({ errCode: 47003 })
    expect(await cloud.subscribe('resident-4', 'rules')).toBe(before + 1)
  })
})

describe('§2.3 wxacode.getUnlimited', () => {
  const draw = (args: object) => ask('wxacode.getUnlimited', { scene: 'e=1', checkPath: false, ...args })

  test('answers a PNG', async () => {
    const body = await draw({ page: 'lists/resident/edition-page' })
    expect(fieldOf(body, 'contentType')).toBe('image/png')
    const image = Buffer.from(String(fieldOf(body, 'base64')), 'base64')
    expect(image.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect(image.readUInt32BE(16)).toBeGreaterThanOrEqual(430)
  })

  test.each([
    ['a scene with a percent sign', { scene: 'a%20b' }, 40129],
    ['a Chinese scene', { scene: '清单' }, 40129],
    ['a scene of 33 characters', { scene: 'a'.repeat(33) }, 40129],
    ['a page with a leading slash', { page: '/pages/home-page' }, 41030],
    ['a page with a query', { page: 'pages/home-page?a=1' }, 41030],
    ['a page the app does not have', { page: 'pages/unknown', checkPath: true }, 41030],
    ['a tiny picture', { width: 100 }, 40097],
  ])('refuses %s', async (_, args, errCode) => {
    expect(await draw(args)).toMatchObject({ errCode })
  })
})

describe('§2.3 codes from the phone', () => {
  test('a phone code opens once', async () => {
    const args = { code: 'local-phone-13800000000' }
    expect(await ask('phonenumber.getPhoneNumber', args)).toMatchObject({
      phoneInfo: { phoneNumber: '13800000000' },
    })
    expect(await ask('phonenumber.getPhoneNumber', args)).toMatchObject({ errCode: 40029 })
  })

  test('a phone code opens within five minutes of being given out', async () => {
    const givenAt = (minutesAgo: number) => ({
      code: `local-phone-13800000001-at${Date.now() - minutesAgo * 60_000}`,
    })
    expect(await ask('phonenumber.getPhoneNumber', givenAt(6))).toMatchObject({ errCode: 40029 })
    expect(await ask('phonenumber.getPhoneNumber', givenAt(4))).toMatchObject({
      phoneInfo: { phoneNumber: '13800000001' },
    })
  })

  test('a code nobody gave out is refused', async () => {
    expect(await ask('phonenumber.getPhoneNumber', { code: '123' })).toMatchObject({ errCode: 40029 })
  })

  test('a cloud id of a group opens once, one that nobody issued never', async () => {
    const open = () => ask('getOpenData', { list: ['local-gid-3楼', 'local-gid-42'] })
    expect(await open()).toMatchObject({
      list: [{ errCode: -601005 }, { cloudID: 'local-gid-42', data: { opengid: 'local-gid-42' } }],
    })
    expect(await open()).toMatchObject({ list: [{ errCode: -601005 }, { errCode: -601006 }] })
  })
})

describe('§2.3 cloud ids', () => {
  const issue = async (openid: string): Promise<string> => {
    const response = await fetch(`${cloud.url}/cloud-id`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid, data: { steps: 8000 } }),
    })
    return String(fieldOf(await response.json(), 'cloudID'))
  }
  const open = async (cloudID: string) => {
    const { list } = Object(await ask('getOpenData', { list: [cloudID] }))
    return list[0]
  }

  test('open for their own person, once', async () => {
    const cloudID = await issue('resident-1')
    expect(await open(cloudID)).toEqual({ cloudID, data: { steps: 8000 } })
    expect(await open(cloudID)).toMatchObject({ errCode: -601006 })
  })

  test('do not open for somebody else: −601007', async () => {
    expect(await open(await issue('resident-2'))).toMatchObject({ errCode: -601007 })
  })

  test('live five minutes: −601006 after that', async () => {
    const cloudID = await issue('resident-1')
    await cloud.clock({ advance: 5 * 60_000 + 1000 })
    expect(await open(cloudID)).toMatchObject({ errCode: -601006 })
  })

  test('in the data of a call are opened in its top-level fields only', async () => {
    const [one, two] = [await issue('resident-1'), await issue('resident-1')]
    const data = { steps: { $cloudID: one }, nested: { steps: { $cloudID: two } }, plain: 1 }
    const { body } = await cloud.callRaw('echo', data, { openid: 'resident-1' })
    expect(fieldOf(body, 'event')).toEqual({
      steps: { cloudID: one, data: { steps: 8000 } },
      nested: { steps: { $cloudID: two } },
      plain: 1,
      userInfo: { openId: 'resident-1', appId: 'wx0000000000local' },
    })
  })
})
