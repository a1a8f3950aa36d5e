import { lineOf } from '../../types/common/line'
import type { Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { DinerDocument } from '../_kit/documents/canteen'
import type { WelfareCheckDocument } from '../_kit/documents/delivery'
import { pageSize } from '../_kit/page.rule'
import { table } from '../_kit/table'

/** Raises an alarm unless that order has one. One request. */
export const claimCheck = (check: WelfareCheckDocument): Promise<boolean> =>
  table('welfareChecks').claim(check)

/** More people than ever hold a role over one centre. */
const mostPeople = 200

/** Look-up of everybody with a role over a centre: some of them may answer alarms there. */
export const roleHoldersAlong = (centreId: string) => ({
  from: 'residents' as const,
  id: {
    where: { 'roles.centreId': { $in: [...lineOf(centreId)] } },
    limit: mostPeople,
    fields: ['roles', 'nameMasked'],
  },
})

/** Look-up of a centre's check, to bring along with the caller. */
export const checkAlong = (centreId: string, checkId: string) => ({
  from: 'welfareChecks' as const,
  id: { where: { _id: checkId, centreId }, limit: 1 },
})

/** One check of a centre. */
export const checkById = async (
  centreId: string,
  checkId: string,
): Promise<WelfareCheckDocument | undefined> => {
  const check = await table('welfareChecks').get(checkId)
  return check?.centreId === centreId ? check : undefined
}

/** A page of a centre's checks in one state, newest first. */
export const checkPage = (
  centreId: string,
  state: WelfareCheckDocument['state'],
  after: string | undefined,
): Promise<WelfareCheckDocument[]> =>
  table('welfareChecks').find(
    { centreId, state, ...(after !== undefined && { order: _.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

type Note = WelfareCheckDocument['notes'][number]

/** Adds a note to an open check, once; false when it is answered, or has the note. */
export const addNote = async (checkId: string, note: Note): Promise<boolean> =>
  (await table('welfareChecks').update(
    { _id: checkId, state: 'open', 'notes.key': _.neq(note.key) },
    { notes: _.push([note]) },
  )) > 0

/** Ends an open check with what somebody found; false when it has ended. */
export const endCheck = async (
  { _id, centreId }: Pick<WelfareCheckDocument, '_id' | 'centreId'>,
  finding: WelfareCheckDocument['finding'],
  note: Note,
): Promise<boolean> =>
  (await table('welfareChecks').update(
    { _id, centreId, state: 'open' },
    { state: 'answered', finding, answeredIn: note.key, notes: _.push([note]) },
  )) > 0

/** Open checks it is time to remind of, the longest overdue first. */
export const dueChecks = (now: Instant, limit: number): Promise<WelfareCheckDocument[]> =>
  table('welfareChecks').find(
    { state: 'open', remindAt: _.lte(now) },
    { order: [['remindAt', 'asc']], limit },
  )

/** A reminder was told; counts once where two timers told it. */
export const markReminded = async (
  { _id, reminders }: Pick<WelfareCheckDocument, '_id' | 'reminders'>,
  remindAt: Instant,
): Promise<void> => {
  await table('welfareChecks').update(
    { _id, state: 'open', reminders },
    { reminders: reminders + 1, remindAt },
  )
}

/** What a diner is reached by, all of it sealed. */
export type SealedContact = Pick<DinerDocument, '_id' | 'nameSealed' | 'phoneSealed' | 'emergency'>

/** How a diner is reached. One request. */
export const contactOf = async (dinerId: string): Promise<SealedContact | undefined> => {
  const [diner] = await table('diners').find(
    { _id: dinerId },
    { limit: 1, fields: { nameSealed: true, phoneSealed: true, emergency: true } },
  )
  return diner
}
