import { bare, type CloudDatabase, startDatabase } from './cloud-database'
import type { Db, Row } from './sdk'

let cloud: CloudDatabase
let db: Db

const ROWS: Row[] = [
  {
    _id: 1,
    n: 1,
    text: 'apple',
    tags: ['a', 'b'],
    at: new Date(1000),
    sub: { k: 1 },
    entries: [{ key: 'x', w: 1 }],
  },
  { _id: 2, n: 2, text: 'Banana', tags: ['b'], at: new Date(2000), sub: { k: null }, entries: [] },
  {
    _id: 3,
    n: null,
    text: '苹果',
    tags: [],
    sub: {},
    entries: [
      { key: 'x', w: 2 },
      { key: 'y', w: 1 },
    ],
  },
  { _id: 4, n: 'four', tags: [1, 5, 9], sub: 3, entries: [{ w: 3 }] },
  { _id: 5, n: 2.5, text: 'cherry', tags: ['c', null], at: new Date(3000), entries: [{ key: ['z', 'y'] }] },
]

beforeAll(async () => {
  cloud = await startDatabase([bare('rows'), bare('many'), bare('order'), bare('places')])
  db = cloud.db
  await db.collection('rows').add({ data: ROWS })
  await db.collection('many').add({ data: Array.from({ length: 1200 }, (_, at) => ({ _id: at })) })
})
afterAll(() => cloud.close())

const ids = async (filter: Row): Promise<unknown[]> =>
  (await db.collection('rows').where(filter).get()).data.map(({ _id }) => _id)

describe('conditions', () => {
  const cases: [string, (_: Db['command']) => Row, number[]][] = [
    ['a value', () => ({ n: 2 }), [2]],
    ['null also finds missing', () => ({ at: null }), [3, 4]],
    ['null', () => ({ n: null }), [3]],
    ['a value inside an array', () => ({ tags: 'b' }), [1, 2]],
    ['null inside an array', () => ({ tags: null }), [5]],
    ['a whole array', () => ({ tags: ['a', 'b'] }), [1]],
    ['nested objects are dotted paths', () => ({ sub: { k: 1 } }), [1]],
    ['a path through an array', () => ({ 'entries.key': 'y' }), [3, 5]],
    ['null on a path through an array', () => ({ 'entries.key': null }), [4]],
    ['not equal', (_) => ({ n: _.neq(2) }), [1, 3, 4, 5]],
    ['comparisons stay inside one type', (_) => ({ n: _.gt(1) }), [2, 5]],
    ['text comparisons', (_) => ({ text: _.lt('b') }), [1, 2]],
    ['dates', (_) => ({ at: _.gte(new Date(2000)) }), [2, 5]],
    ['a range', (_) => ({ n: _.and(_.gt(1), _.lt(2.5)) }), [2]],
    ['in', (_) => ({ n: _.in([1, 'four', null]) }), [1, 3, 4]],
    ['not in', (_) => ({ n: _.nin([1, 'four', null]) }), [2, 5]],
    ['or of two fields', (_) => _.or([{ n: 1 }, { text: 'cherry' }]) as Row, [1, 5]],
    ['or on one field', (_) => ({ n: _.or(_.eq(1), _.gt(2)) }), [1, 5]],
    ['nor', (_) => _.nor([{ n: 1 }, { n: 2 }]) as Row, [3, 4, 5]],
    ['not', (_) => ({ n: _.not(_.gt(1)) }), [1, 3, 4]],
    ['exists', (_) => ({ at: _.exists(false) }), [3, 4]],
    ['a place in an array exists', (_) => ({ 'entries.1': _.exists(true) }), [3]],
    ['a place in an array does not', (_) => ({ 'entries.0': _.exists(false) }), [2]],
    ['size', (_) => ({ tags: _.size(2) }), [1, 5]],
    ['all', (_) => ({ tags: _.all(['b', 'a']) }), [1]],
    ['mod looks at the whole part', (_) => ({ n: _.mod(2, 0) }), [2, 5]],
    ['elemMatch on objects', (_) => ({ entries: _.elemMatch({ key: 'x', w: 2 }) }), [3]],
    ['elemMatch on one value', (_) => ({ tags: _.elemMatch(_.eq(5)) }), [4]],
    ['elemMatch by fields does not match scalars', (_) => ({ tags: _.elemMatch({ x: _.neq(1) }) }), []],
    ['expressions', (_) => _.expr(_.aggregate.eq(['$n', 2])) as Row, [2]],
    [
      'a schema',
      (_) => _.jsonSchema({ required: ['text'], properties: { n: { type: 'number' } } }) as Row,
      [1, 2, 5],
    ],
    ['no schema', (_) => _.nor([_.jsonSchema({ required: ['text'] })]) as Row, [4]],
    ['a pattern', () => ({ text: /^B|^苹/ }), [2, 3]],
    ['a pattern without case', () => ({ text: db.RegExp({ regexp: '^b', options: 'i' }) }), [2]],
  ]
  test.each(cases)('%s', async (_name, filter, expected) => {
    expect(await ids(filter(db.command))).toEqual(expected)
  })
})

test('several conditions on the items of an array hold for one item', async () => {
  const query = '{"tags":{"$elemMatch":{"$gt":1,"$lt":9}}}'
  const params = { collectionName: 'rows', queryType: 'WHERE', query, projection: '{"_id":1}' }
  const meter = { requests: 0, examined: 0, returned: 0 }
  expect(await cloud.database.handle('database.getDocument', params, meter)).toEqual({
    data: { list: ['{"_id":4}'] },
  })
})

describe('pages', () => {
  test('without limit there are 100, and 1000 is the most', async () => {
    const many = db.collection('many')
    expect((await many.get()).data).toHaveLength(100)
    expect((await many.limit(5000).get()).data).toHaveLength(1000)
    expect((await many.limit(0).get()).data).toHaveLength(100)
  })

  test('a server asked for more than 1000 answers 1000', async () => {
    const meter = { requests: 0, examined: 0, returned: 0 }
    const params = { collectionName: 'many', queryType: 'WHERE', limit: 1100 }
    await cloud.database.handle('database.getDocument', params, meter)
    expect(meter).toEqual({ requests: 0, examined: 1000, returned: 1000 })
  })

  test('skip and limit cut a page out of the order', async () => {
    const { data } = await db.collection('many').orderBy('_id', 'desc').skip(10).limit(3).get()
    expect(data.map(({ _id }) => _id)).toEqual([1189, 1188, 1187])
  })

  test('without order, documents come as they were added', async () => {
    const { data } = await db.collection('rows').get()
    expect(data.map(({ _id }) => _id)).toEqual([1, 2, 3, 4, 5])
  })
})

describe('order', () => {
  test('types are ordered as in MongoDB', async () => {
    const values = [new Date(0), true, ['z'], { a: 1 }, 'text', 3, null]
    await db.collection('order').add({ data: values.map((v, at) => ({ _id: at, v })) })
    const { data } = await db.collection('order').orderBy('v', 'asc').get()
    expect(data.map(({ v }) => v)).toEqual([null, 3, 'text', ['z'], { a: 1 }, true, new Date(0)])
  })

  test('several fields, mixed directions', async () => {
    const { data } = await db.collection('rows').orderBy('tags', 'desc').orderBy('n', 'asc').get()
    expect(data.map(({ _id }) => _id)).toEqual([5, 1, 2, 4, 3])
  })
})

describe('projection', () => {
  test.each([
    [{ n: true }, { _id: 1, n: 1 }],
    [{ _id: false, n: true }, { n: 1 }],
    [{ 'sub.k': true }, { _id: 1, sub: { k: 1 } }],
    [
      { tags: false, at: false, entries: false, sub: false },
      { _id: 1, n: 1, text: 'apple' },
    ],
  ])('%j', async (projection, expected) => {
    const { data } = await db.collection('rows').where({ _id: 1 }).field(projection).get()
    expect(data).toEqual([expected])
  })

  test('$slice shortens an array and hides nothing', async () => {
    const { data } = await db
      .collection('rows')
      .where({ _id: 4 })
      .field({ tags: { $slice: -2 } })
      .get()
    expect(data).toEqual([{ ...ROWS[3], tags: [5, 9] }])
  })
})

describe('places', () => {
  const point = (longitude: number, latitude: number) => db.Geo.Point(longitude, latitude)
  const square = (from: number, to: number) => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ]
  const ask = async (condition: string): Promise<unknown> => {
    const params = {
      collectionName: 'places',
      queryType: 'WHERE',
      query: `{"place":${condition}}`,
      projection: '{"_id":1}',
    }
    const meter = { requests: 0, examined: 0, returned: 0 }
    const { data } = await cloud.database.handle('database.getDocument', params, meter)
    return Object(data).list.map((text: string) => JSON.parse(text)._id)
  }

  beforeAll(async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [-3, 0],
        [3, 0],
      ],
    }
    const data = [
      { _id: 'far', place: point(10, 10) },
      { _id: 'near', place: point(1.5, 1.5) },
      { _id: 'centre', place: point(0, 0) },
      { _id: 'line', place: line },
      { _id: 'none' },
    ]
    await db.collection('places').add({ data })
  })

  test('come back as points', async () => {
    const { data } = await db.collection('places').doc('near').get()
    expect(data.place).toMatchObject({ longitude: 1.5, latitude: 1.5 })
  })

  test('near ones come nearest first, within the distances in metres', async () => {
    const near = db.command.geoNear({ geometry: point(1.4, 1.4), maxDistance: 300_000, minDistance: 0 })
    const { data } = await db.collection('places').where({ place: near }).get()
    expect(data.map(({ _id }) => _id)).toEqual(['near', 'centre', 'line'])
  })

  test('within a square, a square with a hole, a circle', async () => {
    const within = (...rings: number[][][]) =>
      ask(JSON.stringify({ $geoWithin: { $geometry: { type: 'Polygon', coordinates: rings } } }))
    expect(await within(square(-2, 2))).toEqual(['near', 'centre'])
    expect(await within(square(-2, 2), square(-1, 1))).toEqual(['near'])
    expect(await ask('{"$geoWithin":{"$centerSphere":[[0,0],0.02]}}')).toEqual(['centre'])
  })

  test('crossing a square', async () => {
    const geometry = { type: 'Polygon', coordinates: [square(-1, 1)] }
    expect(await ask(JSON.stringify({ $geoIntersects: { $geometry: geometry } }))).toEqual(['centre', 'line'])
  })

  test('a condition without a shape is refused', async () => {
    await expect(ask('{"$geoWithin":{}}')).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    await expect(ask('{"$near":[1,2]}')).rejects.toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
  })
})

describe('refusals', () => {
  test.each([
    ['{"$where":"1"}'],
    ['{"a":{"$foo":1}}'],
    ['{"$text":{"$search":"a"}}'],
    ['{"$jsonSchema":{"odd":1}}'],
  ])('%s', async (query) => {
    const get = cloud.database.handle(
      'database.getDocument',
      { collectionName: 'order', queryType: 'WHERE', query },
      { requests: 0, examined: 0, returned: 0 },
    )
    await expect(get).rejects.toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
  })

  test('a missing document is null', async () => {
    expect((await db.collection('rows').doc('nobody').get()).data).toBeNull()
  })
})
