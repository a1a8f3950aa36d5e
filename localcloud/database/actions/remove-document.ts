import { find } from '../find'
import { type Action, collectionOf } from '../session'
import { stage } from '../stage'
import { decodeFields } from '../wire'

/** `database.removeDocument`: removes the matches, all of them only when `multi`. */
export const removeDocument: Action = (session, params) => {
  const collection = collectionOf(session, params)
  const filter = decodeFields(params.query, session.now)
  const limit = params.multi === true ? {} : { limit: 1 }
  const found = find(session, collection, { filter, ...limit }, session.meter)
  for (const { record, document } of found) {
    stage(session, { collection, record, before: document, after: undefined })
  }
  return { body: { data: { deleted: found.length } } }
}
