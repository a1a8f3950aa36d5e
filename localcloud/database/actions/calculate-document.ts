import { find } from '../find'
import { type Action, collectionOf } from '../session'
import { decodeFields } from '../wire'

/** `database.calculateDocument`: how many documents match. A whole collection is counted without reading it. */
export const calculateDocument: Action = (session, params) => {
  const collection = collectionOf(session, params)
  const filter = decodeFields(params.query, session.now)
  const all = Object.keys(filter).length === 0
  const total = all
    ? session.store.countDocuments(collection)
    : find(session, collection, { filter }, session.meter).length
  return { body: { data: { total } } }
}
