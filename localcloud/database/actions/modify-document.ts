import { CloudError } from '../../cloud-error'
import { find } from '../find'
import { type Action, collectionOf, type Params, type Session } from '../session'
import { nextRecord, stage } from '../stage'
import { documentBytes } from '../store'
import { updater } from '../update/update'
import { type Doc, type Fields, isFields } from '../values'
import type { Found } from '../view'
import { checkNames, decodeFields } from '../wire'
import { checkId } from './insert-document'

const replacer = (fields: Fields): ((document: Doc) => Doc) => {
  checkNames(fields)
  const { _id, ...rest } = fields
  return (document) => {
    if (_id !== undefined && _id !== document._id) {
      throw new CloudError('DATABASE_REQUEST_FAILED', `the immutable field '_id' cannot be changed`)
    }
    return { _id: document._id, ...rest }
  }
}

/** Reads the new state of a document out of `data`: operators when `merge`, else the whole document. */
export const readChange = (session: Session, params: Params, filter: Fields): ((document: Doc) => Doc) => {
  const data = decodeFields(params.data, session.now)
  if (params.merge === false) return replacer(data)
  if (Object.keys(data).length === 0) throw new CloudError('DATABASE_REQUEST_FAILED', 'the update is empty')
  return updater(data, filter)
}

const sameBytes = (a: Doc, b: Doc): boolean => Buffer.compare(documentBytes(a), documentBytes(b)) === 0

/** Stages the new state of one document; answers whether anything changed. */
export const modify = (
  session: Session,
  params: Params,
  { record, document }: Found,
  change: (document: Doc) => Doc,
): { modified: boolean; document: Doc } => {
  const after = change(document)
  if (sameBytes(document, after)) return { modified: false, document }
  stage(session, { collection: collectionOf(session, params), record, before: document, after })
  return { modified: true, document: after }
}

const insertAs = (
  session: Session,
  params: Params,
  _id: unknown,
  change: (document: Doc) => Doc,
): unknown => {
  checkId(_id)
  const collection = collectionOf(session, params)
  stage(session, { collection, record: nextRecord(collection), before: undefined, after: change({ _id }) })
  return _id
}

/**
 * `database.modifyDocument`: updates or replaces the documents that match. `updated` counts those that really
 * changed, or were replaced, even by the same; `upsert_id` is there when a document was made.
 */
export const modifyDocument: Action = (session, params) => {
  const collection = collectionOf(session, params)
  const filter = decodeFields(params.query, session.now)
  const change = readChange(session, params, filter)
  const limit = params.multi === true ? {} : { limit: 1 }
  const found = find(session, collection, { filter, ...limit }, session.meter)
  if (found.length === 0 && params.upsert === true) {
    const id = isFields(filter._id) ? filter._id.$eq : filter._id
    return { body: { data: { updated: 0, upsert_id: insertAs(session, params, id, change) } } }
  }
  const modified = found.filter((item) => modify(session, params, item, change).modified).length
  const updated = params.merge === false ? found.length : modified
  return { body: { data: { updated } } }
}
