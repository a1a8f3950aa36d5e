import { mkdirSync } from 'node:fs'
import { CloudError } from '../cloud-error'
import { lockData } from '../data-lock'
import { aggregate, aggregateDocuments } from './actions/aggregate-documents'
import { calculateDocument } from './actions/calculate-document'
import { getDocument } from './actions/get-document'
import { insertDocument } from './actions/insert-document'
import { modifyAndReturnDoc } from './actions/modify-and-return-doc'
import { modifyDocument } from './actions/modify-document'
import { removeDocument } from './actions/remove-document'
import { newClaims } from './claims'
import { createCollection, declareAll } from './declare'
import { newDirect } from './direct'
import type { Action, Params } from './session'
import { openStore } from './store'
import { newTransactions, type Transaction } from './transactions'

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

const TABLE_EXISTS =
  '[ResourceUnavailable.ResourceExist] Table exist. Please check your request, but if the problem persists, contact us.'

const READS: Record<string, Action> = { getDocument, calculateDocument, aggregateDocuments, aggregate }

const WRITES: Record<string, Action> = { insertDocument, modifyDocument, modifyAndReturnDoc, removeDocument }

const IN_TRANSACTIONS: Record<string, Action> = { getDocument, ...WRITES }

const idOf = ({ transactionId }: Params): string | undefined => {
  if (transactionId === undefined || transactionId === null || transactionId === '') return undefined
  if (typeof transactionId === 'string') return transactionId
  throw new CloudError('INVALID_PARAM', 'transactionId must be a string')
}

const nameOf = ({ collectionName }: Params): string => {
  if (typeof collectionName === 'string' && /^[\w-]{1,64}$/.test(collectionName)) return collectionName
  throw new CloudError('INVALID_PARAM', 'a collection is named by letters, digits, _ and -')
}

const unknown = (action: string): CloudError =>
  new CloudError('LOCALCLOUD.UNSUPPORTED', `the local cloud does not know ${action}`)

/** Opens the database kept in `dir` (made when missing); `clock` answers epoch milliseconds. */
export const openDatabase = async (options: { dir: string; clock?: () => number }): Promise<Database> => {
  const { dir, clock = Date.now } = options
  mkdirSync(dir, { recursive: true })
  const unlock = await lockData(dir)
  const store = openStore(dir)
  const claims = newClaims<Transaction>()
  const settled = (mark: number): void => claims.settle(mark, transactions.anySnapshotOpen())
  const transactions = newTransactions({ store, claims, clock, settled })
  const direct = newDirect({ store, claims, clock, transactions, settled })

  const addCollection = async (params: Params): Promise<Record<string, unknown>> => {
    const name = nameOf(params)
    let made = false
    try {
      await store.write(() => {
        if (store.collections.has(name)) {
          throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', TABLE_EXISTS)
        }
        createCollection(store, name)
        made = true
      })
    } catch (error) {
      if (made) store.collections.delete(name)
      throw error
    }
    return { data: {} }
  }

  const inTransaction = (name: string, id: string, params: Params, meter: Meter) => {
    if (name === 'commitTransaction') return transactions.commit(id)
    if (name === 'abortTransaction') return transactions.abort(id)
    const action = IN_TRANSACTIONS[name]
    if (!action) throw new CloudError('DATABASE_TRANSACTION_FAIL', `${name} cannot run inside a transaction`)
    return transactions.run(id, action, params, meter)
  }

  return {
    declare: (collections) => store.write(() => declareAll(store, collections)),
    handle: async (action, params, meter) => {
      const name = action.replace(/^database\./, '')
      const id = idOf(params)
      if (name === 'startTransaction') return transactions.start()
      if (name === 'addCollection') return addCollection(params)
      if (id !== undefined) return inTransaction(name, id, params, meter)
      const [read, write] = [READS[name], WRITES[name]]
      if (read) return direct.read(read, params, meter)
      if (write) return direct.write(write, params, meter)
      throw unknown(action)
    },
    collections: () =>
      [...store.collections.values()].map((collection) => ({
        name: collection.name,
        documents: store.countDocuments(collection),
        indexes: collection.indexes.map((index) => index.name),
      })),
    close: async () => {
      transactions.endAll()
      await store.close()
      await unlock()
    },
  }
}
