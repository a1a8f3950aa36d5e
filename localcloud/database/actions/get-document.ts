import { CloudError } from '../../cloud-error'
import { find } from '../find'
import { project } from '../project'
import { type Action, collectionOf } from '../session'
import { readSort } from '../sort'
import { decode, decodeFields, encode } from '../wire'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

const whole = (value: unknown, name: string, otherwise: number): number => {
  if (value === undefined || value === null) return otherwise
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw new CloudError('INVALID_PARAM', `${name} must be a whole number from 0`)
}

/** `database.getDocument`: a page of documents; at most 1000, 100 when no limit is given. */
export const getDocument: Action = (session, params) => {
  const collection = collectionOf(session, params)
  const filter = decodeFields(params.query, session.now)
  const single = params.queryType === 'DOC'
  const limit = Math.min(whole(params.limit, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT)
  const search = {
    filter,
    sort: readSort(params.order === undefined ? undefined : decode(params.order, session.now)),
    skip: whole(params.offset, 'offset', 0),
    limit: single ? 1 : limit,
  }
  const documents = find(session, collection, search, session.meter).map(({ document }) => document)
  const list = project(documents, decodeFields(params.projection, session.now), filter).map(encode)
  session.meter.returned += list.length
  return { body: { data: { list } } }
}
