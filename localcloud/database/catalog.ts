import { isFields } from './values'

/** One field of an index. */
export interface IndexKey {
  path: string
  segments: string[]
  descending: boolean
}

/** An index as the planner and the writer use it. */
export interface Index {
  id: number
  name: string
  unique: boolean
  keys: IndexKey[]
  /** Per key: some document had an array on the way, so one document may have several entries. */
  arrays: boolean[]
  /** Some value was too long for a key and was shortened: the order of the entries is not exact. */
  long: boolean
}

/** A collection in memory; `lastRecord` numbers its documents in the order they came. */
export interface Collection {
  id: number
  name: string
  indexes: Index[]
  lastRecord: number
}

/** What is kept on disk of a collection. */
export interface CollectionRow {
  id: number
  indexes: {
    id: number
    name: string
    unique: boolean
    keys: { path: string; descending: boolean }[]
    arrays: boolean[]
    long: boolean
  }[]
}

/** The name of the index that every collection has. */
export const ID_INDEX = '_id_'

const isRow = (value: unknown): value is CollectionRow =>
  isFields(value) && typeof value.id === 'number' && Array.isArray(value.indexes)

/** Makes an index that has no entries yet. */
export const newIndex = (
  id: number,
  name: string,
  unique: boolean,
  keys: { path: string; descending: boolean }[],
): Index => ({
  id,
  name,
  unique,
  keys: keys.map((key) => ({ ...key, segments: key.path.split('.') })),
  arrays: keys.map(() => false),
  long: false,
})

/** Reads a catalog row back; undefined when it is none. */
export const readCollection = (name: string, row: unknown): Collection | undefined => {
  if (!isRow(row)) return undefined
  const indexes = row.indexes.map((index) => ({
    ...newIndex(index.id, index.name, index.unique, index.keys),
    arrays: index.arrays,
    long: index.long,
  }))
  return { id: row.id, name, indexes, lastRecord: 0 }
}

/** The catalog row of a collection. */
export const rowOf = ({ id, indexes }: Collection): CollectionRow => ({
  id,
  indexes: indexes.map((index) => ({
    id: index.id,
    name: index.name,
    unique: index.unique,
    keys: index.keys.map(({ path, descending }) => ({ path, descending })),
    arrays: index.arrays,
    long: index.long,
  })),
})
