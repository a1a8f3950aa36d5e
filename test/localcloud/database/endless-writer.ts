import { openDatabase } from '../../../localcloud/database/database'

/** Writes for ever: one transaction after another; prints the name of each write once it is acknowledged. */
const writeForEver = async (dir: string): Promise<void> => {
  const database = await openDatabase({ dir })
  const meter = { requests: 0, examined: 0, returned: 0 }
  const run = (action: string, params: Record<string, unknown>) =>
    database.handle(`database.${action}`, params, meter)
  await database.declare([
    { name: 'log', indexes: [{ name: 'name', unique: true, keys: [{ name: 'name', direction: '1' }] }] },
    { name: 'counter', indexes: [] },
  ])
  const counter = { collectionName: 'counter', queryType: 'DOC', query: '{"_id":"all"}' }
  await run('modifyDocument', { ...counter, data: '{"$inc":{"n":0}}', merge: true, upsert: true })

  const writeOne = async (name: string): Promise<void> => {
    const { transactionId } = await run('startTransaction', {})
    await run('insertDocument', { collectionName: 'log', data: [JSON.stringify({ name })], transactionId })
    await run('modifyDocument', { ...counter, data: '{"$inc":{"n":1}}', merge: true, transactionId })
    await run('commitTransaction', { transactionId })
    process.stdout.write(`${name}\n`)
  }

  for (let nth = 0; ; nth++) await writeOne(`${process.pid}-${nth}`)
}

void writeForEver(String(process.argv[2]))
