import { randomBytes } from 'node:crypto'
import { CloudError } from '../../cloud-error'
import { type Action, collectionOf } from '../session'
import { nextRecord, stage } from '../stage'
import { isFields } from '../values'
import { checkNames, decode } from '../wire'

/** An id as the cloud makes them: 32 hexadecimal digits. */
const newId = (): string => randomBytes(16).toString('hex')

/** Refuses ids that cannot be asked for again. */
export const checkId = (id: unknown): void => {
  if (typeof id === 'string' || typeof id === 'number') return
  throw new CloudError('DATABASE_REQUEST_FAILED', '_id must be a string or a number')
}

// MongoDB's words for it.
const noDocument = (value: unknown, at: number): CloudError => {
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  const message = `BSON field 'insert.documents.${at}' is the wrong type '${type}', expected type 'object'`
  return new CloudError('INVALID_PARAM', message)
}

/**
 * `database.insertDocument`: adds documents in order. As in MongoDB, those before a duplicate stay and those after
 * it are not tried.
 */
export const insertDocument: Action = (session, params) => {
  const collection = collectionOf(session, params)
  const texts = Array.isArray(params.data) ? params.data : [params.data]
  const documents = texts.map((text, at) => {
    const fields = decode(text, session.now)
    if (!isFields(fields)) throw noDocument(fields, at)
    checkNames(fields)
    const { _id = newId(), ...rest } = fields
    checkId(_id)
    return { _id, ...rest }
  })
  const insertedIds: unknown[] = []
  for (const document of documents) {
    try {
      stage(session, { collection, record: nextRecord(collection), before: undefined, after: document })
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      return { body: {}, failure: error }
    }
    insertedIds.push(document._id)
  }
  return { body: { data: { insertedIds } } }
}
