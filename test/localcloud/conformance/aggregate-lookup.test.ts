import type { Collection, Row } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let orders: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  orders = await cloud.collection('orders', [
    { _id: 1, sku: 'a', n: 2 },
    { _id: 2, sku: ['a', 'b'], n: 70 },
    { _id: 3 },
  ])
  await cloud.collection('stock', [
    { _id: 'a', sku: 'a', left: 120 },
    { _id: 'b', sku: 'b', left: 60 },
    { _id: 'n', sku: null },
    { _id: 'm' },
  ])
})
afterAll(() => cloud.stop())

const joined = async (options: Row): Promise<unknown[]> => {
  const { list } = await orders
    .aggregate()
    .sort({ _id: 1 })
    .lookup({ from: 'stock', as: 'found', ...options })
    .end()
  return list.map(({ found }) => (found as Row[]).map(({ _id }) => _id))
}

describe('§1.6 lookup', () => {
  test('by field: a list item by item, what is missing with null and missing', async () => {
    expect(await joined({ localField: 'sku', foreignField: 'sku' })).toEqual([['a'], ['a', 'b'], ['n', 'm']])
  })

  test('with a pipeline joins the same to every document', async () => {
    const { aggregate: $, gt } = cloud.db.command
    const pipeline = $.pipeline()
      .match({ left: gt(100) })
      .done()
    expect(await joined({ pipeline })).toEqual([['a'], ['a'], ['a']])
  })

  test('with variables and an expression; numbers in the sub-pipeline arrive as numbers', async () => {
    const { aggregate: $, expr } = cloud.db.command
    const enough = $.and([$.gt(['$left', { $add: ['$$n', 0] }]), $.gt(['$left', 50])])
    const pipeline = $.pipeline()
      .match(expr(enough) as Row)
      .sort({ left: 1 })
      .limit(1)
      .done()
    expect(await joined({ let: { n: '$n' }, pipeline })).toEqual([['b'], ['a'], ['b']])
  })

  test('a variable of a missing field is missing, not null', async () => {
    const { aggregate: $, expr } = cloud.db.command
    const pipeline = $.pipeline()
      .match(expr($.eq(['$left', '$$n'])) as Row)
      .done()
    expect(await joined({ let: { n: '$nobody' }, pipeline })).toEqual([
      ['n', 'm'],
      ['n', 'm'],
      ['n', 'm'],
    ])
  })

  test('with dates and patterns in its pipeline', async () => {
    await cloud.collection('visits', [
      { _id: 'old', name: 'a1', at: new Date(0) },
      { _id: 'new', name: 'a2', at: new Date(2000) },
      { _id: 'other', name: 'b', at: new Date(2000) },
    ])
    const { aggregate: $, gt } = cloud.db.command
    const pipeline = $.pipeline()
      .match({ at: gt(new Date(1000)), name: /^a/ })
      .done()
    expect(await joined({ from: 'visits', pipeline })).toEqual([['new'], ['new'], ['new']])
  })

  test('of a collection that nobody made is DATABASE_COLLECTION_NOT_EXIST', async () => {
    const asked = joined({ from: 'nobody', localField: 'a', foreignField: 'a' })
    await expect(asked).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })

  test('a join on ObjectIds meets, because they are kept as texts', async () => {
    const id = '5f3b1c2d4e5f6a7b8c9d0e1f'
    const guests = await cloud.collection('guests')
    await cloud.collection('hosts')
    const insert = (collectionName: string, row: string) =>
      cloud.wire('database.insertDocument', { collectionName, data: [row] })
    await insert('guests', `{"host":{"$oid":"${id}"}}`)
    await insert('hosts', `{"_id":{"$oid":"${id}"},"name":"王芳"}`)
    const { list } = await guests
      .aggregate()
      .lookup({ from: 'hosts', localField: 'host', foreignField: '_id', as: 'hosts' })
      .end()
    expect(list).toMatchObject([{ host: id, hosts: [{ _id: id, name: '王芳' }] }])
  })
})
