import type { DinerDocument } from '../_kit/documents/canteen'
import type { RouteDocument, WelfareCheckDocument } from '../_kit/documents/delivery'

type Kin = Pick<DinerDocument, 'householdId' | 'family'>

/** Whether a diner has nobody else who orders for them as family: bound to them, or of their household. */
export const isOnlyRelative = (
  openid: string,
  { householdId, family }: Kin,
  members: readonly { readonly _id: string; readonly householdId: string }[],
): boolean =>
  family.every(({ who }) => who === openid) &&
  members.every(({ _id, householdId: home }) => _id === openid || householdId === '' || home !== householdId)

/** Whether a diner is bound to somebody as 本人. */
export const isSelf = (openid: string, { family }: Pick<DinerDocument, 'family'>): boolean =>
  family.some(({ who, relation }) => who === openid && relation === '本人')

/**
 * What is left of a diner who left by themselves: the row with masked name and door that the account's history is
 * read by. Everything sealed goes, and nobody orders any more.
 */
export const endedSelf: Partial<DinerDocument> = {
  state: 'ended',
  nameSealed: '',
  birthSealed: '',
  phoneSealed: '',
  phoneMasked: '',
  emergency: { nameSealed: '', nameMasked: '', relation: '', phoneSealed: '', phoneMasked: '' },
  needs: [],
  avoids: [],
  careTags: [],
  deliveryUntil: '',
  deliveryReason: '',
  family: [],
}

/** What changes in a route so that an alias stands wherever somebody stood; points that are due stay due to the household. */
export const routeUnder = (
  { courier, former, ticks, credits }: Pick<RouteDocument, 'courier' | 'former' | 'ticks' | 'credits'>,
  openid: string,
  alias: string,
): Pick<RouteDocument, 'courier' | 'former' | 'ticks' | 'credits'> => {
  const named = (who: string): string => (who === openid ? alias : who)
  return {
    courier: named(courier),
    former: former.map((one) => ({ ...one, who: named(one.who) })),
    ticks: ticks.map((tick) => ({ ...tick, by: named(tick.by), courier: named(tick.courier) })),
    credits: credits.map((line) => ({ ...line, courier: named(line.courier) })),
  }
}

/** What changes in an alarm, field by field, so that an alias stands wherever somebody stood. */
export const checkUnder = (
  { by, to, notes }: Pick<WelfareCheckDocument, 'by' | 'to' | 'notes'>,
  openid: string,
  alias: string,
): Readonly<Record<string, string>> => ({
  ...(by === openid && { by: alias }),
  ...(to === openid && { to: alias }),
  // notes are only ever added: those that are there keep their places
  ...Object.fromEntries(
    notes.flatMap((note, at) => (note.by === openid ? [[`notes.${at}.by`, alias] as const] : [])),
  ),
})
