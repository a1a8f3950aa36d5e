import type { Wire } from '../../bench/localcloud/wire'
import { ACCOUNTS, type Acknowledged, START } from './load'

type Row = Record<string, unknown>
const page = 1000

const all = async (wire: Wire, collectionName: string): Promise<Row[]> => {
  const rows: Row[] = []
  for (;;) {
    const params = {
      collectionName,
      queryType: 'WHERE',
      limit: page,
      offset: rows.length,
      order: '{"_id":1}',
    }
    const { data } = await wire.send('database.getDocument', params)
    const list: string[] = Object(data).list
    rows.push(...list.map((text) => JSON.parse(text)))
    if (list.length < page) return rows
  }
}

const counted = async (wire: Wire, query: object): Promise<number> => {
  const params = { collectionName: 'rows', queryType: 'WHERE', query: JSON.stringify(query) }
  const { data } = await wire.send('database.calculateDocument', params)
  return Number(Object(data).total)
}

/** What is wrong with the data after a crash; nothing, when every promise was kept. */
export const wrongs = async (wire: Wire, known: Acknowledged): Promise<string[]> => {
  const found: string[] = []
  const kept = new Set((await all(wire, 'rows')).map(({ _id }) => String(_id)))
  for (const id of known.added) if (!kept.has(id)) found.push(`row ${id} was acknowledged and is lost`)
  for (const id of known.removed) if (kept.has(id)) found.push(`row ${id} was removed and is back`)
  // through the index on name, and past it
  const named = await counted(wire, { name: { $gte: '' } })
  if (named !== kept.size) found.push(`the index has ${named} rows, the collection ${kept.size}`)

  const transfers = await all(wire, 'transfers')
  const moved = new Set(transfers.map(({ _id }) => String(_id)))
  for (const id of known.moved) if (!moved.has(id)) found.push(`transfer ${id} was acknowledged and is lost`)
  const accounts = new Map((await all(wire, 'accounts')).map(({ _id, balance }) => [_id, Number(balance)]))
  if (accounts.size !== ACCOUNTS) found.push(`there are ${accounts.size} accounts`)
  for (const [id, balance] of accounts) {
    const due =
      START +
      transfers.filter(({ to }) => to === id).length -
      transfers.filter(({ from }) => from === id).length
    if (balance !== due)
      found.push(`account ${id} has ${balance}, its transfers make ${due}: half a transaction`)
  }

  const [counter] = await all(wire, 'counters')
  const n = Number(counter?.n)
  if (!(n >= known.counted && n <= known.tried)) {
    found.push(`the counter is ${n}; ${known.counted} additions were acknowledged, ${known.tried} sent`)
  }
  return found
}
