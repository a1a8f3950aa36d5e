import type { Collection } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows')
})
afterAll(() => cloud.stop())

describe('§1.2 addCollection', () => {
  test('makes a collection, with the indexes that the platform adds', async () => {
    await cloud.db.createCollection('made')
    expect((await cloud.db.collection('made').get()).data).toEqual([])
    const page = await (await fetch(`${cloud.url}/inspect`)).text()
    expect(page).toContain('<td>made</td><td>0</td><td>_id_, _openid_1</td>')
  })

  test('of one that exists fails: errCode −1, the code and the text that programs look for', async () => {
    await expect(cloud.db.createCollection('rows')).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
      message: expect.stringContaining('[ResourceUnavailable.ResourceExist] Table exist.'),
    })
  })

  test('of a name that is none is INVALID_PARAM', async () => {
    expect(await cloud.wire('database.addCollection', { collectionName: 'a b' })).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })
})

describe('§1.2 calculateDocument', () => {
  test('counts the matches, or all', async () => {
    await rows.add({ data: [{ n: 1 }, { n: 2 }, { n: 3 }] })
    expect((await rows.count()).total).toBe(3)
    expect(await rows.where({ n: cloud.db.command.gt(1) }).count()).toMatchObject({
      total: 2,
      errMsg: 'collection.count:ok',
    })
    await rows.where({}).remove()
  })
})

describe('§1.2 removeDocument', () => {
  test('by id removes one, and nobody is 0', async () => {
    await rows.add({ data: { _id: 'a' } })
    expect((await rows.doc('a').remove()).stats.removed).toBe(1)
    expect((await rows.doc('a').remove()).stats.removed).toBe(0)
  })

  test('by a condition removes every match, whatever order and place were asked for', async () => {
    await rows.add({ data: Array.from({ length: 5 }, (_, n) => ({ n, keep: n === 0 })) })
    const { stats } = await rows.where({ keep: false }).orderBy('n', 'asc').skip(2).remove()
    expect(stats.removed).toBe(4)
    expect((await rows.where({}).remove()).stats.removed).toBe(1)
  })

  test('by a pattern on _id removes all', async () => {
    await rows.add({ data: [{ _id: 'x' }, { _id: 'y' }] })
    expect((await rows.where({ _id: /.*/ }).remove()).stats.removed).toBe(2)
  })
})

describe('§1.3 errors of a missing collection', () => {
  test.each<[string, (nobody: Collection) => Promise<unknown>]>([
    ['collection.get', (nobody) => nobody.get()],
    ['collection.count', (nobody) => nobody.count()],
    ['collection.update', (nobody) => nobody.where({ a: 1 }).update({ data: { a: 2 } })],
    ['collection.remove', (nobody) => nobody.where({ a: 1 }).remove()],
    ['document.get', (nobody) => nobody.doc('a').get()],
    ['document.update', (nobody) => nobody.doc('a').update({ data: { a: 1 } })],
    ['document.set', (nobody) => nobody.doc('a').set({ data: { a: 1 } })],
    ['document.remove', (nobody) => nobody.doc('a').remove()],
  ])('%s:fail -502005', async (api, ask) => {
    await expect(ask(cloud.db.collection('nobody'))).rejects.toMatchObject({
      errCode: -502005,
      message: expect.stringMatching(new RegExp(`^${api}:fail -502005 .*Db or Table not exist: nobody`)),
    })
  })
})

describe('§1.1 the envelope', () => {
  test('a success has a requestId and data', async () => {
    expect(await cloud.wire('database.calculateDocument', { collectionName: 'rows' })).toEqual({
      requestId: expect.any(String),
      data: { total: 0 },
    })
  })

  test('a failure is HTTP 200 with code, message and requestId', async () => {
    expect(await cloud.wire('database.calculateDocument', { collectionName: 'nobody' })).toEqual({
      requestId: expect.any(String),
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.any(String),
    })
  })

  test('an action that does not exist is LOCALCLOUD.UNSUPPORTED', async () => {
    expect(await cloud.wire('database.getInTransaction')).toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
  })
})
