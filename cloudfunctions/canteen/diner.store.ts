import type { ShanghaiDay } from '../../types/common/time'
import type { Allergen, DietTag } from '../../types/common/words'
import type { Ask } from '../_kit/ask'
import type { Lookup } from '../_kit/caller'
import { command as _ } from '../_kit/cloud'
import type { DinerDocument, MealAccountDocument, SubsidyRuleDocument } from '../_kit/documents/canteen'
import type { ResidentDocument } from '../_kit/documents/community'
import { doorOf, doorOrder } from '../_kit/door.rule'
import { idOf } from '../_kit/ids'
import { maskName, maskPhone } from '../_kit/mask.rule'
import { pageSize } from '../_kit/page.rule'
import { blindHash, seal, unseal } from '../_kit/privacy'
import { list, table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import { doorForUpdate } from '../community/community.door'
import { withoutLines } from './account.store'
import { mostFamily } from './diner.rule'
import type { Eater } from './subsidy.rule'
import { lineOfRow } from './subsidy.store'

/** What somebody writes down about an elder who wants to eat here. */
export interface DinerForm {
  readonly centreId: string
  readonly name: string
  readonly birthDay: ShanghaiDay
  readonly building: string
  readonly room: string
  readonly phone: string
  readonly needs: readonly DietTag[]
  readonly avoids: readonly Allergen[]
  readonly emergency: { readonly name: string; readonly relation: string; readonly phone: string }
}

/** How a diner comes to be registered. */
export type Entering = Pick<
  DinerDocument,
  'state' | 'careTags' | 'family' | 'registeredBy' | 'registeredByMasked' | 'requestKey'
>

/**
 * The id of a diner: made of centre, name, birth day and door, so that an elder is registered once; by a keyed hash,
 * so that nobody can find out by trying who eats here.
 */
export const dinerIdOf = ({ centreId, name, birthDay, building, room }: DinerForm): string => {
  const door = doorOf(building, room)
  const written = name.normalize('NFKC').replace(/\s/g, '')
  return idOf('diner', blindHash(JSON.stringify([centreId, written, birthDay, door.building, door.room])))
}

/** A diner's row as it is first written; the household is found when the staff approve. */
export const newDiner = (form: DinerForm, entering: Entering): DinerDocument => {
  const { centreId, name, phone, emergency } = form
  const _id = dinerIdOf(form)
  const door = doorOf(form.building, form.room)
  return {
    _id,
    centreId,
    householdId: '',
    ...door,
    nameSealed: seal(name),
    nameMasked: maskName(name),
    birthSealed: seal(form.birthDay),
    phoneSealed: seal(phone),
    phoneMasked: maskPhone(phone),
    emergency: {
      nameSealed: seal(emergency.name),
      nameMasked: maskName(emergency.name),
      relation: emergency.relation,
      phoneSealed: seal(emergency.phone),
      phoneMasked: maskPhone(emergency.phone),
    },
    needs: form.needs,
    avoids: form.avoids,
    deliveryUntil: '',
    deliveryReason: '',
    rejectedBecause: '',
    order: doorOrder(door, _id),
    ...entering,
  }
}

/** Whether a row stands in the way of registering the same elder again. */
export const isTaken = (diner: Pick<DinerDocument, 'state'> | undefined): boolean =>
  diner?.state === 'pending' || diner?.state === 'approved'

/** Writes a diner, also over one who was rejected or had ended. False when the elder is registered already. */
export const writeDiner = async (diner: DinerDocument): Promise<boolean> => {
  if (await table('diners').claim(diner)) return true
  const { _id, ...row } = diner
  const where = { _id, state: _.in(['rejected', 'ended']) }
  return (await table('diners').update(where, row)) === 1
}

/** Look-up of a diner, to bring along with the caller. */
export const dinerAlong = (dinerId: string): Lookup => ({ from: 'diners', id: dinerId })

/** The diner that came along, when it is of this centre. */
export const dinerOf = (ask: Pick<Ask, 'rows'>, centreId: string): DinerDocument | undefined =>
  ask.rows.diners?.centreId === centreId ? ask.rows.diners : undefined

/** Who eats, as the subsidy asks; the birth day counts once the staff confirmed it. */
export const eaterOf = ({
  state,
  birthSealed,
  careTags,
}: Pick<DinerDocument, 'state' | 'birthSealed' | 'careTags'>): Eater => ({
  birthDay: state === 'approved' || state === 'ended' ? (unseal(birthSealed) as ShanghaiDay) : '',
  careTags,
})

/** A diner by id. One request. */
export const dinerById = async (centreId: string, dinerId: string): Promise<DinerDocument | undefined> => {
  const diner = await table('diners').get(dinerId)
  return diner?.centreId === centreId ? diner : undefined
}

/** A diner with what the account says, as far as lists show it. */
export interface DinerWithAccount extends DinerDocument {
  readonly balance: number
  readonly owesUpTo: number
}

type Found = DinerDocument & {
  readonly accounts: readonly Pick<MealAccountDocument, 'balance' | 'owesUpTo'>[]
}

const withAccount = ({ accounts: [account], ...diner }: Found): DinerWithAccount => ({
  ...diner,
  balance: account?.balance ?? 0,
  owesUpTo: account?.owesUpTo ?? 0,
})

/** The account of each diner an aggregation finds. */
const accountOfEach = { from: 'mealAccounts', localField: '_id', foreignField: '_id', as: 'accounts' }

/** A page of a centre's diners in one state, by door. One request. */
export const dinerPage = async (
  centreId: string,
  state: DinerDocument['state'],
  after: string | undefined,
): Promise<readonly DinerWithAccount[]> => {
  const found = await list<Found>(
    table('diners')
      .aggregate()
      .match({ centreId, state, ...(after !== undefined && { order: _.gt(after) }) })
      .sort({ order: 1 })
      .limit(pageSize + 1)
      .lookup(accountOfEach)
      .project(withoutLines),
  )
  return found.map(withAccount)
}

/** More diners than one person ever orders for. */
const mostOwn = 50

/** A diner with the account and the subsidy rules that reach the diner's centre. */
export interface DinerOfFamily extends DinerWithAccount {
  readonly rules: readonly SubsidyRuleDocument[]
}

/** The diners somebody orders for as family: bound to them, or of their household. One request. */
export const dinersOfFamily = async (
  resident: Pick<ResidentDocument, '_id' | 'householdId'>,
): Promise<readonly DinerOfFamily[]> => {
  const bound = { 'family.who': resident._id }
  const { householdId } = resident
  const found = await list<Found & Pick<DinerOfFamily, 'rules'>>(
    table('diners')
      .aggregate()
      .match(householdId === '' ? bound : _.or([bound, { householdId }]))
      .sort({ order: 1 })
      .limit(mostOwn)
      .lookup(accountOfEach)
      .addFields({ line: lineOfRow })
      .lookup({ from: 'subsidyRules', localField: 'line', foreignField: 'centreId', as: 'rules' })
      .project(withoutLines),
  )
  return found.map(({ rules, ...diner }) => ({ ...withAccount(diner), rules }))
}

/** Binds a relative to a diner, unless they are already bound or there is no room for more. */
export const bindFamily = async (
  { _id, centreId }: Pick<DinerDocument, '_id' | 'centreId'>,
  relative: DinerDocument['family'][number],
): Promise<boolean> => {
  const room = { [`family.${mostFamily - 1}`]: _.exists(false), 'family.who': _.neq(relative.who) }
  const where = { _id, centreId, state: _.in(['pending', 'approved']), ...room }
  return (await table('diners').update(where, { family: _.push([relative]) })) === 1
}

/** Writes what a diner needs and avoids. */
export const writeDiet = async (
  { _id, centreId }: Pick<DinerDocument, '_id' | 'centreId'>,
  diet: Pick<DinerDocument, 'needs' | 'avoids'>,
): Promise<void> => {
  await table('diners').update({ _id, centreId }, diet)
}

/** A diner, to be changed in the same transaction. Another centre's is not found. */
export const dinerForUpdate = async (
  transaction: Transaction,
  centreId: string,
  dinerId: string,
): Promise<DinerDocument | undefined> => {
  const diner = await transaction.get('diners', dinerId)
  return diner?.centreId === centreId ? diner : undefined
}

/** Writes a diner's row in a transaction, over the former one when there is one. */
export const replaceDiner = async (
  transaction: Transaction,
  diner: DinerDocument,
  former: DinerDocument | undefined,
): Promise<void> => {
  const { _id, ...row } = diner
  if (former) await transaction.update('diners', _id, row)
  else await transaction.insert('diners', diner)
}

/** Id of the household that lives behind a door now; empty when none does. One request. */
export const householdBehind = async (
  transaction: Transaction,
  { centreId, building, room }: Pick<DinerDocument, 'centreId' | 'building' | 'room'>,
): Promise<string> => {
  const { household, begins } = await doorForUpdate(transaction, centreId, { building, room })
  return begins ? '' : household._id
}
