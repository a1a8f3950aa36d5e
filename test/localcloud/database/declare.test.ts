import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../../localcloud/database/database'
import { bare, index } from './cloud-database'

let dir: string
let database: Database

const meter = { requests: 0, examined: 0, returned: 0 }
const insert = (...data: string[]) =>
  database.handle('database.insertDocument', { collectionName: 'rows', data }, meter)
const find = async (query: string): Promise<{ list: unknown; examined: number }> => {
  meter.examined = 0
  const params = { collectionName: 'rows', queryType: 'WHERE', query }
  const { data } = await database.handle('database.getDocument', params, meter)
  return { list: Object(data).list, examined: meter.examined }
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'linli-declare-'))
  database = await openDatabase({ dir })
})
afterEach(async () => {
  await database.close()
  rmSync(dir, { recursive: true, force: true })
})

test('an index on rows that are there already is built', async () => {
  await database.declare([bare('rows')])
  await insert('{"_id":1,"n":1}', '{"_id":2,"n":2}')
  expect((await find('{"n":2}')).examined).toBe(2)
  await database.declare([{ name: 'rows', indexes: [index('n')] }])
  expect(await find('{"n":2}')).toEqual({ list: ['{"_id":2,"n":2}'], examined: 1 })
  expect(database.collections()).toEqual([
    { name: 'rows', documents: 2, indexes: ['_id_', '_openid_1', 'n'] },
  ])
})

test('declaring twice changes nothing, declaring otherwise builds anew', async () => {
  await database.declare([{ name: 'rows', indexes: [index('n')] }])
  await insert('{"_id":1,"n":1,"m":5}', '{"_id":2,"n":2,"m":6}')
  await database.declare([{ name: 'rows', indexes: [index('n')] }])
  expect((await find('{"n":2}')).examined).toBe(1)
  await database.declare([{ name: 'rows', indexes: [{ ...index('m'), name: 'n' }] }])
  expect((await find('{"n":2}')).examined).toBe(2)
  expect((await find('{"m":6}')).examined).toBe(1)
})

test('a unique index on rows that share a value is refused, and nothing changes', async () => {
  await database.declare([bare('rows')])
  await insert('{"_id":1,"n":1}', '{"_id":2,"n":1}')
  await expect(
    database.declare([{ name: 'rows', indexes: [{ ...index('n'), unique: true }] }]),
  ).rejects.toThrow('E11000')
  expect(database.collections()[0]?.indexes).toEqual(['_id_', '_openid_1'])
})

test('a geo index can be declared, but not as unique', async () => {
  const geo = { name: 'place', keys: [{ name: 'place', direction: '2dsphere' as const }] }
  await database.declare([{ name: 'rows', indexes: [geo] }])
  await insert('{"_id":1,"place":{"type":"Point","coordinates":[1,2]}}', '{"_id":2}')
  expect((await find('{"_id":{"$gt":0}}')).list).toHaveLength(2)
  await expect(
    database.declare([{ name: 'rows', indexes: [{ ...geo, name: 'u', unique: true }] }]),
  ).rejects.toThrow('cannot be unique')
})

test('collections, documents, indexes and what they learnt survive closing', async () => {
  await database.declare([{ name: 'rows', indexes: [index('tags', 'at')] }])
  await insert('{"_id":1,"tags":["a","b"],"at":1}', '{"_id":2,"tags":"a","at":2}')
  await database.close()
  database = await openDatabase({ dir })
  expect(database.collections()).toEqual([
    { name: 'rows', documents: 2, indexes: ['_id_', '_openid_1', 'tags_at'] },
  ])
  const { list, examined } = await find('{"tags":{"$in":["a","b"]}}')
  expect(list).toHaveLength(2)
  expect(examined).toBe(2)
  await insert('{"_id":3}')
  expect((await find('{}')).list).toHaveLength(3)
})

test('createCollection makes one, and refuses a second', async () => {
  await database.handle('database.addCollection', { collectionName: 'new' }, meter)
  await expect(database.handle('database.addCollection', { collectionName: 'new' }, meter)).rejects.toThrow(
    'exist',
  )
  await expect(database.handle('database.addCollection', { collectionName: 'a b' }, meter)).rejects.toThrow()
})

test('a second database on the folder is refused', async () => {
  await expect(openDatabase({ dir })).rejects.toThrow(dir)
})

test('an action nobody knows is refused', async () => {
  await expect(database.handle('database.watch', {}, meter)).rejects.toMatchObject({
    code: 'LOCALCLOUD.UNSUPPORTED',
  })
})
