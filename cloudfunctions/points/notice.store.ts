import type { ShanghaiDay } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { ObjectionDocument, PublicNoticeDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { isDuplicate, table } from '../_kit/table'

/** Shows journals to the centre's households (公示); those already shown are left alone. Mostly one request. */
export const show = async (notices: readonly PublicNoticeDocument[]): Promise<void> => {
  const [first, ...more] = notices
  if (!first) return
  if (more.length === 0) {
    await table('publicNotices').claim(first)
    return
  }
  try {
    await table('publicNotices').insertAll(notices)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    for (const notice of notices) await table('publicNotices').claim(notice)
  }
}

/** Shows those that should be shown and are not, because the function died right after posting. Mostly one request. */
export const showMissing = async (notices: readonly PublicNoticeDocument[]): Promise<void> => {
  if (notices.length === 0) return
  const shown = await table('publicNotices').find(
    { _id: _.in(notices.map(({ _id }) => _id)) },
    { limit: 1000, fields: { _id: true } },
  )
  const ids = new Set(shown.map(({ _id }) => _id))
  await show(notices.filter(({ _id }) => !ids.has(_id)))
}

/** A page of what is shown today, newest first; `oldest` bounds what is looked at. */
export const shownToday = (
  centreId: string,
  today: ShanghaiDay,
  oldest: string,
  after: string | undefined,
): Promise<PublicNoticeDocument[]> =>
  table('publicNotices').find(
    {
      centreId,
      until: _.gte(today),
      order: after === undefined ? _.gt(oldest) : _.gt(oldest).and(_.lt(after)),
    },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/** Stops showing a journal that was reversed. */
export const takeDown = async (centreId: string, journalId: string): Promise<void> => {
  await table('publicNotices').remove({ _id: journalId, centreId })
}

/** Adds an objection unless that household objected to that journal before. */
export const claimObjection = (objection: ObjectionDocument): Promise<boolean> =>
  table('objections').claim(objection)

export const objectionById = (id: string): Promise<ObjectionDocument | undefined> =>
  table('objections').get(id)

/** A page of a centre's objections in one state, newest first. */
export const objectionPage = (
  centreId: string,
  state: ObjectionDocument['state'],
  after: string | undefined,
): Promise<ObjectionDocument[]> =>
  table('objections').find(
    { centreId, state, ...(after !== undefined && { order: _.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/**
 * Marks an open objection as being upheld, before its journal is reversed: from here on nobody can dismiss it, though
 * anybody may finish upholding it. Answers whether it may go on, is `done` by this very request, or `decided` by
 * another.
 */
export const beginUpholding = async (
  objection: ObjectionDocument,
  requestKey: string,
): Promise<'begun' | 'done' | 'decided'> => {
  const where = { _id: objection._id, state: 'open', decidedIn: _.neq(requestKey) }
  if ((await table('objections').update(where, { decidedIn: requestKey })) > 0) return 'begun'
  const now = await objectionById(objection._id)
  if (now?.decidedIn !== requestKey) return 'decided'
  return now.state === 'open' ? 'begun' : 'done'
}

/** The journal could not be reversed: the objection is open as before. */
export const giveUpUpholding = async (objection: ObjectionDocument, requestKey: string): Promise<void> => {
  await table('objections').update(
    { _id: objection._id, state: 'open', decidedIn: requestKey },
    { decidedIn: '' },
  )
}

/** Decides an open objection; one that somebody began to uphold is not dismissed. */
export const decideObjectionRow = async (
  objection: ObjectionDocument,
  state: 'upheld' | 'dismissed',
  decision: string,
  requestKey: string,
): Promise<boolean> =>
  (await table('objections').update(
    { _id: objection._id, state: 'open', ...(state === 'dismissed' && { decidedIn: '' }) },
    { state, decision, decidedIn: requestKey },
  )) > 0
