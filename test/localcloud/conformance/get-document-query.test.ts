import type { Collection, Row } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows', [
    {
      _id: 1,
      g: 'a',
      n: 5,
      tags: ['x', 'y'],
      o: { p: 1, q: { r: 2 } },
      d: new Date(1000),
      list: [
        { k: 1, v: 'a' },
        { k: 2, v: 'b' },
      ],
    },
    { _id: 2, g: 'a', n: 7, tags: [], o: { p: 2 }, d: new Date(2000), list: [{ k: 1, v: 'c' }] },
    { _id: 3, g: 'b', n: null, tags: null, o: null },
    { _id: 4, g: null, n: '9' },
    { _id: 5, n: 1, tags: 'x', o: { p: 3 }, list: [5, 'z', { k: 9 }] },
  ])
})
afterAll(() => cloud.stop())

const found = async (filter: Row): Promise<unknown[]> => {
  const { data } = await rows.where(filter).orderBy('_id', 'asc').get()
  return data.map(({ _id }) => _id)
}

type Commands = RunningCloud['db']['command']
type Fact = [fact: string, filter: (_: Commands) => Row, ids: number[]]

const holds = (family: string, facts: Fact[]): void => {
  describe(`§1.6 where: ${family}`, () => {
    test.each(facts)('%s', async (_fact, filter, ids) => {
      expect(await found(filter(cloud.db.command))).toEqual(ids)
    })
  })
}

holds('equality', [
  ['null finds null and missing', () => ({ g: null }), [4, 5]],
  ['null finds them on a path too', () => ({ 'o.p': null }), [3, 4]],
  ['a value finds it in a list', () => ({ tags: 'x' }), [1, 5]],
  ['a list finds the same list', () => ({ tags: ['x', 'y'] }), [1]],
  ['a nested object becomes paths', () => ({ o: { q: { r: 2 } } }), [1]],
  ['eq of an object is the whole object', ({ eq }) => ({ o: eq({ p: 2 }) }), [2]],
  ['a place in a list', () => ({ 'tags.0': 'x' }), [1]],
  ['a path through a list of objects', () => ({ 'list.k': 2 }), [1]],
  ['a place, then a path', () => ({ 'list.0.v': 'c' }), [2]],
  ['a date', () => ({ d: new Date(1000) }), [1]],
  ['neq finds what lacks the field', ({ neq }) => ({ g: neq('a') }), [3, 4, 5]],
  ['neq holds for no item of a list', ({ neq }) => ({ tags: neq('x') }), [2, 3, 4]],
])

holds('comparison', [
  ['gt stays inside the type', ({ gt }) => ({ n: gt(0) }), [1, 2, 5]],
  ['lt of texts', ({ lt }) => ({ g: lt('b') }), [1, 2]],
  ['gt of dates', ({ gt }) => ({ d: gt(new Date(1000)) }), [2]],
  ['and of two', ({ gt, lt, and }) => ({ n: and(gt(1), lt(7)) }), [1]],
  ['in with null', (_) => ({ g: _.in([null, 'b']) }), [3, 4, 5]],
  ['nin', ({ nin }) => ({ g: nin(['a', null]) }), [3]],
  ['mod', ({ mod }) => ({ n: mod([2, 1]) }), [1, 2, 5]],
  ['not', ({ not, gt }) => ({ n: not(gt(4)) }), [3, 4, 5]],
  ['or on one field', ({ or, eq, gt }) => ({ n: or(eq(1), gt(6)) }), [2, 5]],
  ['or of documents', ({ or }) => or([{ _id: 1 }, { n: '9' }]) as Row, [1, 4]],
  ['nor', ({ nor, eq }) => ({ g: nor(eq('a'), eq('b')) }), [4, 5]],
  ['expr compares across types', ({ expr }) => expr({ $gte: ['$n', 5] }) as Row, [1, 2, 4]],
  [
    'jsonSchema',
    ({ jsonSchema }) => jsonSchema({ required: ['d'], properties: { n: { minimum: 6 } } }) as Row,
    [2],
  ],
  ['nor of a jsonSchema', ({ nor, jsonSchema }) => nor([jsonSchema({ required: ['d'] })]) as Row, [3, 4, 5]],
])

holds('fields and lists', [
  ['exists', ({ exists }) => ({ tags: exists(true) }), [1, 2, 3, 5]],
  ['exists not', ({ exists }) => ({ tags: exists(false) }), [4]],
  ['size counts lists only', ({ size }) => ({ tags: size(0) }), [2]],
  ['all, a single value for a list of one', ({ all }) => ({ tags: all(['x']) }), [1, 5]],
  ['all of nothing finds nothing', ({ all }) => ({ tags: all([]) }), []],
  ['elemMatch asks all of one item', ({ elemMatch }) => ({ list: elemMatch({ k: 1, v: 'c' }) }), [2]],
  ['elemMatch on scalars', ({ elemMatch, gt }) => ({ list: elemMatch(gt(4)) }), [5]],
  [
    'elemMatch neq passes over a list of only that',
    ({ elemMatch, neq }) => ({ tags: elemMatch(neq('x')) }),
    [1],
  ],
  [
    'elemMatch of a field finds no scalars',
    ({ elemMatch, exists }) => ({ list: elemMatch({ v: exists(false) }) }),
    [5],
  ],
])

holds('regular expressions', [
  ['with options', () => ({ g: /^A/i }), [1, 2]],
  ['on items of a list', () => ({ tags: /^y/ }), [1]],
  ['by db.RegExp', () => ({ g: cloud.db.RegExp({ regexp: '^A', options: 'i' }) }), [1, 2]],
  ['with the options inside the pattern', () => ({ g: cloud.db.RegExp({ regexp: '(?i)^A' }) }), [1, 2]],
  ['among values', (_) => ({ g: _.in([/^b/, null]) }), [3, 4, 5]],
  ['either of two', ({ or }) => ({ g: or(/^a/, /^b/) }), [1, 2, 3]],
])

describe('§1.6 where: jsonSchema', () => {
  test.each<[string, unknown, number[]]>([
    ['bsonType of a property', { properties: { n: { bsonType: 'string' } }, required: ['n'] }, [4]],
    ['several types', { properties: { n: { bsonType: ['string', 'null'] } }, required: ['n'] }, [3, 4]],
    ['enum', { properties: { g: { enum: ['b', null] } } }, [3, 4, 5]],
    [
      'pattern and length',
      { properties: { g: { pattern: '^a', maxLength: 1 } }, required: ['g', 'd'] },
      [1, 2],
    ],
    [
      'items',
      { properties: { tags: { items: { enum: ['x', 'y'] }, minItems: 1 } }, required: ['tags', 'd'] },
      [1],
    ],
    ['multipleOf', { properties: { n: { multipleOf: 5 } }, required: ['d'] }, [1]],
    ['oneOf', { oneOf: [{ required: ['d'] }, { required: ['list'] }] }, [5]],
    ['not', { not: { required: ['tags'] } }, [4]],
    ['maxProperties', { maxProperties: 3 }, [4]],
  ])('%s', async (_fact, schema, ids) => {
    expect(await found(cloud.db.command.jsonSchema(schema) as Row)).toEqual(ids)
  })
})

test('§1.6 two fields with or each are merged by the SDK into one or; nested in and they are not', async () => {
  const { or, and, eq } = cloud.db.command
  const [g, n] = [{ g: or(eq('a'), eq('z')) }, { n: or(eq(1), eq(5)) }]
  expect(await found({ ...g, ...n })).toEqual([1, 2, 5])
  expect(await found(and([g, n]) as Row)).toEqual([1])
})

describe('§2.5 what MongoDB refuses to look for is DATABASE_REQUEST_FAILED', () => {
  test.each<[string, string]>([
    ['a size below 0', '{"tags":{"$size":-1}}'],
    ['a divisor of 0', '{"n":{"$mod":[0,1]}}'],
    ['an empty or', '{"$or":[]}'],
    ['an and that is no list', '{"$and":{}}'],
    ['in without a list', '{"n":{"$in":1}}'],
    ['operators mixed with fields', '{"n":{"$gt":1,"x":2}}'],
    ['a type that does not exist', '{"n":{"$type":"nonsense"}}'],
    ['a pattern that is none', '{"g":{"$regularExpression":{"pattern":"(","options":""}}}'],
  ])('%s', async (_name, query) => {
    const asked = await cloud.wire('database.getDocument', {
      collectionName: 'rows',
      queryType: 'WHERE',
      query,
    })
    expect(asked).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })

  test.each<[string, string]>([
    ['$text', '{"$text":{"$search":"x"}}'],
    ['$where', '{"$where":"1"}'],
    ['an operator that does not exist', '{"n":{"$nonsense":1}}'],
    ['a place by a bare pair', '{"o":{"$near":[1,2]}}'],
    ['the pattern option x', '{"g":{"$regularExpression":{"pattern":"a b","options":"x"}}}'],
    ['a jsonSchema keyword that is not known', '{"$jsonSchema":{"patternProperties":{}}}'],
  ])('%s is LOCALCLOUD.UNSUPPORTED, even over nothing', async (_name, query) => {
    await cloud.wire('database.addCollection', { collectionName: 'empty' })
    const asked = await cloud.wire('database.getDocument', {
      collectionName: 'empty',
      queryType: 'WHERE',
      query,
    })
    expect(asked).toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
  })
})
