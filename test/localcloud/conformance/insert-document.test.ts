import type { Collection } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows')
})
afterAll(() => cloud.stop())

const insert = (...data: string[]) => cloud.wire('database.insertDocument', { collectionName: 'rows', data })

describe('§1.3 add', () => {
  test('of one answers its _id, 32 hexadecimal digits when the cloud makes it', async () => {
    const added = await rows.add({ data: { a: 1 } })
    expect(added).toMatchObject({ errMsg: 'collection.add:ok' })
    expect(added._id).toMatch(/^[0-9a-f]{32}$/)
  })

  test('of a list is one request and answers _ids in order', async () => {
    expect(await rows.add({ data: [{ _id: 'l1' }, { _id: 'l2' }] })).toMatchObject({ _ids: ['l1', 'l2'] })
  })

  test('gives no _openid: only writes of clients get one', async () => {
    await rows.add({ data: { _id: 'own' } })
    expect((await rows.doc('own').get()).data).toEqual({ _id: 'own' })
  })

  test('keeps numeric ids numbers', async () => {
    expect((await rows.add({ data: { _id: 1_700_000_000_000 } }))._id).toBe(1_700_000_000_000)
  })
})

describe('§1.5 values', () => {
  test('come back as they went in', async () => {
    const document = {
      _id: 'values',
      text: '三张清单',
      int: 5,
      long: 2 ** 40,
      double: 0.1,
      yes: true,
      nothing: null,
      date: new Date(1_557_826_731_686),
      list: [1, [2, [3]], { a: null }],
      object: { 'l-02': { 'l-03': { level: 1 } } },
      emptyList: [],
      emptyObject: {},
      'dotted.name': 1,
      'ends.': '1',
    }
    await rows.add({ data: document })
    expect((await rows.doc('values').get()).data).toEqual(document)
  })

  test('undefined fields are dropped, null is kept', async () => {
    await rows.add({ data: { _id: 'undefined', gone: undefined, kept: null, o: { gone: undefined } } })
    expect((await rows.doc('undefined').get()).data).toEqual({ _id: 'undefined', kept: null, o: {} })
  })

  test('regular expressions come back as such', async () => {
    await insert('{"_id":"re","re":{"$regularExpression":{"pattern":"^a","options":"i"}}}')
    const { data } = await cloud.wire('database.getDocument', {
      collectionName: 'rows',
      query: '{"_id":"re"}',
    })
    expect(data).toEqual({
      list: ['{"_id":"re","re":{"$regularExpression":{"pattern":"^a","options":"i"}}}'],
    })
  })

  test('an ObjectId comes back as a plain text, as an inserted id too', async () => {
    const id = '5f3b1c2d4e5f6a7b8c9d0e1f'
    const { data } = await insert(`{"_id":{"$oid":"${id}"},"friend":{"$oid":"${id}"}}`)
    expect(data).toEqual({ insertedIds: [id] })
    expect((await rows.doc(id).get()).data).toEqual({ _id: id, friend: id })
    const query = `{"friend":{"$oid":"${id}"}}`
    expect(await cloud.wire('database.calculateDocument', { collectionName: 'rows', query })).toMatchObject({
      data: { total: 1 },
    })
  })

  test('server dates of one request are one instant; an offset of a year is one', async () => {
    const { db } = cloud
    const year = 31_536_000_000
    const { _ids } = await rows.add({
      data: [
        { at: db.serverDate(), later: db.serverDate({ offset: year }) },
        { list: [db.serverDate()], o: { at: db.serverDate({ offset: -1000 }) } },
      ],
    })
    const [one, two] = (
      await rows
        .where({ _id: db.command.in(_ids) })
        .orderBy('later', 'desc')
        .get()
    ).data
    const at = Number(one?.at)
    expect(one).toMatchObject({ later: new Date(at + year) })
    expect(two).toMatchObject({ list: [new Date(at)], o: { at: new Date(at - 1000) } })
  })

  test('numbers are canonical EJSON in a request, plain in a reply', async () => {
    await insert(
      '{"_id":"numbers","i":{"$numberInt":"1"},"l":{"$numberLong":"1099511627776"},"d":{"$numberDouble":"0.5"}}',
    )
    const { data } = await cloud.wire('database.getDocument', {
      collectionName: 'rows',
      query: '{"_id":"numbers"}',
    })
    expect(data).toEqual({ list: ['{"_id":"numbers","i":1,"l":1099511627776,"d":0.5}'] })
  })

  test('a value that the database cannot keep is LOCALCLOUD.UNSUPPORTED', async () => {
    expect(await insert('{"bytes":{"$binary":{"base64":"AA==","subType":"00"}}}')).toMatchObject({
      code: 'LOCALCLOUD.UNSUPPORTED',
    })
  })
})

describe('§2.1, §2.5 what is refused', () => {
  test('a missing collection, with its name, and it is not made', async () => {
    const added = cloud.db.collection('nobody').add({ data: { a: 1 } })
    await expect(added).rejects.toMatchObject({
      errCode: -502005,
      message: expect.stringContaining('[ResourceNotFound] Db or Table not exist: nobody'),
    })
    await expect(cloud.db.collection('nobody').get()).rejects.toMatchObject({ errCode: -502005 })
  })

  test('fields that begin with a dollar, at any depth', async () => {
    for (const data of [{ $a: 1 }, { a: { $b: 1 } }, { a: [{ $b: 1 }] }]) {
      await expect(rows.add({ data })).rejects.toMatchObject({ errCode: -502001 })
    }
  })

  test('an _id that is there already, with the text of MongoDB', async () => {
    await rows.add({ data: { _id: 'twice' } })
    await expect(rows.add({ data: { _id: 'twice' } })).rejects.toMatchObject({
      errCode: -502001,
      message: expect.stringMatching(
        /\[FailedOperation\.Insert\] bulk write error: \[\{E11000 duplicate key error collection: tnt-\w+\.rows index: _id_ dup key: \{ _id: "twice" \}\}\]/,
      ),
    })
  })

  test('of a list with a duplicate, the documents before it stay', async () => {
    await expect(rows.add({ data: [{ _id: 'first' }, { _id: 'twice' }, { _id: 'third' }] })).rejects.toThrow(
      'E11000',
    )
    expect((await rows.where({ _id: cloud.db.command.in(['first', 'third']) }).get()).data).toEqual([
      { _id: 'first' },
    ])
  })

  test('what is no document or no EJSON is INVALID_PARAM', async () => {
    for (const text of ['{', '[1]', '3']) expect(await insert(text)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  test('a list where a document belongs is refused in the words of MongoDB', async () => {
    const { message } = await insert('[{"title":"title-1"},{"title":"title-2"}]')
    expect(message).toBe("BSON field 'insert.documents.0' is the wrong type 'array', expected type 'object'")
  })

  test('a document above 16 MB', async () => {
    await expect(rows.add({ data: { text: 'x'.repeat(16 * 1024 * 1024) } })).rejects.toMatchObject({
      errCode: -502001,
    })
  })
})
