import { find } from '../find'
import { type Action, collectionOf } from '../session'
import { decodeFields, encode } from '../wire'
import { modify, readChange } from './modify-document'

/** `database.modifyAndReturnDoc`: updates the first match and answers its new state; counts it even when equal. */
export const modifyAndReturnDoc: Action = (session, params) => {
  const collection = collectionOf(session, params)
  const filter = decodeFields(params.query, session.now)
  const change = readChange(session, params, filter)
  const [found] = find(session, collection, { filter, limit: 1 }, session.meter)
  if (!found) return { body: { data: { updated: 0, doc: null } } }
  const { document } = modify(session, params, found, change)
  session.meter.returned += 1
  return { body: { data: { updated: 1, doc: encode(document) } } }
}
