import type { TestCloud } from '../../harness/cloud'
import { fieldOf, startFixtureCloud } from '../fixture-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startFixtureCloud()
})
afterAll(() => cloud.stop())

const called = async (openid: string) => (await cloud.callRaw('echo', {}, { openid })).body

describe('§1.9 getWXContext', () => {
  test('has the variables of the call without their WX_, and where it came from; never the token', async () => {
    expect(fieldOf(await called('resident-1'), 'context')).toEqual({
      OPENID: 'resident-1',
      APPID: 'wx0000000000local',
      ENV: 'local',
      SOURCE: 'wx_client',
    })
  })

  test('variables are set for each call and never deleted: a timer on a warm instance sees the last caller', async () => {
    const before = await called('resident-2')
    const { body } = await cloud.timer('echo', 'daily')
    expect(fieldOf(body, 'pid')).toBe(fieldOf(before, 'pid'))
    expect(body).toMatchObject({ triggerSource: 'timer', openidVariable: 'resident-2' })
    expect(await called('resident-3')).toMatchObject({ triggerSource: '', openidVariable: 'resident-3' })
  })
})
