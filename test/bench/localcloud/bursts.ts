import { setTimeout as pause } from 'node:timers/promises'
import type { Wire } from './wire'

const collectionName = 'counters'

const numberOf = async (wire: Wire, id: string): Promise<number> => {
  const query = JSON.stringify({ _id: id })
  const { data } = await wire.send('database.getDocument', { collectionName, queryType: 'DOC', query })
  return Number(Object(JSON.parse(Object(data).list[0])).n)
}

const counter = async (wire: Wire, id: string): Promise<void> => {
  await wire.send('database.addCollection', { collectionName }).catch(() => undefined)
  const data = [JSON.stringify({ _id: id, n: 0 })]
  await wire.send('database.insertDocument', { collectionName, data })
}

/**
 * `crowd` requests at once, each «add one while there are fewer than `places`». Answers how many were answered, how
 * many of them changed something, and where the counter stands.
 */
export const updateBurst = async (wire: Wire, crowd: number, places: number) => {
  await counter(wire, 'conditional')
  const change = {
    collectionName,
    queryType: 'WHERE',
    multi: false,
    merge: true,
    query: JSON.stringify({ _id: 'conditional', n: { $lt: places } }),
    data: '{"$inc":{"n":1}}',
  }
  const answers = await Promise.allSettled(
    Array.from({ length: crowd }, () => wire.send('database.modifyDocument', change)),
  )
  const updated = answers.map((answer) =>
    answer.status === 'fulfilled' ? Number(Object(answer.value.data).updated) : Number.NaN,
  )
  return {
    answered: updated.filter((count) => !Number.isNaN(count)).length,
    changed: updated.filter((count) => count === 1).length,
    counter: await numberOf(wire, 'conditional'),
  }
}

const shortestWait = 8
const longestWait = 400

const addOne = async (wire: Wire): Promise<void> => {
  const { transactionId } = await wire.send('database.startTransaction', {})
  const one = { collectionName, queryType: 'DOC', query: '{"_id":"transactions"}', transactionId }
  const { data } = await wire.send('database.getDocument', one)
  const { n } = Object(JSON.parse(Object(data).list[0]))
  const update = { data: JSON.stringify({ $set: { n: Number(n) + 1 } }), multi: false, merge: true }
  await wire.send('database.modifyDocument', { ...one, ...update })
  await wire.send('database.commitTransaction', { transactionId })
}

/**
 * `crowd` transactions at once that read a counter and write it one higher; whoever conflicts waits a while that
 * doubles, and tries again. Answers how many succeeded, how many attempts that took, and where the counter stands.
 */
export const transactionBurst = async (wire: Wire, crowd: number) => {
  await counter(wire, 'transactions')
  let attempts = 0
  const persist = async (): Promise<void> => {
    for (let wait = shortestWait; ; wait = Math.min(wait * 2, longestWait)) {
      attempts += 1
      const conflict = await addOne(wire).then(
        () => false,
        (error) => {
          if (Object(error).code !== 'DATABASE_TRANSACTION_CONFLICT') throw error
          return true
        },
      )
      if (!conflict) return
      await pause(Math.random() * wait)
    }
  }
  const answers = await Promise.allSettled(Array.from({ length: crowd }, persist))
  return {
    succeeded: answers.filter(({ status }) => status === 'fulfilled').length,
    attempts,
    counter: await numberOf(wire, 'transactions'),
  }
}
