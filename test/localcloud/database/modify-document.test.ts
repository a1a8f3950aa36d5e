import { bare, type CloudDatabase, index, startDatabase } from './cloud-database'
import type { Db, Row } from './sdk'

let cloud: CloudDatabase
let db: Db

beforeAll(async () => {
  cloud = await startDatabase([
    bare('rows'),
    { name: 'members', indexes: [{ ...index('card'), unique: true }, index('tags')] },
  ])
  db = cloud.db
})
afterAll(() => cloud.close())

let count = 0
/** Adds `before`, updates it, answers what is there now without the id. */
const updated = async (before: Row, data: Row): Promise<Row> => {
  count += 1
  const _id = `row${count}`
  await db.collection('rows').add({ data: { _id, ...before } })
  await db.collection('rows').doc(_id).update({ data })
  const { _id: _same, ...after } = (await db.collection('rows').doc(_id).get()).data
  return after
}

describe('update operators', () => {
  const cases: [string, Row, (_: Db['command']) => Row, Row][] = [
    ['plain objects merge', { a: { b: 1, c: 2 } }, () => ({ a: { b: 3 } }), { a: { b: 3, c: 2 } }],
    ['set replaces', { a: { b: 1, c: 2 } }, (_) => ({ a: _.set({ b: 3 }) }), { a: { b: 3 } }],
    ['missing objects are made', {}, () => ({ a: { b: { c: 1 } } }), { a: { b: { c: 1 } } }],
    ['a place in an array', { a: [1, 2] }, () => ({ 'a.1': 9 }), { a: [1, 9] }],
    ['a place beyond the end', { a: [1] }, () => ({ 'a.3': 9 }), { a: [1, null, null, 9] }],
    ['remove', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }],
    ['remove in an array leaves null', { a: [1, 2] }, (_) => ({ 'a.0': _.remove() }), { a: [null, 2] }],
    ['remove of what is not there', { b: 2 }, (_) => ({ 'a.x': _.remove() }), { b: 2 }],
    ['inc', { n: 1 }, (_) => ({ n: _.inc(2), m: _.inc(-1) }), { n: 3, m: -1 }],
    ['mul', { n: 3 }, (_) => ({ n: _.mul(2), m: _.mul(5) }), { n: 6, m: 0 }],
    ['min and max', { a: 5, b: 5 }, (_) => ({ a: _.min(3), b: _.max(3), c: _.min(1) }), { a: 3, b: 5, c: 1 }],
    ['rename', { a: 1 }, (_) => ({ a: _.rename('b') }), { b: 1 }],
    ['push', { a: [1] }, (_) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }],
    ['push makes the array', {}, (_) => ({ a: _.push([2]) }), { a: [2] }],
    [
      'push with each, sort and slice',
      { a: [{ k: 3 }, { k: 1 }] },
      (_) => ({ a: _.push({ each: [{ k: 2 }], sort: { k: 1 }, slice: 2 }) }),
      { a: [{ k: 1 }, { k: 2 }] },
    ],
    [
      'push at a place',
      { a: [1, 4] },
      (_) => ({ a: _.push({ each: [2, 3], position: 1 }) }),
      { a: [1, 2, 3, 4] },
    ],
    ['push keeps the last', { a: [1, 2] }, (_) => ({ a: _.push({ each: [3], slice: -2 }) }), { a: [2, 3] }],
    [
      'push makes and cuts',
      {},
      (_) => ({ a: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) }),
      { a: [1, 2] },
    ],
    ['unshift', { a: [2] }, (_) => ({ a: _.unshift([0, 1]) }), { a: [0, 1, 2] }],
    ['pop and shift', { a: [1, 2], b: [1, 2] }, (_) => ({ a: _.pop(), b: _.shift() }), { a: [1], b: [2] }],
    ['pull a value', { a: [1, 2, 1] }, (_) => ({ a: _.pull(1) }), { a: [2] }],
    ['pull by a condition', { a: [1, 5, 9] }, (_) => ({ a: _.pull(_.gt(4)) }), { a: [1] }],
    [
      'pull objects by fields leaves scalars',
      { a: [{ k: 1, w: 1 }, { k: 2 }, 1] },
      (_) => ({ a: _.pull({ k: 1 }) }),
      { a: [{ k: 2 }, 1] },
    ],
    [
      'pull by a condition on a field',
      { a: [{ k: 1 }, { k: 7 }] },
      (_) => ({ a: _.pull({ k: _.gt(4) }) }),
      { a: [{ k: 1 }] },
    ],
    ['pullAll', { a: [1, 2, 3, 1] }, (_) => ({ a: _.pullAll([1, 3]) }), { a: [2] }],
    ['addToSet', { a: [1] }, (_) => ({ a: _.addToSet(1), b: _.addToSet(1) }), { a: [1], b: [1] }],
    ['addToSet of several', { a: [1] }, (_) => ({ a: _.addToSet({ $each: [1, 2, 2] }) }), { a: [1, 2] }],
    ['bit', { n: 5 }, (_) => ({ n: _.bit({ and: 4 }) }), { n: 4 }],
    ['dates', { at: null }, () => ({ at: new Date(5) }), { at: new Date(5) }],
    ['a text twice as long', { a: 'x' }, () => ({ a: '邻里'.repeat(2000) }), { a: '邻里'.repeat(2000) }],
  ]
  test.each(cases)('%s', async (_name, before, data, after) => {
    expect(await updated(before, data(db.command))).toEqual(after)
  })

  test('server dates of one update are one instant', async () => {
    const { serverDate } = db
    const data = { at: serverDate(), list: db.command.push([{ at: serverDate({ offset: 60_000 }) }]) }
    const after = (await updated({}, data)) as { at: Date; list: { at: Date }[] }
    expect((after.list[0]?.at.getTime() ?? 0) - after.at.getTime()).toBe(60_000)
  })
})

describe('refusals leave the document as it was', () => {
  const cases: [string, Row, (_: Db['command']) => Row][] = [
    ['a name inside an array', { a: [1] }, () => ({ a: { foo: 1 } })],
    ['a path through null', { a: null }, () => ({ 'a.b': 1 })],
    ['a path through a text', { a: 'x' }, () => ({ 'a.b': 1 })],
    ['inc of a text', { a: 'x' }, (_) => ({ ok: 1, a: _.inc(1) })],
    ['inc of null', { a: null }, (_) => ({ a: _.inc(1) })],
    ['inc by a text', { a: 1 }, (_) => ({ a: _.inc('1') })],
    ['mul of a text', { a: 'x' }, (_) => ({ a: _.mul(2) })],
    ['push to a number', { a: 1 }, (_) => ({ a: _.push([1]) })],
    ['push to null', { a: null }, (_) => ({ a: _.push([1]) })],
    ['pull from a number', { a: 1 }, (_) => ({ a: _.pull(1) })],
    ['pop from a text', { a: 'x' }, (_) => ({ a: _.pop() })],
    ['a name with a dollar', {}, (_) => ({ a: _.set({ $b: 1 }) })],
    ['two operators on one path', { a: [] }, (_) => ({ a: _.push([1]), 'a.0': 2 })],
  ]
  test.each(cases)('%s', async (_name, before, data) => {
    count += 1
    const _id = `row${count}`
    await db.collection('rows').add({ data: { _id, ...before } })
    await expect(
      db
        .collection('rows')
        .doc(_id)
        .update({ data: data(db.command) }),
    ).rejects.toMatchObject({
      errCode: -502001,
    })
    expect((await db.collection('rows').doc(_id).get()).data).toEqual({ _id, ...before })
  })
})

describe('counts', () => {
  test('updated counts the documents that changed, not those that match', async () => {
    const rows = db.collection('rows')
    await rows.add({
      data: [
        { group: 'g', v: 1 },
        { group: 'g', v: 2 },
        { group: 'g', v: 1 },
      ],
    })
    expect((await rows.where({ group: 'g' }).update({ data: { v: 1 } })).stats.updated).toBe(1)
    expect((await rows.where({ group: 'g' }).update({ data: { v: 1 } })).stats.updated).toBe(0)
  })

  test('an update of nobody is 0', async () => {
    expect(
      (
        await db
          .collection('rows')
          .doc('nobody')
          .update({ data: { v: 1 } })
      ).stats.updated,
    ).toBe(0)
  })

  test('updateAndReturn counts an equal document and answers the new state', async () => {
    await db.collection('rows').add({ data: { _id: 'ret', v: 1 } })
    const params = { collectionName: 'rows', queryType: 'WHERE', query: '{"_id":"ret"}' }
    const meter = { requests: 0, examined: 0, returned: 0 }
    const change = (data: string) =>
      cloud.database.handle('database.modifyAndReturnDoc', { ...params, data }, meter)
    expect(await change('{"$set":{"v":1}}')).toEqual({ data: { updated: 1, doc: '{"_id":"ret","v":1}' } })
    expect(await change('{"$inc":{"v":1}}')).toEqual({ data: { updated: 1, doc: '{"_id":"ret","v":2}' } })
  })
})

describe('set', () => {
  test('replaces the whole document, and makes it when missing', async () => {
    const rows = db.collection('rows')
    expect((await rows.doc('s').set({ data: { a: 1 } })).stats).toMatchObject({ updated: 0, created: 1 })
    expect((await rows.doc('s').set({ data: { b: 2 } })).stats).toMatchObject({ updated: 1, created: 0 })
    expect((await rows.doc('s').get()).data).toEqual({ _id: 's', b: 2 })
  })
})

describe('indexes follow the update', () => {
  test('what was is not found any more, what is is found', async () => {
    const members = db.collection('members')
    await members.add({ data: { _id: 'm', card: 1, tags: ['a', 'b'] } })
    await members.doc('m').update({ data: { card: 2, tags: db.command.push(['c']) } })
    expect((await members.where({ card: 1 }).get()).data).toEqual([])
    expect((await members.where({ card: 2 }).get()).data).toHaveLength(1)
    expect((await members.where({ tags: 'c' }).get()).data).toHaveLength(1)
    await members.doc('m').remove()
    expect((await members.where({ tags: db.command.in(['a', 'b', 'c']) }).get()).data).toEqual([])
  })

  test('an update to a taken unique value is refused', async () => {
    const members = db.collection('members')
    await members.add({
      data: [
        { _id: 'p', card: 'P' },
        { _id: 'q', card: 'Q' },
      ],
    })
    await expect(members.doc('q').update({ data: { card: 'P' } })).rejects.toThrow('E11000')
    expect((await members.doc('q').get()).data).toEqual({ _id: 'q', card: 'Q' })
  })
})

describe('conditional updates', () => {
  test('of 200 simultaneous takers of 50 places, 50 succeed and none is lost', async () => {
    const _ = db.command
    const rows = db.collection('rows')
    await rows.add({ data: { _id: 'project', left: 50, entries: [] } })
    const takers = Array.from({ length: 200 }, async (_unused, at) => {
      const { stats } = await rows
        .where({ _id: 'project', left: _.gt(0), 'entries.key': _.neq(`who${at}`) })
        .update({ data: { left: _.inc(-1), entries: _.push([{ key: `who${at}` }]) } })
      return stats.updated
    })
    const answers = await Promise.all(takers)
    expect(answers.filter((changed) => changed === 1)).toHaveLength(50)
    const { data } = await rows.doc('project').get()
    expect(data.left).toBe(0)
    expect(data.entries).toHaveLength(50)
  })
})
