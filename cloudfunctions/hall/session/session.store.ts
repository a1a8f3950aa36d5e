import { asInstant, type Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { MatterDocument } from '../../_kit/documents/matters'
import type { AgendaItem, Party, SessionDocument } from '../../_kit/documents/sessions'
import { pageSize } from '../../_kit/page.rule'
import { list, table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'
import { matterForUpdate } from '../matter/matter.store'
import type { ListedSession } from './session.view'

/** Look-up of a centre's session, to bring along with the caller. */
export const sessionAlong = (centreId: string, sessionId: string) => ({
  from: 'sessions' as const,
  id: { where: { _id: sessionId, centreId }, limit: 1 },
})

/** One session of a centre. */
export const sessionById = async (
  centreId: string,
  sessionId: string,
): Promise<SessionDocument | undefined> => {
  const session = await table('sessions').get(sessionId)
  return session?.centreId === centreId ? session : undefined
}

/** Which sessions a page shows: from today on, the next first, or before today, the latest first. */
export interface PageOfSessions {
  readonly centreId: string
  readonly show: 'coming' | 'past'
  /** Where today begins in their order. */
  readonly today: string
  readonly after: string | undefined
  readonly withDrafts: boolean
}

/** A page of a centre's sessions, each with one person's own row; one request. */
export const sessionPage = (
  { centreId, show, today, after, withDrafts }: PageOfSessions,
  who: string,
): Promise<ListedSession[]> => {
  const isComing = show === 'coming'
  const order = isComing ? _.gt(after ?? today) : _.lt(after ?? today)
  return list(
    table('sessions')
      .aggregate()
      .match({ centreId, order, ...(!withDrafts && { state: _.neq('draft') }) })
      .sort({ order: isComing ? 1 : -1 })
      .limit(pageSize + 1)
      .addFields({
        own: {
          $map: {
            input: {
              $filter: {
                input: { $objectToArray: '$parties' },
                as: 'entry',
                cond: { $eq: ['$$entry.v.who', { $literal: who }] },
              },
            },
            as: 'entry',
            in: '$$entry.v',
          },
        },
        items: { $size: '$agenda' },
      })
      .project({ parties: 0, agenda: 0, seed: 0, wrong: 0 }),
  )
}

/** Stores a draft; the same request stores it once. */
export const insertSession = (session: SessionDocument): Promise<boolean> => table('sessions').claim(session)

/** Look-up of matters a session can be about, to bring along with the caller. */
export const mattersAlong = (centreId: string, ids: readonly string[]) => ({
  from: 'matters' as const,
  id: {
    where: { _id: { $in: [...ids] }, centreId, state: 'underWay' },
    limit: Math.max(1, ids.length),
    fields: ['_id'],
  },
})

/** Matters of a centre by id, in this order, inside a transaction that will change them. */
export const mattersForUpdate = async (
  transaction: Transaction,
  centreId: string,
  ids: readonly string[],
): Promise<(MatterDocument | undefined)[]> => {
  const found: (MatterDocument | undefined)[] = []
  for (const id of ids) found.push(await matterForUpdate(transaction, centreId, id))
  return found
}

/** A session of a centre, inside a transaction that will change it. */
export const sessionForUpdate = async (
  transaction: Transaction,
  centreId: string,
  sessionId: string,
): Promise<SessionDocument | undefined> => {
  const session = await transaction.get('sessions', sessionId)
  return session?.centreId === centreId ? session : undefined
}

/** Writes what `sessionForUpdate` led to: fields, whole rows of the list, and rows that go. Counts the edit. */
export const changeSession = async (
  transaction: Transaction,
  { _id, changes }: Pick<SessionDocument, '_id' | 'changes'>,
  fields: Partial<SessionDocument>,
  rows: SessionDocument['parties'] = {},
  gone: readonly string[] = [],
): Promise<void> => {
  await transaction.update('sessions', _id, {
    ...fields,
    changes: changes + 1,
    ...Object.fromEntries(Object.entries(rows).map(([key, row]) => [`parties.${key}`, _.set(row)])),
    ...Object.fromEntries(gone.map((key) => [`parties.${key}`, _.remove()])),
  })
}

type Session = Pick<SessionDocument, '_id' | 'centreId'>

/**
 * Puts somebody on the list of an announced session in one conditional update: not on it yet, room for more than
 * `kept` rows.
 */
export const joinList = async (
  { _id, centreId }: Session,
  key: string,
  row: Party,
  kept = 0,
): Promise<boolean> =>
  (await table('sessions').update(
    { _id, centreId, state: 'announced', left: _.gt(kept), [`parties.${key}`]: _.exists(false) },
    {
      [`parties.${key}`]: _.set(row),
      left: _.inc(-1),
      coming: _.inc(row.rsvp === 'yes' ? 1 : 0),
      present: _.inc(row.presentAt > 0 ? 1 : 0),
      ...(row.who !== '' && { people: _.push([row.who]) }),
    },
  )) > 0

/** Changes what somebody said, unless it changed meanwhile; `by` is what that does to the number of those coming. */
export const changeRsvp = async (
  { _id, centreId }: Session,
  key: string,
  before: Party['rsvp'],
  after: Party['rsvp'],
  by: number,
): Promise<boolean> =>
  (await table('sessions').update(
    { _id, centreId, state: 'announced', [`parties.${key}.rsvp`]: before },
    { [`parties.${key}.rsvp`]: after, coming: _.inc(by) },
  )) > 0

/** Ticks somebody on the list present since `at`, or absent with 0; counts once. */
export const writePresence = async (
  { _id, centreId }: Session,
  key: string,
  at: Instant | 0,
): Promise<boolean> =>
  (await table('sessions').update(
    { _id, centreId, state: 'announced', [`parties.${key}.presentAt`]: at > 0 ? 0 : _.gt(0) },
    { [`parties.${key}.presentAt`]: at, present: _.inc(at > 0 ? 1 : -1) },
  )) > 0

/** Counts a wrong code against somebody, on the list or not. */
export const countWrong = async ({ _id, centreId }: Session, key: string): Promise<void> => {
  await table('sessions').update({ _id, centreId }, { [`wrong.${key}`]: _.inc(1) })
}

/** Writes the minutes of the item at a place of the agenda, while the session is as it was seen. */
export const writeMinutes = async (
  { _id, centreId, agenda }: Pick<SessionDocument, '_id' | 'centreId' | 'agenda'>,
  at: number,
  minutes: Pick<AgendaItem, 'text' | 'outcome' | 'decisions'>,
  seen: number,
  requestKey: string,
): Promise<boolean> =>
  (await table('sessions').update(
    {
      _id,
      centreId,
      state: _.in(['draft', 'announced']),
      changes: seen,
      [`agenda.${at}.itemId`]: agenda[at]?.itemId,
    },
    {
      ...Object.fromEntries(Object.entries(minutes).map(([name, value]) => [`agenda.${at}.${name}`, value])),
      changes: seen + 1,
      requestKey,
    },
  )) > 0

/** Puts photos and attachments in place of those a session has; false when it is not there. */
export const writeFiles = async (
  session: Session,
  files: Pick<SessionDocument, 'photos' | 'attachments'>,
): Promise<void> => {
  const { _id, centreId } = session
  await table('sessions').update({ _id, centreId }, { ...files })
}

/** People who live in some buildings of a centre; at most 1000. One request. */
export const livingIn = async (
  centreId: string,
  buildings: readonly string[],
): Promise<readonly string[]> => {
  if (buildings.length === 0) return []
  const found = await table('residents').find(
    { centreId, building: _.in([...buildings]), membership: _.in(['pending', 'approved']) },
    { limit: 1000, fields: { _id: true } },
  )
  return found.map(({ _id }) => _id)
}

/** Announced sessions whose people it is time to remind, the longest due first. */
export const dueSessions = (now: Instant, limit: number): Promise<SessionDocument[]> =>
  table('sessions').find(
    { state: 'announced', remindAt: _.gt(0).and(_.lte(now)) },
    { order: [['remindAt', 'asc']], limit },
  )

/** Those coming were reminded; a session that moved meanwhile reminds anew. */
export const markReminded = async ({
  _id,
  remindAt,
}: Pick<SessionDocument, '_id' | 'remindAt'>): Promise<void> => {
  await table('sessions').update({ _id, state: 'announced', remindAt }, { remindAt: asInstant(0) })
}
