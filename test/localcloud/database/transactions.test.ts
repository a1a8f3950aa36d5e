import { bare, type CloudDatabase, index, startDatabase } from './cloud-database'
import type { Db, Transaction } from './sdk'

let cloud: CloudDatabase
let db: Db

beforeAll(async () => {
  cloud = await startDatabase([
    bare('rows'),
    { name: 'members', indexes: [{ ...index('card'), unique: true }] },
  ])
  db = cloud.db
})
afterAll(() => cloud.close())

const rows = () => db.collection('rows')
const currentValue = async (id: string) => (await rows().doc(id).get()).data?.v
const CONFLICT = '[ResourceUnavailable.TransactionConflict] Transaction is conflict'
const GONE = '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server'

let count = 0
/** A new document with `v: 1`; answers its id. */
const newRow = async (): Promise<string> => {
  count += 1
  await rows().add({ data: { _id: `row${count}`, v: 1 } })
  return `row${count}`
}

const row = (transaction: Transaction, id: string) => transaction.collection('rows').doc(id)

describe('isolation', () => {
  test('own writes are visible inside, and outside only after the commit', async () => {
    const id = await newRow()
    const transaction = await db.startTransaction()
    await row(transaction, id).update({ data: { v: 2 } })
    await transaction.collection('rows').add({ data: { _id: `${id}new`, v: 9 } })
    expect((await row(transaction, id).get()).data).toEqual({ _id: id, v: 2 })
    expect((await row(transaction, `${id}new`).get()).data).toEqual({ _id: `${id}new`, v: 9 })
    expect((await transaction.collection('rows').where({ v: 9 }).get()).data).toHaveLength(1)
    expect(await currentValue(id)).toBe(1)
    expect(await currentValue(`${id}new`)).toBeUndefined()
    await transaction.commit()
    expect(await currentValue(id)).toBe(2)
    expect(await currentValue(`${id}new`)).toBe(9)
  })

  test('the state is that of the first operation', async () => {
    const [a, b] = [await newRow(), await newRow()]
    const transaction = await db.startTransaction()
    await rows()
      .doc(a)
      .update({ data: { v: 2 } })
    expect((await row(transaction, a).get()).data.v).toBe(2)
    await rows()
      .doc(b)
      .update({ data: { v: 3 } })
    expect((await row(transaction, b).get()).data.v).toBe(1)
    await transaction.rollback()
  })

  test('a search inside sees changed, added and removed documents', async () => {
    const [a, b] = [await newRow(), await newRow()]
    await rows()
      .where({ _id: db.command.in([a, b]) })
      .update({ data: { group: a } })
    const transaction = await db.startTransaction()
    await row(transaction, a).remove()
    await row(transaction, b).update({ data: { v: 5 } })
    await transaction.collection('rows').add({ data: { _id: `${a}x`, group: a, v: 3 } })
    const { data } = await transaction.collection('rows').where({ group: a }).orderBy('v', 'asc').get()
    expect(data.map(({ _id, v }) => [_id, v])).toEqual([
      [`${a}x`, 3],
      [b, 5],
    ])
    await transaction.commit()
    expect((await rows().where({ group: a }).count()).total).toBe(2)
  })

  test('a rollback leaves nothing', async () => {
    const id = await newRow()
    const transaction = await db.startTransaction()
    await row(transaction, id).set({ data: { v: 7 } })
    await transaction.rollback()
    expect(await currentValue(id)).toBe(1)
  })

  test('two transactions that read what the other writes both commit', async () => {
    const [a, b] = [await newRow(), await newRow()]
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    expect((await row(one, b).get()).data.v).toBe(1)
    expect((await row(two, a).get()).data.v).toBe(1)
    await row(one, a).update({ data: { v: 2 } })
    await row(two, b).update({ data: { v: 2 } })
    await one.commit()
    await two.commit()
    expect([await currentValue(a), await currentValue(b)]).toEqual([2, 2])
  })
})

describe('conflicts show at the operation', () => {
  test('a document that another open transaction wrote', async () => {
    const id = await newRow()
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await row(one, id).update({ data: { v: 2 } })
    await expect(row(two, id).update({ data: { v: 3 } })).rejects.toThrow(CONFLICT)
    await expect(row(two, id).get()).rejects.toThrow(GONE)
    await one.commit()
    expect(await currentValue(id)).toBe(2)
  })

  test('a document that changed since the first operation', async () => {
    const id = await newRow()
    const transaction = await db.startTransaction()
    await row(transaction, id).get()
    await rows()
      .doc(id)
      .update({ data: { v: 2 } })
    await expect(row(transaction, id).update({ data: { v: 3 } })).rejects.toThrow(CONFLICT)
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  test('a document that was removed, or added under the same id, since', async () => {
    const id = await newRow()
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await row(one, id).get()
    await row(two, id).get()
    await rows().doc(id).remove()
    await expect(row(one, id).update({ data: { v: 3 } })).rejects.toThrow(CONFLICT)
    await rows().add({ data: { _id: `${id}b` } })
    await expect(two.collection('rows').add({ data: { _id: `${id}b` } })).rejects.toThrow(CONFLICT)
  })

  test('a unique value that another open transaction took', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    await one.collection('members').add({ data: { _id: 'one', card: 'X' } })
    await expect(two.collection('members').add({ data: { _id: 'two', card: 'X' } })).rejects.toThrow(CONFLICT)
    await one.rollback()
  })

  test('what was written before the first operation is no conflict', async () => {
    const id = await newRow()
    const transaction = await db.startTransaction()
    await rows()
      .doc(id)
      .update({ data: { v: 2 } })
    await row(transaction, id).update({ data: { v: db.command.inc(1) } })
    await transaction.commit()
    expect(await currentValue(id)).toBe(3)
  })
})

describe('unique values', () => {
  test('a duplicate of a stored or an own document is refused, and ends the transaction', async () => {
    await db.collection('members').add({ data: { _id: 'stored', card: 'A' } })
    const one = await db.startTransaction()
    await expect(one.collection('members').add({ data: { card: 'A' } })).rejects.toThrow('E11000')
    await expect(one.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    const two = await db.startTransaction()
    await two.collection('members').add({ data: { card: 'B' } })
    await expect(two.collection('members').add({ data: { card: 'B' } })).rejects.toThrow('E11000')
    expect((await db.collection('members').where({ card: 'B' }).count()).total).toBe(0)
  })

  test('a value that the transaction itself freed can be taken', async () => {
    await db.collection('members').add({ data: { _id: 'freed', card: 'F' } })
    const transaction = await db.startTransaction()
    await transaction
      .collection('members')
      .doc('freed')
      .update({ data: { card: 'G' } })
    await transaction.collection('members').add({ data: { _id: 'taker', card: 'F' } })
    await transaction.commit()
    expect((await db.collection('members').where({ card: 'F' }).get()).data).toEqual([
      { _id: 'taker', card: 'F' },
    ])
  })
})

describe('writes outside', () => {
  test('wait for the transaction that wrote the document', async () => {
    const id = await newRow()
    const transaction = await db.startTransaction()
    await row(transaction, id).update({ data: { v: db.command.inc(10) } })
    let done = false
    const outside = rows()
      .doc(id)
      .update({ data: { v: db.command.inc(1) } })
      .then(() => {
        done = true
      })
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(done).toBe(false)
    await transaction.commit()
    await outside
    expect(await currentValue(id)).toBe(12)
  })

  test('go on when the transaction has outlived its 30 seconds', async () => {
    const id = await newRow()
    const transaction = await db.startTransaction()
    await row(transaction, id).update({ data: { v: 5 } })
    const outside = rows()
      .doc(id)
      .update({ data: { v: db.command.inc(1) } })
    cloud.advance(30_001)
    await outside
    expect(await currentValue(id)).toBe(2)
    await expect(transaction.commit()).rejects.toThrow(GONE)
  })
})

describe('limits', () => {
  test('one request in flight: the second is told that the transaction is busy', async () => {
    const [a, b] = [await newRow(), await newRow()]
    const transaction = await db.startTransaction()
    const both = await Promise.allSettled([row(transaction, a).get(), row(transaction, b).get()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: {
        message: expect.stringContaining('[ResourceUnavailable.TransactionBusy] Transaction is busy'),
      },
    })
    await transaction.commit()
  })

  test('after 30 seconds it is gone', async () => {
    const transaction = await db.startTransaction()
    cloud.advance(30_001)
    await expect(row(transaction, 'x').get()).rejects.toThrow(GONE)
  })

  test('the 101st operation is refused', async () => {
    const transaction = await db.startTransaction()
    for (let nth = 0; nth < 100; nth++) await row(transaction, 'x').get()
    await expect(row(transaction, 'x').get()).rejects.toThrow('100 operations')
  })

  test('after commit or rollback it is gone', async () => {
    const transaction = await db.startTransaction()
    await transaction.commit()
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    await expect(transaction.rollback()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  test('a missing collection is refused', async () => {
    const transaction = await db.startTransaction()
    await expect(transaction.collection('nobody').add({ data: { a: 1 } })).rejects.toMatchObject({
      errCode: -502005,
    })
  })
})

describe('runTransaction', () => {
  test('answers what the callback answers and keeps numeric ids and server dates', async () => {
    const answer = await db.runTransaction(async (transaction) => {
      await transaction.collection('rows').add({ data: { _id: count + 1000 } })
      await transaction
        .collection('rows')
        .doc('dated')
        .set({ data: { at: db.serverDate() } })
      return (await row(transaction, 'dated').get()).data.at
    })
    expect(answer).toBeInstanceOf(Date)
    expect(
      (
        await rows()
          .doc(count + 1000)
          .get()
      ).data,
    ).toEqual({ _id: count + 1000 })
  })

  test('30 increments at once, each conflict tried again, add up', async () => {
    const id = await newRow()
    const increment = async (): Promise<void> => {
      for (;;) {
        try {
          return await db.runTransaction(async (transaction) => {
            const { data } = await row(transaction, id).get()
            await row(transaction, id).update({ data: { v: Number(data.v) + 1 } })
          })
        } catch (error) {
          if (!String(error).includes('TransactionConflict')) throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 50))
        }
      }
    }
    await Promise.all(Array.from({ length: 30 }, increment))
    expect(await currentValue(id)).toBe(31)
  }, 30_000)

  test('transfers between five accounts, with deposits from outside in between, lose and make nothing', async () => {
    const _ = db.command
    const accounts = ['a1', 'a2', 'a3', 'a4', 'a5']
    await rows().add({ data: accounts.map((_id) => ({ _id, v: 100 })) })
    const pick = (nth: number) => accounts[nth % accounts.length] ?? 'a1'
    const transfer = async (nth: number): Promise<void> => {
      const [from, to] = [pick(nth), pick(nth * 3 + 1)]
      if (from === to) return
      await db.runTransaction(async (transaction) => {
        const { data } = await row(transaction, from).get()
        await row(transaction, from).set({ data: { v: Number(data.v) - 7 } })
        await row(transaction, to).update({ data: { v: _.inc(7) } })
      })
    }
    const deposit = (nth: number) =>
      rows()
        .doc(pick(nth))
        .update({ data: { v: _.inc(1) } })
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_unused, nth) => (nth % 3 === 0 ? deposit(nth) : transfer(nth))),
    )
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
    expect(refused.filter((reason) => !reason.includes('TransactionConflict'))).toEqual([])
    const { data } = await rows()
      .where({ _id: _.in(accounts) })
      .get()
    expect(data.reduce((sum, { v }) => sum + Number(v), 0)).toBe(520)
  }, 30_000)
})
