import { command } from './cloud'
import type { Documents } from './collections'
import { isDuplicate, list, table } from './table'

/** Others may insert the same rows at the same moment; each try leaves fewer. */
const tries = 5

/** Which of these ids are there already. One request. */
export const findIds = async (name: keyof Documents, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set()
  const found = await list<{ _id: string }>(
    table(name)
      .aggregate()
      .match({ _id: command.in([...ids]) })
      .project({ _id: 1 })
      .limit(ids.length),
  )
  return new Set(found.map(({ _id }) => _id))
}

/**
 * Inserts rows that may be there already, all in one request; only when some are, the missing ones are looked up
 * and inserted in two more. What is there stays as it is. Answers whether all of them were missing.
 */
export const insertMissing = async <N extends keyof Documents>(
  name: N,
  rows: readonly Documents[N][],
): Promise<boolean> => {
  let missing = rows
  for (let attempt = 1; missing.length > 0; attempt += 1) {
    try {
      await table(name).insertAll(missing)
      return missing.length === rows.length
    } catch (error) {
      if (!isDuplicate(error) || attempt === tries) throw error
    }
    const there = await findIds(
      name,
      missing.map(({ _id }) => _id),
    )
    missing = missing.filter(({ _id }) => !there.has(_id))
  }
  return rows.length === 0
}
