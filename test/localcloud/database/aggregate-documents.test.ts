import { bare, type CloudDatabase, index, startDatabase } from './cloud-database'
import type { Db, Row } from './sdk'

let cloud: CloudDatabase
let db: Db

beforeAll(async () => {
  cloud = await startDatabase([
    { name: 'residents', indexes: [index('centreId')] },
    { name: 'audit', indexes: [index('who', 'at')] },
    { name: 'orders', indexes: [index('who'), index('items.sku')] },
    bare('empty'),
  ])
  db = cloud.db
  await db.collection('residents').add({
    data: Array.from({ length: 60 }, (_, at) => ({
      _id: `r${at}`,
      centreId: `c${at % 3}`,
      age: at,
      tags: at % 2 ? ['x'] : ['y', 'z'],
    })),
  })
  await db.collection('audit').add({
    data: Array.from({ length: 200 }, (_, at) => ({ _id: `a${at}`, who: `r${at % 60}`, at })),
  })
  await db.collection('orders').add({
    data: [
      {
        _id: 'o1',
        who: 'r1',
        items: [
          { sku: 's1', n: 2 },
          { sku: 's2', n: 1 },
        ],
      },
      { _id: 'o2', who: 'r1', items: [{ sku: 's2', n: 5 }] },
      { _id: 'o3', who: null, items: [] },
    ],
  })
})
afterAll(() => cloud.close())

const residents = () => db.collection('residents').aggregate()

describe('limits', () => {
  test('without a limit there are 20, with one as many as asked', async () => {
    expect((await residents().end()).list).toHaveLength(20)
    expect((await residents().limit(50).end()).list).toHaveLength(50)
  })

  test('groups count as results too', async () => {
    const { list } = await residents().group({ _id: '$age' }).end()
    expect(list).toHaveLength(20)
  })
})

describe('stages', () => {
  test('match, group, sort', async () => {
    const $ = db.command.aggregate
    const { list } = await residents()
      .match({ age: db.command.lt(30) })
      .group({ _id: '$centreId', sum: $.sum('$age'), count: $.sum(1) })
      .sort({ _id: -1 })
      .end()
    expect(list).toEqual([
      { _id: 'c2', sum: 155, count: 10 },
      { _id: 'c1', sum: 145, count: 10 },
      { _id: 'c0', sum: 135, count: 10 },
    ])
  })

  test('unwind, project, addFields, skip and count', async () => {
    const { list } = await residents().unwind('$tags').match({ tags: 'y' }).count('n').end()
    expect(list).toEqual([{ n: 30 }])
    const { list: page } = await residents()
      .sort({ age: 1 })
      .skip(2)
      .limit(1)
      .addFields({ older: { $add: ['$age', 1] } })
      .project({ _id: 0, age: 1, older: 1 })
      .end()
    expect(page).toEqual([{ age: 2, older: 3 }])
  })

  test('sort puts types and missing fields in the order of MongoDB', async () => {
    const { list } = await db
      .collection('orders')
      .aggregate()
      .sort({ who: 1, _id: -1 })
      .project({ _id: 1 })
      .end()
    expect(list).toEqual([{ _id: 'o3' }, { _id: 'o2' }, { _id: 'o1' }])
  })
})

test.each<[string, unknown, unknown]>([
  ['$week', { $week: new Date('2019-05-14T09:38:51Z') }, 19],
  ['$week in January before the first Sunday', { $week: new Date('2021-01-02T00:00:00Z') }, 0],
  ['$isoWeek', { $isoWeek: new Date('2019-05-14T09:38:51Z') }, 20],
  [
    '$dateToString in China',
    { $dateToString: { date: new Date(0), format: '%Y-%m-%d %H', timezone: 'Asia/Shanghai' } },
    '1970-01-01 08',
  ],
  ['$indexOfCP', { $indexOfCP: ['金桂社区', '社'] }, 2],
  ['$substrBytes of the rest', { $substrBytes: ['金桂社区', 6, -1] }, '社区'],
  ['$substrCP', { $substrCP: ['金桂社区', 0, 2] }, '金桂'],
  ['$cond and $ifNull', { $cond: [{ $gt: [{ $ifNull: ['$nothing', 5] }, 4] }, 'more', 'less'] }, 'more'],
])('the expression %s', async (_name, expression, expected) => {
  const { list } = await residents().match({ _id: 'r1' }).project({ _id: 0, v: expression }).end()
  expect(list).toEqual([{ v: expected }])
})

describe('documents read', () => {
  const examined = async (run: () => Promise<unknown>): Promise<number> => {
    cloud.spent()
    await run()
    return cloud.spent().examined
  }

  test('a match at the head uses the index', async () => {
    expect(await examined(() => residents().match({ _id: 'r3' }).end())).toBe(1)
    expect(await examined(() => residents().match({ centreId: 'c1' }).limit(100).end())).toBe(20)
    expect(await examined(() => residents().match({ centreId: 'c1' }).limit(5).end())).toBe(5)
  })

  test('a lookup by constant id reads one document of each', async () => {
    const $ = db.command.aggregate
    const run = () =>
      residents()
        .match({ _id: 'r1' })
        .lookup({ from: 'audit', pipeline: $.pipeline().match({ _id: 'a61' }).done(), as: 'earlier' })
        .end()
    expect((await run()).list).toEqual([
      expect.objectContaining({ earlier: [{ _id: 'a61', who: 'r1', at: 61 }] }),
    ])
    expect(await examined(run)).toBe(2)
  })

  test('a lookup by field', async () => {
    const run = () =>
      residents()
        .match({ _id: 'r1' })
        .lookup({ from: 'orders', localField: '_id', foreignField: 'who', as: 'orders' })
        .end()
    const [{ orders } = {}] = (await run()).list
    expect(orders).toEqual([expect.objectContaining({ _id: 'o1' }), expect.objectContaining({ _id: 'o2' })])
    expect(await examined(run)).toBe(3)
  })

  test('a lookup with variables', async () => {
    const { aggregate: $, expr } = db.command
    const run = () =>
      residents()
        .match({ _id: 'r1' })
        .lookup({
          from: 'audit',
          let: { who: '$_id', age: '$age' },
          pipeline: $.pipeline()
            .match(expr($.and([$.eq(['$who', '$$who']), $.gt(['$at', '$$age'])])) as Row)
            .sort({ at: -1 })
            .limit(2)
            .project({ _id: 0, at: 1 })
            .done(),
          as: 'log',
        })
        .end()
    const [{ log } = {}] = (await run()).list
    expect(log).toEqual([{ at: 181 }, { at: 121 }])
    expect(await examined(run)).toBe(3)
  })
})

describe('lookup as in MongoDB', () => {
  test('null and missing meet, arrays meet item by item', async () => {
    const join = async (from: string, localField: string, foreignField: string, filter: Row) => {
      const { list } = await db
        .collection('orders')
        .aggregate()
        .match(filter)
        .lookup({ from, localField, foreignField, as: 'j' })
        .end()
      return ((list[0]?.j ?? []) as Row[]).map(({ _id }) => _id)
    }
    expect(await join('orders', 'nothing', 'who', { _id: 'o1' })).toEqual(['o3'])
    expect(await join('orders', 'items.sku', 'items.sku', { _id: 'o1' })).toEqual(['o1', 'o2'])
    expect(await join('orders', 'items.sku', 'items.sku', { _id: 'o3' })).toEqual([])
  })

  test('a lookup inside a lookup sees the variables of both', async () => {
    const { aggregate: $, expr } = db.command
    const inner = $.pipeline()
      .match(expr($.eq(['$_id', '$$outer'])) as Row)
      .project({ _id: 1, age: 1 })
      .done()
    const { list } = await residents()
      .match({ _id: 'r1' })
      .lookup({
        from: 'orders',
        let: { outer: '$_id' },
        pipeline: $.pipeline()
          .match(expr($.eq(['$who', '$$outer'])) as Row)
          .lookup({ from: 'residents', let: { order: '$_id' }, pipeline: inner, as: 'again' })
          .project({ again: 1 })
          .done(),
        as: 'orders',
      })
      .end()
    expect(list[0]?.orders).toEqual([
      { _id: 'o1', again: [{ _id: 'r1', age: 1 }] },
      { _id: 'o2', again: [{ _id: 'r1', age: 1 }] },
    ])
  })
})

describe('refusals', () => {
  const run = (...stages: [string, string][]) =>
    cloud.database.handle(
      'database.aggregateDocuments',
      { collectionName: 'empty', stages: stages.map(([stageKey, stageValue]) => ({ stageKey, stageValue })) },
      { requests: 0, examined: 0, returned: 0 },
    )

  test.each<[string, string]>([
    ['$geoNear', '{"near":[1,2],"distanceField":"d","spherical":true}'],
    ['$out', '"other"'],
    ['$graphLookup', '{"from":"empty"}'],
    ['$project', '{"a":{"$nonsense":"$b"}}'],
    ['$match', '{"$where":"1"}'],
    ['$lookup', '{"from":"residents","pipeline":[{"$geoNear":{}}],"as":"x"}'],
  ])('%s %s over nothing is refused, not answered with nothing', async (key, value) => {
    await expect(run([key, value])).rejects.toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
  })

  test('a lookup in a collection that nobody made', async () => {
    const value = '{"from":"nobody","localField":"a","foreignField":"b","as":"x"}'
    await expect(run(['$lookup', value])).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })

  test('a stage that is wrong is the request’s fault', async () => {
    await expect(run(['$sort', '{"a":"up"}'])).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})
