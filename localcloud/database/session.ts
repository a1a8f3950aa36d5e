import { CloudError } from '../cloud-error'
import type { Collection } from './catalog'
import type { Meter } from './database'
import type { View } from './view'

/** One request at work: what it sees, its instant (epoch ms; all server dates are this one), its meter. */
export interface Session extends View {
  now: number
  meter: Meter
}

/** What the wire carries besides the action. */
export type Params = Record<string, unknown>

/** What an action answers. `failure` is thrown after the changes made so far have been written. */
export interface Outcome {
  body: Record<string, unknown>
  failure?: CloudError
}

/** One action of the wire protocol: reads and stages, never writes or waits. */
export type Action = (session: Session, params: Params) => Outcome

/** The collection a request names; refuses names that nobody has made. */
export const collectionOf = ({ store }: View, params: Params): Collection => {
  const name = params.collectionName
  if (typeof name !== 'string' || name === '') {
    throw new CloudError('INVALID_PARAM', 'collectionName must be a non-empty string')
  }
  const collection = store.collections.get(name)
  if (collection) return collection
  throw new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  )
}
