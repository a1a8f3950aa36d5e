import type { Instant, ShanghaiDay } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { ResidentDocument } from '../../_kit/documents/community'
import type { MediationDocument, MediationFigureDocument } from '../../_kit/documents/mediation'
import { type NoticeToSend, tellWithin } from '../../_kit/notices'
import { pageSize } from '../../_kit/page.rule'
import { type Change, table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'

/** More than somebody is ever a party of at one centre. */
const mostOwn = 100

/** Look-up of a centre's mediation, to bring along with the caller. */
export const mediationAlong = (centreId: string, mediationId: string) => ({
  from: 'mediations' as const,
  id: { where: { _id: mediationId, centreId }, limit: 1 },
})

/** Mediations somebody is a party of that are not over, at whichever centre. One request. */
export const openOnesOf = (openid: string): Promise<Pick<MediationDocument, '_id' | 'parties'>[]> =>
  table('mediations').find(
    { people: openid, state: _.in(['asked', 'underWay']) },
    { order: [['order', 'desc']], limit: mostOwn, fields: { _id: true, parties: true } },
  )

/** What lists need of a mediation: nothing that was said. */
const listed = {
  _id: true,
  state: true,
  askedAt: true,
  mediatorMasked: true,
  parties: true,
  agreement: true,
  followUpOn: true,
  order: true,
} as const

export type ListedMediation = Pick<MediationDocument, keyof typeof listed>

/** Somebody's own mediations at a centre, newest first. */
export const mediationsOf = (centreId: string, openid: string): Promise<ListedMediation[]> =>
  table('mediations').find(
    { people: openid, centreId },
    { order: [['order', 'desc']], limit: mostOwn, fields: listed },
  )

/** A page of the mediations somebody mediates at a centre, newest first. */
export const casesOf = (
  centreId: string,
  mediator: string,
  after: string | undefined,
): Promise<ListedMediation[]> =>
  table('mediations').find(
    { mediator, centreId, ...(after !== undefined && { order: _.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1, fields: listed },
  )

/** A page of a centre's mediations that nobody has taken, the longest waiting first: when, and not who or what. */
export const untaken = (
  centreId: string,
  after: string | undefined,
): Promise<Pick<MediationDocument, '_id' | 'askedAt' | 'order'>[]> =>
  table('mediations').find(
    { centreId, state: 'asked', ...(after !== undefined && { order: _.gt(after) }) },
    { order: [['order', 'asc']], limit: pageSize + 1, fields: { _id: true, askedAt: true, order: true } },
  )

/** A mediation of a centre, inside a transaction that will change it. */
export const mediationForUpdate = async (
  transaction: Transaction,
  centreId: string,
  mediationId: string,
): Promise<MediationDocument | undefined> => {
  const mediation = await transaction.get('mediations', mediationId)
  return mediation?.centreId === centreId ? mediation : undefined
}

/** Where somebody lives, as it stands in the transaction. */
export const personForUpdate = (
  transaction: Transaction,
  openid: string,
): Promise<ResidentDocument | undefined> => transaction.get('residents', openid)

/** How somebody is reached, sealed. One request. */
export const contactOf = async (
  openid: string,
): Promise<Pick<ResidentDocument, 'nameSealed' | 'phoneSealed'> | undefined> => {
  const [person] = await table('residents').find(
    { _id: openid },
    { limit: 1, fields: { nameSealed: true, phoneSealed: true } },
  )
  return person
}

type Counted = Pick<MediationFigureDocument, 'asked' | 'taken' | 'agreed' | 'failed' | 'withdrawn'>

/** Nothing counted yet. */
export const noFigures: Counted = { asked: 0, taken: 0, agreed: 0, failed: 0, withdrawn: 0 }

const figureIdOf = (centreId: string, month: string): string => `${centreId}:${month}`

/** Look-up of a centre's counts of a month, to bring along with the caller. */
export const figuresAlong = (centreId: string, month: string) => ({
  from: 'mediationFigures' as const,
  id: figureIdOf(centreId, month),
})

const count = async (
  transaction: Transaction,
  { centreId, month }: Pick<MediationDocument, 'centreId' | 'month'>,
  counts: Partial<Counted>,
): Promise<void> => {
  const _id = figureIdOf(centreId, month)
  if (await transaction.get('mediationFigures', _id)) {
    const added = Object.entries(counts).map(([name, by]) => [name, _.inc(by)])
    await transaction.update('mediationFigures', _id, Object.fromEntries(added))
  } else {
    await transaction.insert('mediationFigures', { _id, centreId, month, ...noFigures, ...counts })
  }
}

/** Writes a mediation that was asked for, with its count and word of it, unless it stands already. */
export const insertMediation = async (
  transaction: Transaction,
  mediation: MediationDocument,
  news: readonly NoticeToSend[],
): Promise<void> => {
  if (await transaction.get('mediations', mediation._id)) return
  await transaction.insert('mediations', mediation)
  await count(transaction, mediation, { asked: 1 })
  await tellWithin(transaction, news, mediation.askedAt)
}

/** What a step changes about a mediation, what it counts as, and who is told. */
export interface MediationChange {
  readonly fields: Change
  readonly counts?: Partial<Counted>
  readonly news: readonly NoticeToSend[]
}

/** Writes what a step changes about a mediation that `mediationForUpdate` read in the same transaction. */
export const changeMediation = async (
  transaction: Transaction,
  mediation: MediationDocument,
  { fields, counts, news }: MediationChange,
  now: Instant,
): Promise<void> => {
  await transaction.update('mediations', mediation._id, fields)
  if (counts) await count(transaction, mediation, counts)
  await tellWithin(transaction, news, now)
}

/** Agreements whose follow-up is due by a day and not yet reminded of, the longest overdue first. */
export const followUpsDue = (today: ShanghaiDay, limit: number): Promise<MediationDocument[]> =>
  table('mediations').find({ remindOn: _.gt('').and(_.lte(today)) }, { order: [['remindOn', 'asc']], limit })

/** The mediator was reminded; a follow-up put off to another day meanwhile is reminded of then. */
export const markReminded = async ({
  _id,
  remindOn,
}: Pick<MediationDocument, '_id' | 'remindOn'>): Promise<void> => {
  await table('mediations').update({ _id, remindOn }, { remindOn: '' })
}
