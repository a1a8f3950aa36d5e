import type { Collection } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows', [
    { _id: 'a', g: 1, v: 1 },
    { _id: 'b', g: 1, v: 2 },
    { _id: 'c', g: 2, v: 1 },
  ])
})
afterAll(() => cloud.stop())

describe('§1.2 where.update', () => {
  test('changes every match, and updated counts those that changed', async () => {
    expect((await rows.where({ g: 1 }).update({ data: { v: 2 } })).stats.updated).toBe(1)
    expect((await rows.where({ g: 1 }).update({ data: { v: 2 } })).stats.updated).toBe(0)
    expect((await rows.where({ g: 9 }).update({ data: { v: 2 } })).stats.updated).toBe(0)
  })

  test('with multi false changes one', async () => {
    const one = { collectionName: 'rows', queryType: 'WHERE', query: '{"g":1}', merge: true, multi: false }
    expect(await cloud.wire('database.modifyDocument', { ...one, data: '{"$set":{"one":1}}' })).toMatchObject(
      {
        data: { updated: 1 },
      },
    )
    expect((await rows.where({ one: 1 }).count()).total).toBe(1)
  })

  test('makes no document, and answers no upsert_id', async () => {
    const none = {
      collectionName: 'rows',
      queryType: 'DOC',
      query: '{"_id":"nobody"}',
      merge: true,
      multi: false,
    }
    expect(
      await cloud.wire('database.modifyDocument', { ...none, upsert: false, data: '{"$set":{"a":1}}' }),
    ).toMatchObject({
      data: { updated: 0 },
    })
    expect((await rows.where({ _id: 'nobody' }).count()).total).toBe(0)
  })
})

describe('§1.2, §1.3 doc.set', () => {
  test('makes a document and says so, then replaces it whole', async () => {
    expect(await rows.doc('s').set({ data: { a: 1, b: 1 } })).toMatchObject({
      _id: 's',
      stats: { updated: 0, created: 1 },
    })
    expect(await rows.doc('s').set({ data: { b: 2 } })).toMatchObject({ stats: { updated: 1, created: 0 } })
    expect((await rows.doc('s').get()).data).toEqual({ _id: 's', b: 2 })
  })

  test('by the same counts as updated', async () => {
    const set = () => rows.doc('same').set({ data: { at: new Date(0), list: [1, { a: 1 }] } })
    await set()
    expect((await set()).stats.updated).toBe(1)
  })

  test('§1.2 answers upsert_id only when a document was made; a number stays a number', async () => {
    const set = {
      collectionName: 'rows',
      queryType: 'DOC',
      query: '{"_id":{"$numberInt":"5"}}',
      merge: false,
      upsert: true,
      data: '{"a":1}',
    }
    expect(await cloud.wire('database.modifyDocument', set)).toMatchObject({
      data: { updated: 0, upsert_id: 5 },
    })
    expect((await cloud.wire('database.modifyDocument', set)).data).toEqual({ updated: 1 })
  })
})

describe('§1.3 the SDK refuses without asking', () => {
  test('an empty update', async () => {
    await expect(rows.doc('a').update({ data: {} })).rejects.toMatchObject({ errCode: -1 })
  })

  test('a change of _id', async () => {
    await expect(rows.doc('a').update({ data: { _id: 'z' } })).rejects.toMatchObject({ errCode: -501007 })
    await expect(rows.doc('a').set({ data: { _id: 'z' } })).rejects.toMatchObject({ errCode: -501007 })
  })

  test('an update command inside set', async () => {
    const set = rows.doc('a').set({ data: { v: cloud.db.command.inc(1) } })
    await expect(set).rejects.toThrow('update operator complicit')
  })

  test('and the cloud refuses them on the wire too', async () => {
    const change = (data: string) =>
      cloud.wire('database.modifyDocument', {
        collectionName: 'rows',
        query: '{"_id":"a"}',
        merge: true,
        data,
      })
    for (const data of ['{}', '{"$set":{}}', '{"$set":{"_id":"z"}}', '{"v":1}']) {
      expect(await change(data)).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    }
  })
})

describe('§1.2 modifyAndReturnDoc', () => {
  const ask = (query: string, data: string) =>
    cloud.wire('database.modifyAndReturnDoc', { collectionName: 'rows', queryType: 'WHERE', query, data })

  test('answers the new state, and counts one even when equal', async () => {
    await rows.add({ data: { _id: 'r', v: 1 } })
    expect((await ask('{"_id":"r"}', '{"$set":{"v":1}}')).data).toEqual({
      updated: 1,
      doc: '{"_id":"r","v":1}',
    })
    expect((await ask('{"_id":"r"}', '{"$inc":{"v":1}}')).data).toEqual({
      updated: 1,
      doc: '{"_id":"r","v":2}',
    })
  })

  test('of nobody answers null', async () => {
    expect((await ask('{"_id":"nobody"}', '{"$inc":{"v":1}}')).data).toEqual({ updated: 0, doc: null })
  })
})

describe('§1.5 server dates in updates', () => {
  test('are one instant with their offsets, at any depth and inside push', async () => {
    const { db } = cloud
    await rows.add({ data: { _id: 'dates', list: [] } })
    const later = db.serverDate({ offset: 60_000 })
    await rows.doc('dates').update({
      data: { at: db.serverDate(), o: { at: later }, list: db.command.push([later]), all: [later] },
    })
    const { data } = await rows.doc('dates').get()
    const at = Number(data.at)
    expect(Math.abs(at - Date.now())).toBeLessThan(60_000)
    expect([data.o, data.list, data.all]).toEqual([
      { at: new Date(at + 60_000) },
      [new Date(at + 60_000)],
      [new Date(at + 60_000)],
    ])
  })
})
