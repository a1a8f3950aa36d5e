import type { TestCloud } from '../../harness/cloud'
import { fieldOf, startFixtureCloud } from '../fixture-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startFixtureCloud({ environment: { FIXTURE_SECRET: 'given', LINLI_HOST_ONLY: 'hidden' } })
})
afterAll(() => cloud.stop())

const echo = async (data: unknown, openid = 'resident-1') =>
  (await cloud.callRaw('echo', data, { openid })).body
const trouble = (data: unknown) => cloud.callRaw('trouble', data, { openid: 'resident-1' })

describe('§1.9 an invocation', () => {
  test('sees the event, the caller and the cloud as in WeChat', async () => {
    expect(await echo({ action: 'list', input: { page: 1 } })).toMatchObject({
      event: { action: 'list', input: { page: 1 } },
      context: { OPENID: 'resident-1', APPID: 'wx0000000000local', ENV: 'local', SOURCE: 'wx_client' },
      runtime: { function_name: 'echo', time_limit_in_ms: 3000, memory_limit_in_mb: 256 },
    })
  })

  test('never shows its token to the function', async () => {
    expect(fieldOf(await echo({}), 'context')).not.toHaveProperty('API_TOKEN')
  })

  test('runs in UTC with its secrets and nothing else of the host', async () => {
    const body = await echo({})
    expect(body).toMatchObject({ timezone: 0, secret: 'given' })
    expect(body).not.toHaveProperty('hostVariable')
  })

  test('§2.2 reuses a warm instance and its module state', async () => {
    const first = await echo({})
    const second = await echo({}, 'resident-2')
    expect(fieldOf(second, 'pid')).toBe(fieldOf(first, 'pid'))
    expect(fieldOf(second, 'served')).toBe(Number(fieldOf(first, 'served')) + 1)
    expect(second).toMatchObject({ context: { OPENID: 'resident-2' } })
  })

  test('§2.2, §2.5 random instance replacement: with --replace-one-in 1 no call finds what another left', async () => {
    const restless = await startFixtureCloud({ replaceOneIn: 1 })
    try {
      const ask = async () => (await restless.callRaw('echo', {}, { openid: 'resident-1' })).body
      const [first, second] = [await ask(), await ask()]
      expect([fieldOf(first, 'served'), fieldOf(second, 'served')]).toEqual([1, 1])
      expect(fieldOf(second, 'pid')).not.toBe(fieldOf(first, 'pid'))
    } finally {
      await restless.stop()
    }
  })

  test('§2.2 shares an instance with no other at the same time', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => trouble({ ms: 60 })))
    expect(replies.map(({ body }) => fieldOf(body, 'inside'))).toEqual(Array(12).fill(1))
    expect(new Set(replies.map(({ body }) => fieldOf(body, 'pid'))).size).toBeLessThanOrEqual(4)
  })
})

describe('§2.2 a failing function', () => {
  test('that throws is -504002 with its message, and lives on', async () => {
    const before = await trouble({})
    const reply = await trouble({ how: 'throw' })
    expect(reply.status).toBe(500)
    expect(reply.body).toMatchObject({ errCode: -504002 })
    expect(fieldOf(reply.body, 'errMsg')).toContain('the function failed on purpose')
    expect((await trouble({})).body).toEqual(before.body)
  })

  test('that exits is -504002, and the next call gets a new instance', async () => {
    expect((await trouble({ how: 'exit' })).body).toMatchObject({ errCode: -504002 })
    expect((await trouble({})).status).toBe(200)
  })

  test.each([
    ['waits', { ms: 5000 }],
    ['spins', { how: 'spin' }],
  ])('that %s past its limit is -504003, and its instance is gone', async (_, data) => {
    const reply = await trouble(data)
    expect(reply.status).toBe(500)
    expect(reply.body).toMatchObject({ errCode: -504003 })
    expect(fieldOf(reply.body, 'errMsg')).toContain('Invoking task timed out after 1 seconds')
    expect((await trouble({})).status).toBe(200)
  })
})

describe('§2.1, §2.2 the limits of a client call', () => {
  test('a request above 100 kB is refused before the function runs', async () => {
    const served = Number(fieldOf(await echo({}), 'served'))
    const reply = await cloud.callRaw('echo', { text: 'x'.repeat(100_000) }, { openid: 'resident-1' })
    expect(reply.status).toBe(413)
    expect(fieldOf(await echo({}), 'served')).toBe(served + 1)
  })

  test('a result above 1 MB is -604001', async () => {
    expect((await trouble({ how: 'big', bytes: 999_000 })).status).toBe(200)
    expect((await trouble({ how: 'big', bytes: 1_000_001 })).body).toMatchObject({ errCode: -604001 })
  })

  test('a call without a caller is refused in plain words', async () => {
    const reply = await cloud.callRaw('echo', {}, { openid: '' })
    expect(reply.status).toBe(400)
    expect(fieldOf(reply.body, 'errMsg')).toContain('x-openid')
  })

  test.each(['nobody', '../echo', 'collections.json', ''])('a function «%s» does not exist', async (name) => {
    const reply = await cloud.callRaw(name, {}, { openid: 'resident-1' })
    expect(reply.status).toBe(404)
    expect(reply.body).toMatchObject({ errCode: -501000 })
  })
})

describe('§1.7 a function that calls a function', () => {
  const nest = async (name: string, data: unknown) =>
    (await cloud.callRaw('nest', { name, data }, { openid: 'resident-7' })).body

  test('hands its caller on and shows where the call came from', async () => {
    expect(await nest('echo', { a: 1 })).toMatchObject({
      result: { event: { a: 1 }, context: { OPENID: 'resident-7', SOURCE: 'wx_client,scf' } },
    })
  })

  test('learns the cloud’s code when the other one fails', async () => {
    expect(await nest('nobody', {})).toMatchObject({ code: 'FUNCTION_NOT_FOUND', errCode: -1 })
    expect(await nest('trouble', { how: 'throw' })).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      errCode: -1,
    })
  })

  test('pays for what the other one asks of the database', async () => {
    const data = { name: 'write', data: { tag: 'nested' } }
    const reply = await cloud.callRaw('nest', data, { openid: 'resident-7' })
    expect(reply.body).toEqual({ result: [1, 2] })
    expect(reply.headers.dbRequests).toBe(3)
  })
})
