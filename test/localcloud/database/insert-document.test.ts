import { bare, type CloudDatabase, index, startDatabase } from './cloud-database'

let cloud: CloudDatabase

beforeAll(async () => {
  cloud = await startDatabase([
    bare('things'),
    { name: 'members', indexes: [{ ...index('card'), unique: true }] },
    { name: 'pairs', indexes: [index('a', 'b')] },
  ])
})
afterAll(() => cloud.close())

describe('serialization', () => {
  test('a document comes back as it went in', async () => {
    const things = cloud.db.collection('things')
    const at = new Date(1_700_000_000_123)
    const row = {
      at,
      n: 1.5,
      big: 2 ** 40,
      list: [1, null, { at }],
      none: null,
      text: '邻里',
      deep: { a: { b: [] } },
    }
    const { _id } = await things.add({ data: row })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    expect((await things.doc(_id).get()).data).toEqual({ _id, ...row })
  })

  test('undefined fields are dropped and null stays', async () => {
    const things = cloud.db.collection('things')
    const { _id } = await things.add({ data: { a: undefined, b: null } })
    expect((await things.doc(_id).get()).data).toEqual({ _id, b: null })
  })

  test('ids are strings or numbers and keep their type', async () => {
    const things = cloud.db.collection('things')
    await things.add({ data: { _id: 7, kind: 'number' } })
    await things.add({ data: { _id: '7', kind: 'string' } })
    expect((await things.doc(7).get()).data).toEqual({ _id: 7, kind: 'number' })
    expect((await things.doc('7').get()).data).toEqual({ _id: '7', kind: 'string' })
  })

  test('an ObjectId comes back as a plain string', async () => {
    const id = '0123456789abcdef01234567'
    const body = await cloud.database.handle(
      'database.insertDocument',
      { collectionName: 'things', data: [`{"_id":{"$oid":"${id}"},"other":{"$oid":"${id}"}}`] },
      { requests: 0, examined: 0, returned: 0 },
    )
    expect(body).toEqual({ data: { insertedIds: [id] } })
    expect((await cloud.db.collection('things').doc(id).get()).data).toEqual({ _id: id, other: id })
  })

  test('all server dates of one request are one instant plus their offsets', async () => {
    const things = cloud.db.collection('things')
    const { serverDate } = cloud.db
    const before = Date.now()
    const { _id } = await things.add({
      data: {
        at: serverDate(),
        later: serverDate({ offset: 1000 }),
        list: [{ at: serverDate({ offset: -5 }) }],
      },
    })
    const { at, later, list } = (await things.doc(_id).get()).data as {
      at: Date
      later: Date
      list: { at: Date }[]
    }
    expect(at.getTime()).toBeGreaterThanOrEqual(before)
    expect(later.getTime() - at.getTime()).toBe(1000)
    expect(list[0]?.at.getTime()).toBe(at.getTime() - 5)
  })

  test('minus zero stays minus zero on disk', async () => {
    await cloud.database.handle(
      'database.insertDocument',
      { collectionName: 'things', data: ['{"_id":"zero","n":{"$numberDouble":"-0.0"}}'] },
      { requests: 0, examined: 0, returned: 0 },
    )
    expect(Object.is((await cloud.db.collection('things').doc('zero').get()).data.n, -0)).toBe(true)
  })
})

describe('refusals', () => {
  test('a collection that nobody made is not made by adding', async () => {
    await expect(cloud.db.collection('nobody').add({ data: { a: 1 } })).rejects.toMatchObject({
      errCode: -502005,
      message: expect.stringContaining('[ResourceNotFound] Db or Table not exist: nobody'),
    })
  })

  test.each([[{ $a: 1 }], [{ a: { $b: 1 } }], [{ a: [{ $b: 1 }] }]])(
    'names with a dollar: %j',
    async (data) => {
      await expect(cloud.db.collection('things').add({ data })).rejects.toMatchObject({ errCode: -502001 })
    },
  )

  test.each([['{'], ['[1]'], ['3'], [5]])('what is no document: %j', async (text) => {
    const insert = cloud.database.handle(
      'database.insertDocument',
      { collectionName: 'things', data: [text] },
      { requests: 0, examined: 0, returned: 0 },
    )
    await expect(insert).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('two arrays in one compound index', async () => {
    const pairs = cloud.db.collection('pairs')
    await expect(pairs.add({ data: { a: [1], b: [2] } })).rejects.toMatchObject({ errCode: -502001 })
    await expect(pairs.add({ data: { a: [1], b: 2 } })).resolves.toBeDefined()
  })
})

describe('uniqueness', () => {
  test('a second document with the same _id is refused with the text of MongoDB', async () => {
    const things = cloud.db.collection('things')
    await things.add({ data: { _id: 'one', n: 1 } })
    await expect(things.add({ data: { _id: 'one', n: 2 } })).rejects.toMatchObject({
      errCode: -502001,
      message: expect.stringContaining(
        'E11000 duplicate key error collection: tnt-local.things index: _id_ dup key: { _id: "one" }',
      ),
    })
    expect((await things.doc('one').get()).data).toEqual({ _id: 'one', n: 1 })
  })

  test('a missing field counts as null in a unique index, so one document may lack it', async () => {
    const members = cloud.db.collection('members')
    await members.add({ data: { _id: 'first' } })
    await expect(members.add({ data: { _id: 'second' } })).rejects.toThrow('dup key: { card: null }')
    await expect(members.add({ data: { _id: 'third', card: null } })).rejects.toThrow('E11000')
  })

  test('of a list with a duplicate, the documents before it stay', async () => {
    const members = cloud.db.collection('members')
    const list = [
      { _id: 'l1', card: 1 },
      { _id: 'l2', card: 2 },
      { _id: 'l3', card: 1 },
      { _id: 'l4', card: 4 },
    ]
    await expect(members.add({ data: list })).rejects.toThrow('dup key: { card: 1 }')
    const { data } = await members.where({ _id: cloud.db.command.in(['l1', 'l2', 'l3', 'l4']) }).get()
    expect(data.map(({ _id }) => _id)).toEqual(['l1', 'l2'])
  })

  test('of 50 simultaneous claims of one value, one succeeds', async () => {
    const members = cloud.db.collection('members')
    const claims = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => members.add({ data: { _id: `claim${at}`, card: 'wanted' } })),
    )
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

test('a list is one request and answers ids in order', async () => {
  cloud.spent()
  const { _ids } = await cloud.db.collection('things').add({ data: [{ _id: 'x' }, { n: 2 }, { _id: 'z' }] })
  expect(_ids).toEqual(['x', expect.any(String), 'z'])
  expect(cloud.spent().requests).toBe(1)
})
