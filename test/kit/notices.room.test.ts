import { communityContract } from '../../types/community.contract'
import { approves, centres, joins, openTown, people, startCode, type Town } from '../harness/town'

const template = 'tmpl-notice'
const { jingui } = centres

let town: Town
beforeAll(async () => {
  town = await openTown({
    environment: { LINLI_FIRST_STAFF_CODE: startCode, LINLI_NOTICE_TEMPLATE: template },
  })
  await town.cloud.timer('community', 'sendNotices')
})
afterAll(() => town?.cloud.stop())

const outbox = async (openid: string): Promise<unknown[]> => {
  const response = await fetch(`${town.cloud.url}/outbox?openid=${openid}`)
  return ((await response.json()) as { messages: unknown[] }).messages
}
const turnedDown = async (openid: string, n: number, reason: string) => {
  await joins(town, openid, jingui, '沈五', n)
  await town.done(
    communityContract,
    'decideApplication',
    { centreId: jingui, residentId: openid, decision: 'reject', reason },
    people.staff,
  )
}
const inApp = async (openid: string) => (await town.done(communityContract, 'notices', {}, openid)).rows

describe('a notice', () => {
  test('is sent to whoever accepted one message, once, though three timers fire at the same time', async () => {
    await town.cloud.subscribe('accepts', template)
    await town.cloud.subscribe('accepts', template)
    await joins(town, 'accepts', jingui, '沈五', 50)
    await approves(town, people.staff, jingui, 'accepts')
    await Promise.all([1, 2, 3].map(() => town.cloud.timer('community', 'sendNotices')))
    expect(await outbox('accepts')).toEqual([
      expect.objectContaining({
        templateId: template,
        page: 'community/resident/join-page',
        data: {
          thing1: { value: '住户登记已通过' },
          thing2: { value: '您在 1栋 150 的住户登记通过了,…' },
        },
      }),
    ])
    expect(await inApp('accepts')).toHaveLength(1)
  })

  test('stays in the app for whoever accepted none', async () => {
    await turnedDown('accepts-none', 51, '房号不对')
    await town.cloud.timer('community', 'sendNotices')
    expect(await outbox('accepts-none')).toEqual([])
    expect(await inApp('accepts-none')).toEqual([
      expect.objectContaining({ title: '住户登记被退回', text: expect.stringContaining('房号不对') }),
    ])
  })

  test('of several lines and odd letters is sent as one short line', async () => {
    await town.cloud.subscribe('odd-letters', template)
    await turnedDown('odd-letters', 52, '第一行\n𠮷第二行𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷')
    await town.cloud.timer('community', 'sendNotices')
    expect(await outbox('odd-letters')).toHaveLength(1)
  })

  test('is nobody else’s to read', async () => {
    expect(await inApp(people.stranger)).toEqual([])
    expect(await town.done(communityContract, 'readNotices', {}, people.stranger)).toEqual({ read: 0 })
    expect((await inApp('accepts'))[0]).toMatchObject({ read: false })
  })
})
