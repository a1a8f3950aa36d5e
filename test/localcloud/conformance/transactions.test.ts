import type { Collection, Transaction } from '../database/sdk'
import { type RunningCloud, startRunningCloud } from './running-cloud'

let cloud: RunningCloud
let rows: Collection
beforeAll(async () => {
  cloud = await startRunningCloud()
  rows = await cloud.collection('rows')
})
beforeEach(async () => {
  await rows.where({}).remove()
  await rows.add({
    data: [
      { _id: '1', v: 'one' },
      { _id: '2', v: 'two' },
    ],
  })
})
afterAll(() => cloud.stop())

const inside = (transaction: Transaction): Collection => transaction.collection('rows')

const GONE = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message: expect.stringContaining(
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  ),
}
const CONFLICT = expect.stringContaining(
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
)

describe('§1.4 the wire of transactions', () => {
  test('start answers transactionId at the top level, commit and abort a requestId', async () => {
    const [one, two] = [
      await cloud.wire('database.startTransaction'),
      await cloud.wire('database.startTransaction'),
    ]
    expect(one).toEqual({ requestId: expect.any(String), transactionId: expect.any(String) })
    const { transactionId } = one
    expect(await cloud.wire('database.commitTransaction', { transactionId })).toEqual({
      requestId: expect.any(String),
    })
    const aborted = await cloud.wire('database.abortTransaction', { transactionId: two.transactionId })
    expect(aborted).toEqual({ requestId: expect.any(String) })
  })

  test('runTransaction answers what its function answers', async () => {
    expect(await cloud.db.runTransaction(async () => 'done')).toBe('done')
  })

  test('rollback(reason) leaves nothing and rejects with the reason itself', async () => {
    const run = cloud.db.runTransaction(async (transaction) => {
      await inside(transaction)
        .doc('1')
        .update({ data: { v: 'changed' } })
      await transaction.rollback('never mind')
    })
    await expect(run).rejects.toBe('never mind')
    expect((await rows.doc('1').get()).data.v).toBe('one')
  })

  test('an error of the function rolls back and comes through', async () => {
    const run = cloud.db.runTransaction(async (transaction) => {
      await inside(transaction).doc('1').remove()
      throw new RangeError('own error')
    })
    await expect(run).rejects.toThrow('own error')
    expect((await rows.count()).total).toBe(2)
  })
})

describe('§1.4 what a transaction sees', () => {
  test('add, set, update and remove are visible inside at once, outside after the commit', async () => {
    const transaction = await cloud.db.startTransaction()
    await inside(transaction).add({ data: { _id: 3, at: cloud.db.serverDate() } })
    await inside(transaction)
      .doc('1')
      .update({ data: { n: cloud.db.command.inc(2) } })
    await inside(transaction).doc('2').remove()
    expect((await inside(transaction).doc('1').get()).data).toEqual({ _id: '1', v: 'one', n: 2 })
    expect((await inside(transaction).doc(3).get()).data.at).toBeInstanceOf(Date)
    expect((await rows.doc('1').get()).data).toEqual({ _id: '1', v: 'one' })
    expect((await rows.count()).total).toBe(2)
    await transaction.commit()
    expect((await rows.doc('1').get()).data.n).toBe(2)
    await expect(rows.doc('2').get()).rejects.toThrow('does not exist')
  })

  test('the snapshot is taken at the first operation', async () => {
    const transaction = await cloud.db.startTransaction()
    await rows.doc('1').update({ data: { v: 'before' } })
    expect((await inside(transaction).doc('2').get()).data.v).toBe('two')
    await rows.doc('1').update({ data: { v: 'after' } })
    expect((await inside(transaction).doc('1').get()).data.v).toBe('before')
    await transaction.rollback()
  })

  test('a missing document throws, as outside', async () => {
    const transaction = await cloud.db.startTransaction()
    await expect(inside(transaction).doc('nobody').get()).rejects.toMatchObject({ errCode: -1 })
    await transaction.rollback()
  })

  test('§1.3 set that makes a document tells created 0 inside', async () => {
    const transaction = await cloud.db.startTransaction()
    const made = await inside(transaction)
      .doc('new')
      .set({ data: { v: 1 } })
    expect(made.stats).toMatchObject({ created: 0 })
    await transaction.commit()
    expect((await rows.doc('new').get()).data).toEqual({ _id: 'new', v: 1 })
  })

  test('§0.3 where().get() carries the transaction, where().update() runs outside without a word', async () => {
    const transaction = await cloud.db.startTransaction()
    await inside(transaction)
      .doc('1')
      .update({ data: { v: 'inside' } })
    expect((await inside(transaction).where({ v: 'inside' }).get()).data).toHaveLength(1)
    await inside(transaction)
      .where({ _id: '2' })
      .update({ data: { v: 'slipped out' } })
    await transaction.rollback()
    expect((await rows.doc('2').get()).data.v).toBe('slipped out')
  })

  test('write skew is allowed: both commit', async () => {
    const [one, two] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await inside(one).doc('1').get()
    await inside(two).doc('2').get()
    await inside(one)
      .doc('2')
      .update({ data: { v: 'by one' } })
    await inside(two)
      .doc('1')
      .update({ data: { v: 'by two' } })
    await one.commit()
    await two.commit()
  })
})

describe('§1.4, §2.5 conflicts show at the operation', () => {
  test('a write to what another open transaction wrote', async () => {
    const [one, two] = [await cloud.db.startTransaction(), await cloud.db.startTransaction()]
    await inside(two)
      .doc('1')
      .update({ data: { v: 'two’s' } })
    await expect(
      inside(one)
        .doc('1')
        .update({ data: { v: 'one’s' } }),
    ).rejects.toMatchObject({ message: CONFLICT })
    await two.commit()
  })

  test('a write to what changed since the snapshot; the transaction is dead then', async () => {
    const transaction = await cloud.db.startTransaction()
    await inside(transaction).doc('1').get()
    await rows.doc('1').update({ data: { v: 'meanwhile' } })
    await expect(
      inside(transaction)
        .doc('1')
        .update({ data: { v: 'late' } }),
    ).rejects.toMatchObject({ message: CONFLICT })
    await expect(transaction.commit()).rejects.toMatchObject(GONE)
  })

  test('§0.1 the SDK hides the code of such a conflict, so runTransaction does not try again', async () => {
    let runs = 0
    const run = cloud.db.runTransaction(async (transaction) => {
      runs += 1
      await inside(transaction).doc('1').get()
      await rows.doc('1').update({ data: { runs } })
      await inside(transaction)
        .doc('1')
        .update({ data: { v: 'mine' } })
    })
    await expect(run).rejects.toMatchObject({ errCode: -501001 })
    expect(runs).toBe(1)
  })

  test('§0.1 rethrown with its code it is tried four times in all', async () => {
    let runs = 0
    const run = cloud.db.runTransaction(async () => {
      runs += 1
      throw Object.assign(new Error('conflict'), { code: 'DATABASE_TRANSACTION_CONFLICT' })
    })
    await expect(run).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
    expect(runs).toBe(4)
  })

  test('a write outside waits until the transaction that wrote the document ends', async () => {
    const transaction = await cloud.db.startTransaction()
    await inside(transaction)
      .doc('1')
      .update({ data: { n: 1 } })
    let done = false
    const outside = rows
      .doc('1')
      .update({ data: { n: cloud.db.command.inc(10) } })
      .then(() => {
        done = true
      })
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(done).toBe(false)
    await transaction.commit()
    await outside
    expect((await rows.doc('1').get()).data.n).toBe(11)
  })
})

describe('§2.1, §2.5 limits of transactions', () => {
  test('§0.2 one request at a time: the second is told TransactionBusy', async () => {
    const transaction = await cloud.db.startTransaction()
    const both = await Promise.allSettled(['1', '2'].map((id) => inside(transaction).doc(id).get()))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = both.find((each) => each.status === 'rejected')
    expect(String(refused?.reason)).toContain('[ResourceUnavailable.TransactionBusy] Transaction is busy')
    await transaction.rollback()
  })

  test('100 operations, and not one more', async () => {
    const transaction = await cloud.db.startTransaction()
    for (let n = 0; n < 100; n++) await inside(transaction).doc('1').get()
    await expect(inside(transaction).doc('1').get()).rejects.toThrow('100 operations')
  })

  test('30 seconds', async () => {
    const transaction = await cloud.db.startTransaction()
    await inside(transaction)
      .doc('1')
      .update({ data: { v: 'late' } })
    await cloud.advance(29_000)
    expect((await inside(transaction).doc('1').get()).data.v).toBe('late')
    await cloud.advance(2_000)
    await expect(transaction.commit()).rejects.toMatchObject(GONE)
    expect((await rows.doc('1').get()).data.v).toBe('one')
  })

  test('after commit and after rollback it does not exist', async () => {
    for (const end of ['commit', 'rollback'] as const) {
      const transaction = await cloud.db.startTransaction()
      await transaction[end]()
      await expect(
        inside(transaction)
          .doc('1')
          .set({ data: { v: 1 } }),
      ).rejects.toMatchObject({
        errCode: -501001,
        message: GONE.message,
      })
    }
  })

  test('a list of 1001 documents is one operation', async () => {
    const transaction = await cloud.db.startTransaction()
    await inside(transaction).add({ data: Array.from({ length: 1001 }, (_, n) => ({ n })) })
    await transaction.commit()
    expect((await rows.count()).total).toBe(1003)
  })

  test.each(['aggregateDocuments', 'calculateDocument'])(
    '%s with a transactionId is DATABASE_TRANSACTION_FAIL',
    async (name) => {
      const { transactionId } = await cloud.wire('database.startTransaction')
      const asked = await cloud.wire(`database.${name}`, {
        collectionName: 'rows',
        stages: [],
        transactionId,
      })
      expect(asked).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    },
  )
})
