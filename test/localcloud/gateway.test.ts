import type { TestCloud } from '../harness/cloud'
import { startFixtureCloud } from './fixture-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startFixtureCloud({ testFaults: true })
})
afterAll(() => cloud.stop())

const admin = async (body: string) => {
  const response = await fetch(`${cloud.url}/admin?env=local&seqId=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const answer: unknown = await response.json()
  return { status: response.status, answer }
}
const write = (tag: string, crashAfterWrites?: number) =>
  cloud.callRaw(
    'write',
    { tag },
    {
      openid: 'resident-1',
      ...(crashAfterWrites === undefined
        ? {}
        : { headers: { 'x-crash-after-writes': String(crashAfterWrites) } }),
    },
  )
const rows = async (tag: string) => (await cloud.callRaw('read', { tag }, { openid: 'resident-1' })).body

describe('the wire', () => {
  test.each(['database.dropEverything', 'wx.api', 'storage.makeCoffee', 'nothing'])(
    'an action «%s» is refused loudly, in the cloud’s shape',
    async (action) => {
      const { status, answer } = await admin(JSON.stringify({ action }))
      expect(status).toBe(200)
      expect(answer).toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
      expect(answer).toHaveProperty('requestId')
    },
  )

  test('a body that is no JSON is INVALID_PARAM with HTTP 200', async () => {
    const { status, answer } = await admin('{"action":')
    expect(status).toBe(200)
    expect(answer).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('functions are not invoked from outside', async () => {
    const { answer } = await admin(
      JSON.stringify({ action: 'functions.invokeFunction', function_name: 'echo' }),
    )
    expect(answer).toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
  })
})

describe('what a call costs', () => {
  test('is told in headers, for each call by itself', async () => {
    const [one, two] = await Promise.all([write('one'), write('two')])
    for (const reply of [one, two]) {
      expect(reply.body).toEqual([1, 2])
      expect(reply.headers.dbRequests).toBe(3)
      expect(reply.headers.returned).toBe(2)
      expect(reply.headers.examined).toBeGreaterThanOrEqual(2)
    }
  })

  test('is nothing when the database was not asked', async () => {
    const { headers } = await cloud.callRaw('echo', {}, { openid: 'resident-1' })
    expect(headers).toEqual({ dbRequests: 0, examined: 0, returned: 0 })
  })
})

describe('a crash on request', () => {
  test.each([
    [0, []],
    [1, [1]],
    [2, [1, 2]],
  ])('after %i writes leaves exactly those', async (count, left) => {
    const reply = await write(`crash-${count}`, count)
    expect(reply.status).toBe(500)
    expect(reply.body).toMatchObject({ errCode: -504002 })
    expect(await rows(`crash-${count}`)).toEqual(left)
  })

  test('later than the last write does not happen', async () => {
    expect((await write('calm', 3)).body).toEqual([1, 2])
  })

  test('needs a cloud started for it', async () => {
    const plain = await startFixtureCloud()
    const headers = { 'x-crash-after-writes': '0' }
    expect((await plain.callRaw('echo', {}, { openid: 'resident-1', headers })).status).toBe(400)
    await plain.stop()
  })
})
