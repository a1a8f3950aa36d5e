import fc from 'fast-check'
import type { Sort } from '../../../localcloud/database/planner'
import { sorted } from '../../../localcloud/database/sort'
import { bare, type CloudDatabase, index, startDatabase } from './cloud-database'
import type { Db, Row } from './sdk'

let cloud: CloudDatabase
let db: Db

const INDEXES = [
  index('centreId', 'state', '-at'),
  index('centreId', 'at'),
  index('n'),
  index('-n', 'state'),
  index('tags'),
  index('entries.key', 'entries.w'),
  index('text'),
]

beforeAll(async () => {
  cloud = await startDatabase([
    { name: 'indexed', indexes: INDEXES },
    bare('scanned'),
    {
      name: 'needs',
      indexes: [index('centreId', 'state', 'at'), index('entries.key'), index('state', 'size')],
    },
    { name: 'long', indexes: [index('text'), { ...index('code'), unique: true }] },
  ])
  db = cloud.db
  const rows = Array.from({ length: 600 }, (_, at) => ({
    _id: `need${at}`,
    centreId: `c${at % 3}`,
    state: ['open', 'done'][at % 2],
    at,
    size: at % 10,
    entries: [{ key: `k${at}` }, { key: `k${at + 1}` }],
  }))
  await db.collection('needs').add({ data: rows })
})
afterAll(() => cloud.close())

const examined = async (run: () => Promise<unknown>): Promise<number> => {
  cloud.spent()
  await run()
  return cloud.spent().examined
}

describe('documents read', () => {
  const needs = () => db.collection('needs')

  test('filter, order and page out of one index: as many as are answered', async () => {
    const page = needs().where({ centreId: 'c1', state: 'open' }).orderBy('at', 'desc').limit(20)
    expect(await examined(() => page.get())).toBe(20)
    const { data } = await page.get()
    expect(data.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, nth) => 598 - nth * 6))
  })

  test('a list of values still gives the order: the lists are merged', async () => {
    const _ = db.command
    const page = needs()
      .where({ centreId: _.in(['c2', 'c0']), state: 'open' })
      .orderBy('at', 'asc')
      .limit(10)
    const { data } = await page.get()
    expect(data.map(({ at }) => at)).toEqual([0, 2, 6, 8, 12, 14, 18, 20, 24, 26])
    expect(await examined(() => page.get())).toBe(10)
  })

  test('a range after values', async () => {
    const _ = db.command
    const search = needs().where({ centreId: 'c0', state: 'open', at: _.and(_.gte(60), _.lt(120)) })
    expect(await examined(() => search.get())).toBe(10)
  })

  test('by id: one, by several ids: so many', async () => {
    expect(await examined(() => needs().doc('need7').get())).toBe(1)
    expect(
      await examined(() =>
        needs()
          .where({ _id: db.command.in(['need1', 'need2', 'x']) })
          .get(),
      ),
    ).toBe(2)
  })

  test('a path through an array', async () => {
    const { data } = await needs().where({ 'entries.key': 'k7' }).get()
    expect(data.map(({ at }) => at)).toEqual([6, 7])
    expect(await examined(() => needs().where({ 'entries.key': 'k7' }).get())).toBe(2)
  })

  test('elemMatch', async () => {
    const search = needs().where({ entries: db.command.elemMatch({ key: 'k7' }) })
    expect(await examined(() => search.get())).toBe(2)
  })

  test('either of two conditions with an index each', async () => {
    const _ = db.command
    const search = needs().where(_.or([{ 'entries.key': 'k7' }, { _id: 'need100' }]) as Row)
    expect(await examined(() => search.get())).toBe(3)
  })

  test('an update and a count', async () => {
    expect(
      await examined(() =>
        needs()
          .doc('need7')
          .update({ data: { seen: true } }),
      ),
    ).toBe(1)
    expect(await examined(() => needs().where({ centreId: 'c0', state: 'open' }).count())).toBe(100)
    expect(await examined(() => needs().count())).toBe(0)
  })

  test('without an index for it: all', async () => {
    expect(await examined(() => needs().where({ seen: true }).get())).toBe(600)
  })
})

describe('long values', () => {
  test('are found exactly, compared and ordered rightly', async () => {
    const long = db.collection('long')
    const text = (end: string) => '邻'.repeat(3000) + end
    await long.add({ data: ['b', 'a', 'c'].map((end) => ({ _id: end, text: text(end), code: text(end) })) })
    await long.add({ data: { _id: 'short', text: '邻', code: 1 } })
    const found = async (filter: Row) =>
      (await long.where(filter).orderBy('text', 'asc').get()).data.map(({ _id }) => _id)
    expect(await found({ text: text('a') })).toEqual(['a'])
    expect(await found({ text: db.command.gt(text('a')) })).toEqual(['b', 'c'])
    expect(await found({ text: db.command.lte(text('b')) })).toEqual(['short', 'a', 'b'])
    expect(await found({})).toEqual(['short', 'a', 'b', 'c'])
    await expect(long.add({ data: { code: text('a') } })).rejects.toThrow('E11000')
  })
})

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('a', 'b', 'ab', '邻', '😀', '\uffee', 'a\u0000b', ''),
  fc.constantFrom(null, true, false),
  fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
  fc.constantFrom(0.5, -1.5, 1e300),
)

// Few values, so that different items of one array often meet the conditions of one search.
const small = fc.constantFrom(1, 2, 3, 'a', null)

const entry = fc.oneof(
  { weight: 6, arbitrary: fc.record({ key: small, w: small }, { requiredKeys: [] }) },
  scalar,
)

const document = fc.record(
  {
    centreId: fc.constantFrom('c1', 'c2', 'c3'),
    state: fc.oneof(fc.constantFrom('open', 'done'), scalar),
    at: fc.integer({ min: 0, max: 20 }),
    n: scalar,
    tags: fc.oneof(small, fc.array(small, { maxLength: 3 }), fc.array(scalar, { maxLength: 3 })),
    entries: fc.oneof(scalar, entry, fc.array(entry, { maxLength: 3 })),
    text: scalar,
  },
  { requiredKeys: ['centreId', 'at'] },
)

const PATHS = ['centreId', 'state', 'at', 'n', 'tags', 'entries.key', 'entries.w', 'text']

const condition = (_: Db['command']): fc.Arbitrary<unknown> =>
  fc.oneof(
    scalar,
    fc.constantFrom('c1', 'c2', 'open', 'done'),
    scalar.map((value) => _.neq(value)),
    fc
      .array(fc.oneof(scalar, fc.constantFrom('c1', 'c3', 'open')), { maxLength: 4 })
      .map((list) => _.in(list)),
    fc.constantFrom('gt', 'gte', 'lt', 'lte').chain((name) => scalar.map((value) => _[name](value))),
    fc.tuple(scalar, scalar).map(([low, high]) => _.and(_.gte(low), _.lt(high))),
    fc.boolean().map((there) => _.exists(there)),
  )

const filters = (_: Db['command']): fc.Arbitrary<Row> =>
  fc.oneof(
    fc.dictionary(fc.constantFrom(...PATHS), condition(_), { maxKeys: 3 }),
    fc.record({ 'entries.key': small, 'entries.w': small }),
    fc.record({ tags: fc.tuple(small, small).map(([low, high]) => _.and(_.gte(low), _.lte(high))) }),
    fc.record({ tags: fc.array(small, { maxLength: 3 }).map((list) => _.in(list)) }),
    fc.record({ entries: fc.record({ key: small, w: small }).map((item) => _.elemMatch(item)) }),
  )

const orders: fc.Arbitrary<string[]> = fc.oneof(
  fc.constantFrom<string[]>(['tags'], ['at'], ['n', 'state'], ['state', 'at'], ['centreId', 'at']),
  fc.uniqueArray(fc.constantFrom('centreId', 'state', 'at', 'n', 'text', 'tags'), { maxLength: 3 }),
)

test('an index never changes the answer: 400 random searches equal a full scan', async () => {
  const rows = fc.sample(document, { numRuns: 250, seed: 7 }).map((row, at) => ({ ...row, _id: at }))
  for (const name of ['indexed', 'scanned']) await db.collection(name).add({ data: rows })
  const search = fc.record({
    filter: filters(db.command),
    paths: orders,
    direction: fc.constantFrom('asc' as const, 'desc' as const),
  })
  await fc.assert(
    fc.asyncProperty(search, async ({ filter, paths, direction }) => {
      const ask = async (name: string): Promise<Row[]> => {
        let query = db.collection(name).where(filter).limit(1000)
        for (const path of paths) query = query.orderBy(path, direction)
        return (await query.get()).data
      }
      const [indexed, scanned] = [await ask('indexed'), await ask('scanned')]
      const ids = (list: Row[]) => list.map(({ _id }) => Number(_id))
      const sort: Sort = paths.map((path) => [path, direction === 'asc' ? 1 : -1])
      expect(ids(indexed).sort((a, b) => a - b)).toEqual(ids(scanned).sort((a, b) => a - b))
      // Sorting keeps the order of equals, so what is in order stays as it is.
      expect(ids(sorted(indexed, sort, (row) => row))).toEqual(ids(indexed))
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('after random updates and removals the indexes answer as a scan does', async () => {
  const _ = db.command
  const change = fc.record({ id: fc.integer({ min: 0, max: 249 }), data: document, gone: fc.boolean() })
  for (const { id, data, gone } of fc.sample(change, { numRuns: 150, seed: 8 })) {
    for (const name of ['indexed', 'scanned']) {
      const row = db.collection(name).doc(id)
      await (gone
        ? row.remove()
        : row.update({
            data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, _.set(value)])),
          }))
    }
  }
  for (const filter of [
    { n: 1 },
    { tags: 'a' },
    { 'entries.key': null },
    { state: _.gt('a') },
    { text: _.in(['a', null]) },
  ]) {
    const ids = async (name: string) =>
      (await db.collection(name).where(filter).limit(1000).orderBy('_id', 'asc').get()).data.map(
        ({ _id }) => _id,
      )
    expect(await ids('indexed')).toEqual(await ids('scanned'))
  }
}, 60_000)
