import { bare, type CloudDatabase, startDatabase } from './cloud-database'

let cloud: CloudDatabase

beforeAll(async () => {
  cloud = await startDatabase([
    bare('plain'),
    {
      name: 'needs',
      indexes: [
        {
          name: 'centre_state_at',
          keys: [
            { name: 'centreId', direction: '1' },
            { name: 'state', direction: '1' },
            { name: 'at', direction: '-1' },
          ],
        },
        { name: 'entries_key', keys: [{ name: 'entries.key', direction: '1' }] },
      ],
    },
  ])
})
afterAll(() => cloud.close())

test('a document comes back as it went in', async () => {
  const plain = cloud.db.collection('plain')
  const at = new Date(1_700_000_000_123)
  const { _id } = await plain.add({ data: { at, n: 1.5, big: 2 ** 40, list: [1, null, { at }], none: null } })
  const { data } = await plain.doc(_id).get()
  expect(data).toEqual({ _id, at, n: 1.5, big: 2 ** 40, list: [1, null, { at }], none: null })
})

test('an index gives filter, order and page: 20 documents are read for 20', async () => {
  const needs = cloud.db.collection('needs')
  const rows = Array.from({ length: 300 }, (_, at) => ({
    centreId: `c${at % 3}`,
    state: at % 2 ? 'open' : 'done',
    at,
    entries: [{ key: `k${at}` }, { key: `k${at + 1}` }],
  }))
  await needs.add({ data: rows })
  cloud.spent()
  const { data } = await needs.where({ centreId: 'c1', state: 'open' }).orderBy('at', 'desc').limit(20).get()
  expect(data.map(({ at }) => at)).toEqual(
    rows
      .filter((row) => row.centreId === 'c1' && row.state === 'open')
      .map(({ at }) => at)
      .reverse()
      .slice(0, 20),
  )
  expect(cloud.spent()).toEqual({ requests: 1, examined: 20, returned: 20 })
  const { data: two } = await needs.where({ 'entries.key': 'k7' }).get()
  expect(two.map(({ at }) => at)).toEqual([6, 7])
  expect(cloud.spent().examined).toBe(2)
})

test('a transaction reads, writes and commits', async () => {
  const plain = cloud.db.collection('plain')
  await plain.add({ data: { _id: 't', n: 1 } })
  await cloud.db.runTransaction(async (transaction) => {
    const { data } = await transaction.collection('plain').doc('t').get()
    await transaction
      .collection('plain')
      .doc('t')
      .update({ data: { n: data.n + 1 } })
    expect((await plain.doc('t').get()).data).toEqual({ _id: 't', n: 1 })
  })
  expect((await plain.doc('t').get()).data).toEqual({ _id: 't', n: 2 })
})

test('aggregate with lookup reads two documents', async () => {
  cloud.spent()
  const { list } = await cloud.db
    .collection('plain')
    .aggregate()
    .match({ _id: 't' })
    .lookup({ from: 'needs', localField: 'n', foreignField: 'entries.key', as: 'needs' })
    .end()
  expect(list).toEqual([{ _id: 't', n: 2, needs: [] }])
  expect(cloud.spent().examined).toBe(1)
})
