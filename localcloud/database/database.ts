import { CloudError } from '../cloud-error'

/** What one function call cost so far; the gateway counts requests, the database the documents. */
export interface Meter {
  requests: number
  examined: number
  returned: number
}

/** A collection as `cloudfunctions/_kit/collections.ts` and the cloud's index API write it down. */
export interface CollectionDeclaration {
  name: string
  indexes: {
    name: string
    unique?: boolean
    keys: { name: string; direction: '1' | '-1' | '2dsphere' }[]
  }[]
}

/** The cloud database: documents in one folder on disk, spoken to in the wire protocol's actions. */
export interface Database {
  /** Creates missing collections and indexes; existing rows get their index entries. Durable when it resolves. */
  declare(collections: CollectionDeclaration[]): Promise<void>
  /** Carries out one `database.*` action; answers the body without `requestId`; throws CloudError. */
  handle(action: string, params: Record<string, unknown>, meter: Meter): Promise<Record<string, unknown>>
  collections(): { name: string; documents: number; indexes: string[] }[]
  close(): Promise<void>
}

/** Opens the database kept in `dir` (made when missing); `clock` answers epoch milliseconds. */
export const openDatabase = async (_options: { dir: string; clock?: () => number }): Promise<Database> => {
  throw new CloudError('LOCALCLOUD.UNSUPPORTED', 'the database is not built yet')
}
