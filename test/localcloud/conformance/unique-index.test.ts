import type { Collection } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let members: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  members = cloud.db.collection('members')
})
beforeEach(() => members.where({}).remove())
afterAll(() => cloud.stop())

describe('§2.1 a unique index', () => {
  test('refuses a second document with the same value, naming index and value', async () => {
    await members.add({ data: { code: 'a' } })
    await expect(members.add({ data: { code: 'a' } })).rejects.toMatchObject({
      errCode: -502001,
      message: expect.stringContaining('index: code_1 dup key: { code: "a" }'),
    })
  })

  test('counts a missing field as null, so one document may lack it', async () => {
    await members.add({ data: { name: 'one' } })
    await expect(members.add({ data: { name: 'two' } })).rejects.toThrow('dup key: { code: null }')
    await expect(members.add({ data: { code: null } })).rejects.toThrow('E11000')
  })

  test('refuses an update to a value that is taken', async () => {
    await members.add({
      data: [
        { _id: 1, code: 'a' },
        { _id: 2, code: 'b' },
      ],
    })
    await expect(members.doc(2).update({ data: { code: 'a' } })).rejects.toMatchObject({ errCode: -502001 })
    expect((await members.doc(2).get()).data.code).toBe('b')
  })

  test('lets one of many simultaneous claims through', async () => {
    const claims = await Promise.allSettled(
      Array.from({ length: 20 }, () => members.add({ data: { code: 'seat' } })),
    )
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('frees a value with its document', async () => {
    await members.add({ data: { _id: 1, code: 'a' } })
    await members.doc(1).remove()
    await members.add({ data: { _id: 2, code: 'a' } })
  })
})
