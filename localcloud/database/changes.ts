import type { Collection } from './catalog'
import { entriesOf } from './keys'
import type { Doc } from './values'

/** What a request did to one document but has not written yet; `after` missing means removed. */
export interface Change {
  collection: Collection
  record: number
  before: Doc | undefined
  after: Doc | undefined
}

/** The changes of a request or a transaction so far. */
export interface Changes {
  of(collection: Collection): ReadonlyMap<number, Change> | undefined
  all(): Change[]
  /** Adds a change; of several to one document, the first `before` and the last `after` count. */
  put(change: Change): void
  /** The changed document that has this value of a unique index. */
  owner(value: string): number | undefined
  /**
   * The names under which these changes may collide with others': every value the documents have or had in a
   * unique index. `_id` is one, so each document has at least one.
   */
  claims: ReadonlySet<string>
}

const uniqueValues = (collection: Collection, document: Doc | undefined): string[] => {
  if (!document) return []
  const unique = collection.indexes.filter((index) => index.unique)
  return unique.flatMap((index) =>
    entriesOf(index, document).prefixes.map((prefix) => prefix.toString('latin1')),
  )
}

/** Makes an empty list of changes. */
export const newChanges = (): Changes => {
  const byCollection = new Map<Collection, Map<number, Change>>()
  const owners = new Map<string, number>()
  const claims = new Set<string>()

  const records = (collection: Collection): Map<number, Change> => {
    const own = byCollection.get(collection) ?? new Map<number, Change>()
    byCollection.set(collection, own)
    return own
  }

  return {
    of: (collection) => byCollection.get(collection),
    all: () => [...byCollection.values()].flatMap((own) => [...own.values()]),
    put: (change) => {
      const { collection, record } = change
      const own = records(collection)
      const earlier = own.get(record)
      for (const value of uniqueValues(collection, earlier?.after)) owners.delete(value)
      for (const value of uniqueValues(collection, change.before)) claims.add(value)
      for (const value of uniqueValues(collection, change.after)) {
        owners.set(value, record)
        claims.add(value)
      }
      own.set(record, earlier ? { ...change, before: earlier.before } : change)
    },
    owner: (value) => owners.get(value),
    claims,
  }
}
