import type { Collection, Pipeline } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows', [
    { _id: 1, g: 'a', n: 5, tags: ['x', 'y'], o: { p: 1, q: { r: 2 } }, list: [{ k: 1 }, { k: 2 }] },
    { _id: 2, g: 'a', n: 7, tags: [], o: { p: 2 }, list: [{ k: 1, v: 'c' }] },
    { _id: 3, g: 'b', n: null, tags: null, o: null },
    { _id: 4, g: null, n: '9' },
    { _id: 5, n: 1, tags: 'x', o: { p: 3 } },
  ])
})
afterAll(() => cloud.stop())

type Build = (pipeline: Pipeline) => Pipeline
type Fact = [fact: string, build: Build, list: unknown[]]

const { sum } = { sum: (argument: unknown) => ({ $sum: argument }) }
const only = (_id: number): Record<string, unknown> => ({ _id })

describe('§1.2, §1.6 group', () => {
  test.each<Fact>([
    [
      'puts null and missing into one group, of null',
      (of) => of.group({ _id: '$g', c: sum(1) }).sort({ _id: 1 }),
      [
        { _id: null, c: 2 },
        { _id: 'a', c: 2 },
        { _id: 'b', c: 1 },
      ],
    ],
    [
      'sums numbers only, averages numbers only, compares all types',
      (of) =>
        of.group({ _id: null, s: sum('$n'), a: { $avg: '$n' }, max: { $max: '$n' }, min: { $min: '$n' } }),
      [{ _id: null, s: 13, a: 13 / 3, max: '9', min: 1 }],
    ],
    [
      'pushes no missing field, and a null',
      (of) => of.sort({ _id: 1 }).group({ _id: null, all: { $push: '$g' } }),
      [{ _id: null, all: ['a', 'a', 'b', null] }],
    ],
    [
      'takes the first and the last, missing as null',
      (of) => of.sort({ _id: 1 }).group({ _id: null, first: { $first: '$g' }, last: { $last: '$g' } }),
      [{ _id: null, first: 'a', last: null }],
    ],
    [
      'over a field nobody has: null, and a sum of 0',
      (of) => of.group({ _id: null, a: { $avg: '$z' }, m: { $max: '$z' }, s: sum('$z') }),
      [{ _id: null, a: null, m: null, s: 0 }],
    ],
    ['sums sums', (of) => of.group({ _id: null, s: sum({ $sum: ['$n', '$o.p'] }) }), [{ _id: null, s: 19 }]],
    [
      'merges objects and counts deviations',
      (of) => of.match({ g: 'a' }).group({ _id: '$g', o: { $mergeObjects: '$o' }, d: { $stdDevPop: '$n' } }),
      [{ _id: 'a', o: { p: 2, q: { r: 2 } }, d: 1 }],
    ],
  ])('%s', async (_fact, build, list) => {
    expect((await build(rows.aggregate()).end()).list).toEqual(list)
  })
})

describe('§1.6 the other stages', () => {
  test.each<Fact>([
    ['count counts', (of) => of.count('n'), [{ n: 5 }]],
    ['count of nothing is no document', (of) => of.match({ _id: 99 }).count('n'), []],
    [
      'unwind drops empty lists and keeps what is no list',
      (of) => of.unwind('$tags').project({ _id: 0, tags: 1 }),
      [{ tags: 'x' }, { tags: 'y' }, { tags: 'x' }],
    ],
    [
      'unwind keeps what is empty when asked',
      (of) => of.unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).count('n'),
      [{ n: 6 }],
    ],
    [
      'unwind tells the place',
      (of) =>
        of.match({ _id: 1 }).unwind({ path: '$tags', includeArrayIndex: 'at' }).project({ _id: 0, at: 1 }),
      [{ at: 0 }, { at: 1 }],
    ],
    ['sortByCount', (of) => of.sortByCount('$g').limit(1), [{ _id: 'a', count: 2 }]],
    [
      'bucket includes the lower and excludes the upper boundary',
      (of) => of.match({ n: { $type: 'number' } }).bucket({ groupBy: '$n', boundaries: [0, 5, 10] }),
      [
        { _id: 0, count: 1 },
        { _id: 5, count: 2 },
      ],
    ],
    [
      'bucket puts the rest into its default',
      (of) => of.bucket({ groupBy: '$n', boundaries: [0, 6], default: 'rest', output: { c: sum(1) } }),
      [
        { _id: 0, c: 2 },
        { _id: 'rest', c: 3 },
      ],
    ],
    [
      'bucketAuto',
      (of) => of.match({ n: { $type: 'number' } }).bucketAuto({ groupBy: '$n', buckets: 2 }),
      [
        { _id: { min: 1, max: 7 }, count: 2 },
        { _id: { min: 7, max: 7 }, count: 1 },
      ],
    ],
    [
      'replaceRoot by a field and by an expression',
      (of) => of.match({ _id: 1 }).replaceRoot({ newRoot: { p: '$o.p', q: '$o.q' } }),
      [{ p: 1, q: { r: 2 } }],
    ],
    ['sample draws each document at most once', (of) => of.sample({ size: 50 }).count('n'), [{ n: 5 }]],
    ['skip and limit', (of) => of.sort({ _id: 1 }).skip(3).limit(1).project({ _id: 1 }), [only(4)]],
    [
      'addFields reaches into objects and into lists',
      (of) =>
        of
          .match({ _id: 2 })
          .addFields({ 'o.z': 9, o: { y: '$n' }, 'list.w': 1 })
          .project({ o: 1, list: 1 }),
      [{ _id: 2, o: { p: 2, z: 9, y: 7 }, list: [{ k: 1, v: 'c', w: 1 }] }],
    ],
    [
      'project includes paths, computes, and takes _id away',
      (of) => of.match({ _id: 1 }).project({ _id: 0, 'o.q.r': 1, 'list.k': 1, x: '$n', z: ['$n', '$g'] }),
      [{ o: { q: { r: 2 } }, list: [{ k: 1 }, { k: 2 }], x: 5, z: [5, 'a'] }],
    ],
    [
      'project excludes paths',
      (of) => of.match({ _id: 2 }).project({ 'o.p': 0, list: 0, tags: 0 }),
      [{ _id: 2, g: 'a', n: 7, o: {} }],
    ],
    ['match after group', (of) => of.group({ _id: '$g', c: sum(1) }).match({ c: 1 }), [{ _id: 'b', c: 1 }]],
  ])('%s', async (_fact, build, list) => {
    expect((await build(rows.aggregate()).end()).list).toEqual(list)
  })

  test.each<[string, Build]>([
    ['limit of 0', (of) => of.limit(0)],
    ['skip below 0', (of) => of.skip(-1)],
    ['count without a name', (of) => of.count('')],
    ['unwind of a name without a dollar', (of) => of.unwind('tags')],
    ['group without an _id', (of) => of.group({ c: sum(1) })],
    ['group by what accumulates nothing', (of) => of.group({ _id: null, c: { $add: [1, 2] } })],
    ['bucket whose value has no place', (of) => of.bucket({ groupBy: '$n', boundaries: [0, 6] })],
    [
      'bucket with boundaries out of order',
      (of) => of.bucket({ groupBy: '$n', boundaries: [6, 0], default: 9 }),
    ],
    ['project of nothing', (of) => of.project({})],
    ['project that includes and excludes', (of) => of.project({ a: 1, b: 0 })],
    ['replaceRoot by what is no object', (of) => of.replaceRoot({ newRoot: '$n' })],
    [
      'geoNear anywhere but first',
      (of) => of.limit(1).geoNear({ near: cloud.db.Geo.Point(1, 2), distanceField: 'd', spherical: true }),
    ],
  ])('§2.5 a %s is DATABASE_REQUEST_FAILED', async (_name, build) => {
    await expect(build(rows.aggregate()).end()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})

describe('§1.3, §2.1 an aggregation through the SDK', () => {
  test('answers {list}, with an errMsg', async () => {
    expect(await rows.aggregate().match({ _id: 4 }).end()).toMatchObject({
      list: [{ _id: 4, g: null, n: '9' }],
      errMsg: 'collection.aggregate:ok',
    })
  })

  test('keeps .code in its errors, with errCode −1', async () => {
    const asked = rows.aggregate().limit(0).end()
    await expect(asked).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', errCode: -1 })
  })

  test('without a limit answers 20 documents', async () => {
    const many = await cloud.collection(
      'many',
      Array.from({ length: 30 }, (_, n) => ({ n })),
    )
    expect((await many.aggregate().end()).list).toHaveLength(20)
    expect((await many.aggregate().limit(25).end()).list).toHaveLength(25)
  })

  test('answers 10,000 documents at most', async () => {
    const ten = { _id: 0, n: { $range: [0, 10_050] } }
    const { list } = await rows.aggregate().match({ _id: 1 }).project(ten).unwind('$n').limit(20_000).end()
    expect(list).toHaveLength(10_000)
  })

  test('over a collection that nobody made is DATABASE_COLLECTION_NOT_EXIST', async () => {
    const asked = cloud.db.collection('nobody').aggregate().end()
    await expect(asked).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })

  test('dates and numbers come back as they are', async () => {
    const at = new Date(0)
    await rows.add({ data: { _id: 'typed', at, big: 2 ** 40, half: 0.5 } })
    const { list } = await rows.aggregate().match({ at }).end()
    expect(list).toEqual([{ _id: 'typed', at, big: 2 ** 40, half: 0.5 }])
  })
})

describe('§1.2 the wire of aggregateDocuments', () => {
  const run = (...stages: [string, string][]) =>
    cloud.wire('database.aggregateDocuments', {
      collectionName: 'rows',
      stages: stages.map(([stageKey, stageValue]) => ({ stageKey, stageValue })),
    })

  test('a stage of an object is EJSON, of a text or a number plain JSON; the list is EJSON texts', async () => {
    const { data } = await run(
      ['$match', '{"_id":{"$numberInt":"1"}}'],
      ['$unwind', '"$tags"'],
      ['$limit', '1'],
      ['$project', '{"tags":1}'],
    )
    expect(data).toEqual({ list: ['{"tags":"x","_id":1}'] })
  })

  test('database.aggregate of older SDKs answers the list as one text, of stages in plain JSON', async () => {
    const { data } = await cloud.wire('database.aggregate', {
      collectionName: 'rows',
      stages: [{ stageKey: '$match', stageValue: '{"_id":{"$lt":3},"n":{"$gt":1}}' }],
    })
    const list: unknown[] = JSON.parse(Object(data).list)
    expect(list.map((text) => JSON.parse(String(text)))).toMatchObject([{ _id: 1 }, { _id: 2 }])
  })

  test('a facet runs pipelines side by side', async () => {
    const facet = JSON.stringify({
      all: [{ $match: { n: 5 } }, { $count: 'n' }],
      ids: [{ $match: { n: 5 } }, { $project: { _id: 1 } }],
    })
    const { data } = await run(['$facet', facet])
    expect(JSON.parse(Object(data).list[0])).toEqual({ all: [{ n: 1 }], ids: [{ _id: 1 }] })
  })

  test.each(['$out', '$merge', '$graphLookup', '$unionWith', '$indexStats', '$nonsense'])(
    'the stage %s is LOCALCLOUD.UNSUPPORTED',
    async (stage) => {
      expect(await run([stage, '{"from":"rows"}'])).toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
    },
  )
})
