import { communityContract } from '../../types/community.contract'
import { openTown, people, type Town } from '../harness/town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

const raw = async (data: unknown, openid: string = people.staff) =>
  (await town.cloud.callRaw('community', data, { openid })).body

describe('a malformed request', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'me'],
    ['a list', ['me']],
    ['no action', { input: {} }],
    ['an action that is no text', { action: 7, input: {} }],
    ['an endless action', { action: 'm'.repeat(61), input: {} }],
    ['a request id with spaces', { action: 'me', input: {}, requestId: 'not a request id' }],
    ['a short request id', { action: 'me', input: {}, requestId: '1234567' }],
    ['a long request id', { action: 'me', input: {}, requestId: 'x'.repeat(65) }],
    ['a request id that is no text', { action: 'me', input: {}, requestId: 12345678 }],
  ])('with %s is refused', async (_what, data) => {
    expect(await raw(data)).toMatchObject({
      ok: false,
      code: 'COMMON.BAD_INPUT',
      message: '填写的内容有误,请按提示改好再试',
    })
  })

  test.each(['nothing', 'constructor', '__proto__', 'toString', 'ME', ''])(
    'for the action %j is refused as unknown',
    async (action) => {
      expect(await raw({ action, input: {} })).toMatchObject({ ok: false, code: 'COMMON.UNKNOWN_ACTION' })
    },
  )

  test('that writes without a request id is refused', async () => {
    expect(await raw({ action: 'readNotices', input: {} })).toMatchObject({
      ok: false,
      code: 'COMMON.NO_REQUEST_ID',
    })
  })

  test('that names its caller is refused: the caller is who WeChat says', async () => {
    expect(await raw({ action: 'me', input: { openid: people.officer } })).toMatchObject({
      ok: false,
      code: 'COMMON.BAD_INPUT',
    })
    const told = await raw({ action: 'me', input: {}, openid: people.officer, OPENID: people.officer })
    expect(told).toMatchObject({ ok: true, data: { name: '李工作' } })
  })

  test('that names a field at fault says which, in Chinese', async () => {
    const reply = await raw({ action: 'centre', input: { centreId: 'Not A Centre' } })
    expect(reply).toMatchObject({
      ok: false,
      code: 'COMMON.BAD_INPUT',
      fields: { centreId: '社区编号不对' },
    })
  })
})

describe('a timer', () => {
  test('carries waiting notices out; with no template they stay in the app', async () => {
    const fired = await town.cloud.timer('community', 'sendNotices')
    expect(fired).toEqual({ status: 200, body: { ran: 'sendNotices' } })
    expect(await town.cloud.timer('community', 'sendNotices')).toEqual(fired)
    const { rows } = await town.done(communityContract, 'notices', {}, people.resident)
    expect(rows).toHaveLength(1)
  })

  test('cannot be played by a client', async () => {
    const event = { Type: 'Timer', TriggerName: 'sendNotices', Time: '2026-11-21T00:00:00Z' }
    expect(await raw(event)).toMatchObject({ ok: false, code: 'COMMON.BAD_INPUT' })
  })
})
