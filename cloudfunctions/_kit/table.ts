import { type command, database } from './cloud'
import type { Documents } from './collections'

/** A condition as the cloud's `where` takes it: plain values and `command` operators by (dotted) field. */
export type Where = Readonly<Record<string, unknown>> | ReturnType<typeof command.and>
/** A change as `update` takes it: plain values and `command` operators by (dotted) field. */
export type Change = Readonly<Record<string, unknown>>

export interface FindOptions {
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  /** At most 1000. */
  readonly limit: number
  /** Fields to fetch; all of them when absent. */
  readonly fields?: Readonly<Record<string, boolean>>
}

/** The cloud answers a duplicate key in several ways, by version. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && /E11000|DUPLICATE/i.test(`${error.message} ${String(Reflect.get(error, 'code'))}`)

/** One collection, typed by its document. Every method is exactly one database request. */
export const table = <N extends keyof Documents>(name: N) => {
  type Document = Documents[N]
  const collection = () => database.collection(name)

  const insert = async (document: Document): Promise<void> => {
    await collection().add({ data: document })
  }

  return {
    /** The row with an id, or undefined. */
    async get(id: string): Promise<Document | undefined> {
      const found = await collection().doc(id).get()
      return ((found as { data?: unknown } | undefined)?.data as Document | null) ?? undefined
    },
    /** Rows that match, at most `limit`, in order. */
    async find(where: Where, options: FindOptions): Promise<Document[]> {
      let query = collection().where(where)
      for (const [field, direction] of options.order ?? []) query = query.orderBy(field, direction)
      if (options.fields) query = query.field(options.fields)
      const found = await query.limit(options.limit).get()
      return (found as unknown as { data: Document[] }).data
    },
    insert,
    /** Inserts several rows in one request; the first duplicate ends it with an error. */
    async insertAll(documents: readonly Document[]): Promise<void> {
      await collection().add({ data: documents as unknown as object })
    },
    /** A claim: inserts unless the id (or a unique field) is taken. Answers whether it was free. */
    async claim(document: Document): Promise<boolean> {
      try {
        await insert(document)
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    /** Changes every row that matches, in one atomic step per row; answers how many changed. */
    async update(where: Where, change: Change): Promise<number> {
      const result = await collection().where(where).update({ data: change })
      return (result as { stats: { updated: number } }).stats.updated
    },
    /** Deletes every row that matches; answers how many. */
    async remove(where: Where): Promise<number> {
      const result = await collection().where(where).remove()
      return (result as { stats: { removed: number } }).stats.removed
    },
    /** Starts an aggregation; end it with `list`. */
    aggregate: () => collection().aggregate(),
  }
}

/** Runs an aggregation made with `table(…).aggregate()`. Give it a limit: without one the cloud answers 20 rows. */
export const list = async <Row>(aggregation: { end(): unknown }): Promise<Row[]> =>
  ((await aggregation.end()) as { list: Row[] }).list
