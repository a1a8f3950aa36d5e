import type { Collection, Row } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows')
})
afterAll(() => cloud.stop())

type Commands = RunningCloud['db']['command']
type Change = (_: Commands) => Row
let lastId = 0

const changed = async (before: Row, change: Change, filter: Row = {}): Promise<Row> => {
  lastId += 1
  const _id = lastId
  await rows.add({ data: { _id, ...before } })
  await rows.where({ _id, ...filter }).update({ data: change(cloud.db.command) })
  const { _id: _same, ...after } = (await rows.doc(_id).get()).data
  return after
}

const holds = (family: string, facts: [fact: string, before: Row, change: Change, after: Row][]): void => {
  describe(`§1.6 update: ${family}`, () => {
    test.each(facts)('%s', async (_fact, before, change, after) => {
      expect(await changed(before, change)).toEqual(after)
    })
  })
}

holds('fields', [
  ['a plain object merges', { a: { b: 1, c: 2 } }, () => ({ a: { b: 9 } }), { a: { b: 9, c: 2 } }],
  ['set replaces an object', { a: { b: 1, c: 2 } }, ({ set }) => ({ a: set({ b: 9 }) }), { a: { b: 9 } }],
  ['objects on the way are made', {}, () => ({ a: { b: { c: 1 } } }), { a: { b: { c: 1 } } }],
  ['a list is replaced whole', { a: [1, 2] }, () => ({ a: [3] }), { a: [3] }],
  ['a place in a list is set', { a: [1, 2] }, () => ({ 'a.1': 9 }), { a: [1, 9] }],
  [
    'a place beyond the end is filled up with null',
    { a: [1] },
    () => ({ 'a.3': 9 }),
    { a: [1, null, null, 9] },
  ],
  ['remove takes a field away', { a: 1, b: 2 }, ({ remove }) => ({ a: remove() }), { b: 2 }],
  [
    'remove at a place leaves null',
    { a: [{ x: 1, y: 2 }, 2] },
    ({ remove }) => ({ a: { 0: { x: remove() }, 1: remove() } }),
    { a: [{ y: 2 }, null] },
  ],
  ['rename', { a: { x: 1 }, b: 2 }, ({ rename }) => ({ 'a.x': rename('b') }), { a: {}, b: 1 }],
  ['null is a value', { a: 1 }, () => ({ a: null }), { a: null }],
])

holds('numbers', [
  ['inc and mul', { a: 1, b: 3 }, ({ inc, mul }) => ({ a: inc(2), b: mul(2.5) }), { a: 3, b: 7.5 }],
  [
    'inc of fractions is exact as in JavaScript',
    { a: 0.2 },
    ({ inc }) => ({ a: inc(-0.05) }),
    { a: 0.2 - 0.05 },
  ],
  [
    'inc makes a missing field, mul makes it 0',
    {},
    ({ inc, mul }) => ({ a: { b: inc(2) }, c: mul(2) }),
    { a: { b: 2 }, c: 0 },
  ],
  ['min and max', { a: 5, b: 5 }, ({ min, max }) => ({ a: min(3), b: max(9) }), { a: 3, b: 9 }],
  [
    'max compares types, and dates',
    { a: 5, d: new Date(5) },
    ({ min, max }) => ({ a: max('x'), d: min(new Date(3)) }),
    { a: 'x', d: new Date(3) },
  ],
  ['bit', { a: 13 }, ({ bit }) => ({ a: bit({ and: 10 }) }), { a: 8 }],
])

holds('lists', [
  ['push of several', { a: [1] }, ({ push }) => ({ a: push([2, 3]) }), { a: [1, 2, 3] }],
  ['push makes a list', {}, ({ push }) => ({ a: push([1]) }), { a: [1] }],
  [
    'push at a place',
    { a: [1, 4] },
    ({ push }) => ({ a: push({ each: [2, 3], position: 1 }) }),
    { a: [1, 2, 3, 4] },
  ],
  [
    'push sorts, then cuts',
    { a: [1, 2] },
    ({ push }) => ({ a: push({ each: [4, 5, 6], sort: -1, slice: 3 }) }),
    { a: [6, 5, 4] },
  ],
  [
    'push sorts objects by a field',
    { a: [{ n: 3 }] },
    ({ push }) => ({ a: push({ each: [{ n: 1 }], sort: { n: 1 } }) }),
    { a: [{ n: 1 }, { n: 3 }] },
  ],
  [
    'unshift, pop and shift',
    { a: [2], b: [1, 2], c: [1, 2] },
    ({ unshift, pop, shift }) => ({ a: unshift([0, 1]), b: pop(), c: shift() }),
    { a: [0, 1, 2], b: [1], c: [2] },
  ],
  [
    'pull of a value, of a condition, of objects',
    { a: [1, 2, 1], b: [1, 5, 9], c: [{ x: 1, y: 2 }, { x: 2 }] },
    ({ pull, gte }) => ({ a: pull(1), b: pull(gte(5)), c: pull({ x: 1 }) }),
    { a: [2], b: [1], c: [{ x: 2 }] },
  ],
  ['pull of one of several', { a: ['a', 'b', 'c'] }, (_) => ({ a: _.pull(_.in(['a', 'b'])) }), { a: ['c'] }],
  ['pullAll', { a: [1, 2, 3, 1] }, ({ pullAll }) => ({ a: pullAll([1, 3]) }), { a: [2] }],
  [
    'addToSet of one, of several, of objects',
    { a: [1], b: [1], c: [{ x: 1 }] },
    ({ addToSet }) => ({ a: addToSet(1), b: addToSet({ $each: [1, 2, 2] }), c: addToSet({ x: 1 }) }),
    { a: [1], b: [1, 2], c: [{ x: 1 }] },
  ],
])

describe('§1.6 update: positions', () => {
  test.each<[string, Row, Change, Row, Row]>([
    ['$ is the item the condition found', { a: [1, 5, 5] }, () => ({ 'a.$': 9 }), { a: 5 }, { a: [1, 9, 5] }],
    [
      '$ and a field of the item',
      {
        a: [
          { k: 1, v: 1 },
          { k: 2, v: 1 },
        ],
      },
      ({ inc }) => ({ 'a.$.v': inc(5) }),
      { 'a.k': 2 },
      {
        a: [
          { k: 1, v: 1 },
          { k: 2, v: 6 },
        ],
      },
    ],
    [
      '$ is the item of an elemMatch',
      {
        a: [
          { k: 1, v: 1 },
          { k: 1, v: 2 },
        ],
      },
      () => ({ 'a.$.v': 7 }),
      { a: { $elemMatch: { k: 1, v: 2 } } },
      {
        a: [
          { k: 1, v: 1 },
          { k: 1, v: 7 },
        ],
      },
    ],
    ['$ in a nested list', { o: { a: [1, 5] } }, () => ({ 'o.a.$': 0 }), { 'o.a': 5 }, { o: { a: [1, 0] } }],
    [
      '$ taken away leaves null',
      { a: [1, 5] },
      ({ remove }) => ({ 'a.$': remove() }),
      { a: 5 },
      { a: [1, null] },
    ],
    ['$[] is every item', { a: [1, 2] }, ({ inc }) => ({ 'a.$[]': inc(1) }), {}, { a: [2, 3] }],
    [
      '$[] and a field of each item',
      { a: [{ v: 1 }, { v: 2 }] },
      () => ({ 'a.$[].v': 0 }),
      {},
      { a: [{ v: 0 }, { v: 0 }] },
    ],
  ])('%s', async (_fact, before, change, filter, after) => {
    expect(await changed(before, change, filter)).toEqual(after)
  })
})

describe('§2.5 what MongoDB refuses to change is DATABASE_REQUEST_FAILED and changes nothing', () => {
  test.each<[string, Row, Change]>([
    ['a path by name through a list', { a: [1] }, () => ({ a: { foo: 1 } })],
    ['a path through null', { a: null }, () => ({ 'a.b': 1 })],
    ['a path through a text', { a: 'x' }, () => ({ 'a.b': 1 })],
    ['inc of a text', { a: 'x' }, ({ inc }) => ({ a: inc(1) })],
    ['inc of null', { a: null }, ({ inc }) => ({ a: inc(1) })],
    ['inc by a text', { a: 1 }, ({ inc }) => ({ a: inc('x') })],
    ['push to what is no list', { a: 1 }, ({ push }) => ({ a: push([1]) })],
    ['pop of what is no list', { a: 1 }, ({ pop }) => ({ a: pop() })],
    ['pull from what is no list', { a: 1 }, ({ pull }) => ({ a: pull(1) })],
    ['two changes of one field', { a: 1 }, ({ inc }) => ({ a: 1, 'a.b': inc(1) })],
    ['a rename to itself', { a: 1 }, ({ rename }) => ({ a: rename('a') })],
    ['a rename out of a list', { a: [{ x: 1 }] }, ({ rename }) => ({ 'a.0.x': rename('y') })],
    ['a field named with a dollar', { a: 1 }, ({ set }) => ({ b: set({ $c: 1 }) })],
    ['a path that ends in a dot', { a: 1 }, () => ({ 'a.': 1 })],
    ['$ without a condition on the list', { a: [1] }, () => ({ 'a.$': 1 })],
    ['$[] of what is no list', { a: 1 }, () => ({ 'a.$[]': 1 })],
    ['$[name], whose filters the cloud has no place for', { a: [1] }, () => ({ 'a.$[x]': 1 })],
  ])('%s', async (_name, before, change) => {
    await expect(changed(before, change)).rejects.toMatchObject({ errCode: -502001 })
    expect((await rows.doc(lastId).get()).data).toEqual({ _id: lastId, ...before })
  })

  test('the text names the field and the element, as MongoDB’s does', async () => {
    const change = changed({ style: null }, () => ({ 'style.color': 'red' }))
    await expect(change).rejects.toThrow("Cannot create field 'color' in element {style: null}")
  })

  test.each(['$setOnInsert', '$currentDate', '$nonsense'])(
    'the operator %s is LOCALCLOUD.UNSUPPORTED',
    async (name) => {
      const data = JSON.stringify({ [name]: { a: true } })
      const params = {
        collectionName: 'rows',
        queryType: 'WHERE',
        query: '{}',
        merge: true,
        multi: true,
        data,
      }
      expect(await cloud.wire('database.modifyDocument', params)).toMatchObject({
        code: 'LOCALCLOUD.UNSUPPORTED',
      })
    },
  )
})
