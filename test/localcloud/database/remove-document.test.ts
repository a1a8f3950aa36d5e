import { bare, type CloudDatabase, startDatabase } from './cloud-database'

let cloud: CloudDatabase

beforeAll(async () => {
  cloud = await startDatabase([bare('rows')])
})
afterAll(() => cloud.close())

test('a document is removed by id', async () => {
  const rows = cloud.db.collection('rows')
  await rows.add({ data: { _id: 'a' } })
  expect((await rows.doc('a').remove()).stats.removed).toBe(1)
  expect((await rows.doc('a').remove()).stats.removed).toBe(0)
})

test('all matches are removed', async () => {
  const rows = cloud.db.collection('rows')
  await rows.add({ data: [{ k: 1 }, { k: 1 }, { k: 2 }] })
  expect((await rows.where({ k: 1 }).remove()).stats.removed).toBe(2)
  expect((await rows.count()).total).toBe(1)
})

test('an empty condition removes everything, and the count follows', async () => {
  const rows = cloud.db.collection('rows')
  await rows.add({ data: [{ k: 3 }, { k: 4 }] })
  await rows.where({}).remove()
  expect((await rows.count()).total).toBe(0)
  expect(cloud.database.collections()).toEqual([
    { name: 'rows', documents: 0, indexes: ['_id_', '_openid_1'] },
  ])
})

test('without multi, one is removed', async () => {
  const rows = cloud.db.collection('rows')
  await rows.add({ data: [{ k: 1 }, { k: 1 }] })
  const params = { collectionName: 'rows', queryType: 'WHERE', query: '{"k":1}', multi: false }
  const meter = { requests: 0, examined: 0, returned: 0 }
  expect(await cloud.database.handle('database.removeDocument', params, meter)).toEqual({
    data: { deleted: 1 },
  })
})

test('a missing collection is refused', async () => {
  await expect(cloud.db.collection('nobody').where({ a: 1 }).remove()).rejects.toMatchObject({
    errCode: -502005,
  })
})
