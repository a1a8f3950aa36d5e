import type { Collection } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
const DOCUMENT = {
  _id: 'd',
  a: 1,
  b: { c: 2, d: 3 },
  list: [{ k: 1, v: 'a' }, { k: 2, v: 'b' }, 7],
  tags: ['x', 'y', 'z'],
}
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows', [DOCUMENT])
  await cloud.collection(
    'many',
    Array.from({ length: 1005 }, (_, n) => ({ _id: n, n })),
  )
})
afterAll(() => cloud.stop())

describe('§1.2, §2.1 pages', () => {
  test.each([
    ['no limit is 100', undefined, 100],
    ['limit 101 is 101', 101, 101],
    ['limit 1000 is 1000', 1000, 1000],
    ['limit 1001 is 1000', 1001, 1000],
    ['limit 0 is 100', 0, 100],
  ])('%s', async (_fact, limit, count) => {
    const many = cloud.db.collection('many')
    const { data } = await (limit === undefined ? many.get() : many.limit(limit).get())
    expect(data).toHaveLength(count)
  })

  test('skip and limit cut a page out of the order', async () => {
    const { data } = await cloud.db.collection('many').orderBy('n', 'desc').skip(5).limit(2).get()
    expect(data.map(({ n }) => n)).toEqual([999, 998])
  })

  test('a get without where sends no query and finds everything', async () => {
    expect((await rows.get()).data).toEqual([DOCUMENT])
    expect((await rows.where({}).get()).data).toEqual([DOCUMENT])
  })

  test('a limit below 0 is INVALID_PARAM', async () => {
    expect(await cloud.wire('database.getDocument', { collectionName: 'many', limit: -1 })).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })
})

describe('§1.2 order', () => {
  test('several orders count in the order they were given', async () => {
    const pairs = await cloud.collection('pairs', [
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 2 },
    ])
    const { data } = await pairs
      .orderBy('a', 'desc')
      .orderBy('b', 'desc')
      .field({ _id: false, a: true, b: true })
      .get()
    expect(data).toEqual([
      { a: 2, b: 1 },
      { a: 1, b: 2 },
      { a: 1, b: 1 },
    ])
  })

  test('types come as nothing, numbers, texts, objects, lists, booleans, dates', async () => {
    const values = [new Date(0), true, { a: 1 }, 'a', 2, null]
    const mixed = await cloud.collection(
      'mixed',
      values.map((v) => ({ v })),
    )
    const { data } = await mixed.orderBy('v', 'asc').get()
    expect(data.map(({ v }) => v)).toEqual(values.toReversed())
  })
})

describe('§1.2 doc', () => {
  test('finds by its id, a text or a number, and tells them apart', async () => {
    await rows.add({
      data: [
        { _id: 7, v: 'number' },
        { _id: '7', v: 'text' },
      ],
    })
    expect((await rows.doc(7).get()).data).toEqual({ _id: 7, v: 'number' })
    expect((await rows.doc('7').get()).data).toEqual({ _id: '7', v: 'text' })
  })

  test('§1.3 a missing document throws, errCode −1', async () => {
    await expect(rows.doc('nobody').get()).rejects.toMatchObject({
      errCode: -1,
      message: expect.stringContaining('document with _id nobody does not exist'),
    })
  })

  test('§1.2 on the wire: a list of one EJSON text, or of none', async () => {
    const ask = (query: string) =>
      cloud.wire('database.getDocument', { collectionName: 'rows', queryType: 'DOC', multi: false, query })
    expect(await ask('{"_id":{"$numberInt":"7"}}')).toMatchObject({
      data: { list: ['{"_id":7,"v":"number"}'] },
    })
    expect(await ask('{"_id":"nobody"}')).toMatchObject({ data: { list: [] } })
  })
})

describe('§1.3 the SDK refuses without asking', () => {
  test('a where of nothing but undefined', async () => {
    const ask = async () => rows.where({ a: undefined }).get()
    await expect(ask()).rejects.toThrow()
  })

  test('a doc without an id', () => {
    expect(() => Reflect.apply(rows.doc, rows, [undefined])).toThrow()
  })
})

describe('§1.2 projection', () => {
  const { list, tags, ...rest } = DOCUMENT
  test.each<[string, Record<string, unknown>, unknown]>([
    ['includes', { a: true }, { _id: 'd', a: 1 }],
    ['includes without _id', { a: 1, _id: 0 }, { a: 1 }],
    ['excludes', { list: 0, tags: 0 }, rest],
    ['includes a path', { 'b.c': 1 }, { _id: 'd', b: { c: 2 } }],
    ['includes a path through a list', { 'list.k': 1 }, { _id: 'd', list: [{ k: 1 }, { k: 2 }] }],
    ['excludes a path', { 'b.c': 0, list: 0, tags: 0 }, { _id: 'd', a: 1, b: { d: 3 } }],
    ['of nothing there is', { nobody: 1 }, { _id: 'd' }],
    ['slice keeps the other fields', { tags: { $slice: 1 } }, { ...rest, list, tags: ['x'] }],
    ['slice from the end', { tags: { $slice: -1 }, a: 1 }, { _id: 'd', a: 1, tags: ['z'] }],
    ['slice from a place', { tags: { $slice: [1, 1] }, list: 0 }, { ...rest, tags: ['y'] }],
    [
      'elemMatch keeps the first item that fits',
      { list: { $elemMatch: { k: 2 } } },
      { _id: 'd', list: [{ k: 2, v: 'b' }] },
    ],
    ['elemMatch of scalars', { tags: { $elemMatch: { $gt: 'x' } } }, { _id: 'd', tags: ['y'] }],
    ['elemMatch of none leaves the field out', { list: { $elemMatch: { k: 9 } } }, { _id: 'd' }],
  ])('%s', async (_fact, fields, document) => {
    expect((await rows.where({ _id: 'd' }).field(fields).get()).data).toEqual([document])
  })

  test('a doc is projected too', async () => {
    const { slice } = cloud.db.command.project
    expect(
      (
        await rows
          .doc('d')
          .field({ a: 1, tags: slice(2) })
          .get()
      ).data,
    ).toEqual({ _id: 'd', a: 1, tags: ['x', 'y'] })
  })

  test('a position is the item that was found', async () => {
    const { data } = await rows.where({ 'list.k': 2 }).field({ 'list.$': 1 }).get()
    expect(data).toEqual([{ _id: 'd', list: [{ k: 2, v: 'b' }] }])
  })

  test.each([{ a: 1, b: 0 }, { a: { $add: [1, 2] } }, { a: { $slice: 'x' } }])(
    '%j is DATABASE_REQUEST_FAILED',
    async (fields) => {
      await expect(rows.field(fields).get()).rejects.toMatchObject({ errCode: -502001 })
    },
  )
})
