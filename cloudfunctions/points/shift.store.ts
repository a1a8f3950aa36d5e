import type { Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { PassbookDocument, ShiftDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { isDuplicate, list, table } from '../_kit/table'
import { spanOfOverlap } from './shift.rule'

/** Requests that left a shift are remembered a while: a repeat comes soon after. */
const remembered = 50

/** A shift as lists show it: with one person's entry only. */
export type ListedShift = Omit<ShiftDocument, 'entries' | 'codeSeed'> & {
  readonly own: ShiftDocument['entries']
}

/** A page of a centre's shifts, soonest first, each with one person's entry; one request. */
export const shiftPage = (centreId: string, who: string, after: string): Promise<ListedShift[]> =>
  list(
    table('shifts')
      .aggregate()
      .match({ centreId, order: _.gt(after) })
      .sort({ order: 1 })
      .limit(pageSize + 1)
      .addFields({
        own: {
          $filter: { input: '$entries', as: 'entry', cond: { $eq: ['$$entry.who', { $literal: who }] } },
        },
      })
      .project({ entries: 0, codeSeed: 0, left: 0 }),
  )

/** Look-up of a centre's shift, to bring along with the caller. */
export const shiftAlong = (centreId: string, shiftId: string) => ({
  from: 'shifts' as const,
  id: { where: { _id: shiftId, centreId }, limit: 1 },
})

/** One shift of a centre. */
export const shiftById = async (centreId: string, shiftId: string): Promise<ShiftDocument | undefined> => {
  const shift = await table('shifts').get(shiftId)
  return shift?.centreId === centreId ? shift : undefined
}

/** Adds the shifts of an activity; those added by the same request before are left alone. */
export const addShiftRows = async (shifts: readonly ShiftDocument[]): Promise<void> => {
  try {
    await table('shifts').insertAll(shifts)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    for (const shift of shifts) await table('shifts').claim(shift)
  }
}

/** Takes a place on a shift in one conditional update: open, not over, room left, not on it yet. */
export const takePlace = async (
  centreId: string,
  shiftId: string,
  entry: ShiftDocument['entries'][number],
  now: Instant,
): Promise<boolean> =>
  (await table('shifts').update(
    {
      _id: shiftId,
      centreId,
      state: 'open',
      endsAt: _.gt(now),
      open: _.gt(0),
      'entries.who': _.neq(entry.who),
    },
    { open: _.inc(-1), entries: _.push([entry]) },
  )) > 0

/** Another open shift somebody is on at the time of one, at whichever centre; one request. */
export const overlappingShift = async (
  shift: Pick<ShiftDocument, '_id' | 'startsAt' | 'endsAt'>,
  who: string,
): Promise<Pick<ShiftDocument, 'title' | 'place' | 'startsAt'> | undefined> => {
  const { after, before } = spanOfOverlap(shift)
  const [other] = await table('shifts').find(
    {
      _id: _.neq(shift._id),
      'entries.who': who,
      state: 'open',
      order: _.gt(after).and(_.lt(before)),
      endsAt: _.gt(shift.startsAt),
    },
    { limit: 1, fields: { title: true, place: true, startsAt: true } },
  )
  return other
}

/** Takes back what a request took, and nothing another request did. */
export const undoTaking = async (shiftId: string, who: string, requestKey: string): Promise<boolean> =>
  (await table('shifts').update(
    { _id: shiftId, state: 'open', entries: _.elemMatch({ who, requestKey }) },
    { open: _.inc(1), entries: _.pull({ who }) },
  )) > 0

/** Gives a place back before the shift begins, in one conditional update. */
export const leavePlace = async (
  centreId: string,
  shiftId: string,
  who: string,
  requestKey: string,
  now: Instant,
): Promise<boolean> =>
  (await table('shifts').update(
    {
      _id: shiftId,
      centreId,
      state: 'open',
      startsAt: _.gt(now),
      'entries.who': who,
      left: _.neq(requestKey),
    },
    {
      open: _.inc(1),
      entries: _.pull({ who }),
      left: _.push({ each: [requestKey], slice: -remembered }),
    },
  )) > 0

/** Cancels an open shift that is not over. */
export const cancelShiftRow = async (
  centreId: string,
  shiftId: string,
  requestKey: string,
  now: Instant,
): Promise<boolean> =>
  (await table('shifts').update(
    { _id: shiftId, centreId, state: 'open', endsAt: _.gt(now) },
    { state: 'cancelled', endedIn: requestKey },
  )) > 0

/** Writes check-in or check-out of the person at a place of the list, once, while the list stands as it was seen. */
export const writeCheck = async (
  shift: ShiftDocument,
  index: number,
  check: { readonly inAt: Instant } | { readonly outAt: Instant; readonly minutes: number },
): Promise<boolean> => {
  const field = 'inAt' in check ? 'inAt' : 'outAt'
  const changes = Object.entries(check).map(([name, value]) => [`entries.${index}.${name}`, value])
  return (
    (await table('shifts').update(
      {
        _id: shift._id,
        centreId: shift.centreId,
        state: 'open',
        [`entries.${index}.who`]: shift.entries[index]?.who,
        [`entries.${index}.${field}`]: 0,
      },
      Object.fromEntries(changes),
    )) > 0
  )
}

/** Counts a wrong code against the person at a place of the list. */
export const countWrong = async (shift: ShiftDocument, index: number): Promise<void> => {
  await table('shifts').update(
    { _id: shift._id, [`entries.${index}.who`]: shift.entries[index]?.who },
    { [`entries.${index}.wrong`]: _.inc(1) },
  )
}

/** Confirms an open shift whose list stands as it was seen: from now on its minutes are what they are. */
export const confirmShiftRow = async (
  shift: ShiftDocument,
  minutes: readonly number[],
  by: Pick<ShiftDocument, 'confirmedBy' | 'confirmedByMasked' | 'endedIn'>,
): Promise<boolean> =>
  (await table('shifts').update(
    {
      _id: shift._id,
      centreId: shift.centreId,
      state: 'open',
      open: shift.open,
      ...Object.fromEntries(shift.entries.map(({ who }, index) => [`entries.${index}.who`, who])),
    },
    {
      state: 'confirmed',
      settled: false,
      ...by,
      ...Object.fromEntries(minutes.map((value, index) => [`entries.${index}.minutes`, value])),
    },
  )) > 0

/** All points of a confirmed shift are posted. */
export const settleShiftRow = async (shiftId: string): Promise<void> => {
  await table('shifts').update({ _id: shiftId, settled: false }, { settled: true })
}

/** Shifts that were confirmed but whose points may not all be posted, a few at a time. */
export const unsettledShifts = (limit: number): Promise<ShiftDocument[]> =>
  table('shifts').find({ settled: false, state: 'confirmed' }, { order: [['order', 'asc']], limit })

/** Passbooks by id, of whatever centre, without their lines. */
export const passbooksOfAll = (ids: readonly string[]): Promise<Omit<PassbookDocument, 'journals'>[]> =>
  table('passbooks').find(
    { _id: _.in([...ids]) },
    { limit: Math.max(1, ids.length), fields: { journals: false } },
  )
