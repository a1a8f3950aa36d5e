import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf, RefusalOf } from '../../types/common/contract'
import { shanghaiDay } from '../../types/common/time'
import { transact } from '../_kit/ask'
import { doorOf, doorOrder } from '../_kit/door.rule'
import { tellWithin } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { unseal } from '../_kit/privacy'
import { isRefused, type Outcome, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { accountFiguresAlong, openAccount } from './account.store'
import { isBirthDay, isOwnDiner, owesOrHas, whyNotDecided } from './diner.rule'
import {
  dinerAlong,
  dinerForUpdate,
  dinerIdOf,
  dinerOf,
  dinerPage,
  eaterOf,
  householdBehind,
  isTaken,
  newDiner,
  replaceDiner,
} from './diner.store'
import { dinerView } from './diner.view'
import { rulesAlong } from './subsidy.store'
import { decidedNotices } from './told.rule'

type Canteen = typeof canteenContract
type Added = Outcome<OutputOf<Canteen, 'addDiner'>, RefusalOf<Canteen, 'addDiner'>>
type Decided = Outcome<OutputOf<Canteen, 'decideDiner'>, RefusalOf<Canteen, 'decideDiner'>>
type Saved = Outcome<OutputOf<Canteen, 'saveDiner'>, RefusalOf<Canteen, 'saveDiner'>>

/** 名册: a centre's diners in one state, by door. */
export const diners: Action<Canteen, 'diners'> = along(
  ({ centreId }) => [rulesAlong(centreId)],
  async ({ centreId, state, after }, ask) => {
    const { rows, ...next } = pageOf(await dinerPage(centreId, state, after))
    const shown = rows.map((diner) => ({
      ...dinerView(diner, eaterOf(diner), ask.lists.subsidyRules ?? [], shanghaiDay(ask.now)),
      careTags: [...diner.careTags],
      balance: diner.balance,
      owesUpTo: diner.owesUpTo,
      registeredBy: diner.registeredByMasked,
    }))
    return { data: { rows: shown, ...next } }
  },
)

/** One diner with emergency contact, family and entitlement, masked. */
export const diner: Action<Canteen, 'diner'> = along(
  ({ centreId, dinerId }) => [dinerAlong(dinerId), accountFiguresAlong(dinerId), rulesAlong(centreId)],
  async ({ centreId }, ask) => {
    const found = dinerOf(ask, centreId)
    if (!found) return refuse('COMMON.NOT_FOUND')
    const { nameMasked: name, relation, phoneMasked: phone } = found.emergency
    return {
      data: {
        ...dinerView(found, eaterOf(found), ask.lists.subsidyRules ?? [], shanghaiDay(ask.now)),
        careTags: [...found.careTags],
        phone: found.phoneMasked,
        emergency: { name, relation, phone },
        deliveryReason: found.deliveryReason,
        family: found.family.map((one) => ({
          residentId: one.who,
          name: one.nameMasked,
          relation: one.relation,
        })),
        owesUpTo: ask.rows.mealAccounts?.owesUpTo ?? 0,
        balance: ask.rows.mealAccounts?.balance ?? 0,
        rejectedBecause: found.rejectedBecause,
      },
    }
  },
)

/** A diner in full. The audit row keeps who looked at whom; not what was seen. */
export const dinerPersonal: Action<Canteen, 'dinerPersonal'> = along(
  ({ dinerId }) => [dinerAlong(dinerId)],
  async ({ centreId, dinerId }, ask) => {
    const found = dinerOf(ask, centreId)
    if (!found) return refuse('COMMON.NOT_FOUND')
    return {
      data: {
        name: unseal(found.nameSealed),
        birthDay: unseal(found.birthSealed),
        phone: unseal(found.phoneSealed),
        emergencyName: unseal(found.emergency.nameSealed),
        emergencyPhone: unseal(found.emergency.phoneSealed),
      },
      target: dinerId,
    }
  },
)

/** Registers an elder who came or called; the staff saw the papers, so the account is there at once. */
export const addDiner: Action<Canteen, 'addDiner'> = along(
  (form) => [dinerAlong(dinerIdOf(form))],
  async ({ careTags, ...form }, ask) => {
    const { caller, requestKey, now } = ask
    if (!isBirthDay(form.birthDay, shanghaiDay(now))) return refuse('CANTEEN.WRONG_BIRTH')
    const dinerId = dinerIdOf(form)
    const done = { data: { dinerId }, target: dinerId }
    if (ask.rows.diners?.requestKey === requestKey) return done
    const unplaced = newDiner(form, {
      state: 'approved',
      careTags,
      family: [],
      registeredBy: caller.openid,
      registeredByMasked: caller.resident?.nameMasked ?? '',
      requestKey,
    })
    let isOurs = false
    const added = await transact(ask, async (transaction): Promise<Added> => {
      const known = await dinerForUpdate(transaction, form.centreId, dinerId)
      isOurs = known?.requestKey === requestKey
      if (isTaken(known)) return refuse('CANTEEN.ALREADY_DINER')
      const row = { ...unplaced, householdId: await householdBehind(transaction, unplaced) }
      if (isOwnDiner(caller.resident, row)) return refuse('CANTEEN.OWN_AFFAIR')
      await replaceDiner(transaction, row, known)
      await openAccount(transaction, row)
      return done
    })
    // the same request ran twice at once, and this run came second
    return isRefused(added) && isOurs ? done : added
  },
)

/** Lets an applicant eat here, with an account, or turns the application down; tells the family. */
export const decideDiner: Action<Canteen, 'decideDiner'> = (input, ask) =>
  transact(ask, async (transaction): Promise<Decided> => {
    const { centreId, dinerId, decision, reason } = input
    const found = await dinerForUpdate(transaction, centreId, dinerId)
    if (!found) return refuse('COMMON.NOT_FOUND')
    const householdId = await householdBehind(transaction, found)
    const applicant = { ...found, householdId }
    const why = whyNotDecided(applicant, ask.caller.resident, decision, reason)
    if (why) return refuse(why)
    if (decision === 'approve') {
      await transaction.update('diners', dinerId, { state: 'approved', rejectedBecause: '', householdId })
      await openAccount(transaction, applicant)
    } else {
      await transaction.update('diners', dinerId, { state: 'rejected', rejectedBecause: reason })
    }
    const notices = decidedNotices(applicant, decision, reason, ask.requestKey)
    await tellWithin(transaction, notices, ask.now)
    return { data: { dinerId }, target: dinerId }
  })

/** Changes what the staff decide about a diner: door, care tags, diet, delivery, how far the bill may grow, the end. */
export const saveDiner: Action<Canteen, 'saveDiner'> = (input, ask) =>
  transact(ask, async (transaction): Promise<Saved> => {
    const { centreId, dinerId, needs, avoids, careTags, delivery, ended } = input
    const found = await dinerForUpdate(transaction, centreId, dinerId)
    if (found?.state !== 'approved') return refuse('COMMON.NOT_FOUND')
    const door = doorOf(input.building, input.room)
    const householdId = await householdBehind(transaction, { centreId, ...door })
    const moved = { ...found, ...door, householdId }
    const { resident } = ask.caller
    if (isOwnDiner(resident, found) || isOwnDiner(resident, moved)) return refuse('CANTEEN.OWN_AFFAIR')
    const account = await transaction.get('mealAccounts', dinerId)
    if (ended && account && owesOrHas(account)) return refuse('CANTEEN.STILL_OWES')
    const order = doorOrder(door, dinerId)
    await transaction.update('diners', dinerId, {
      ...door,
      householdId,
      needs,
      avoids,
      careTags,
      deliveryUntil: delivery?.until ?? '',
      deliveryReason: delivery?.reason ?? '',
      state: ended ? 'ended' : 'approved',
      order,
    })
    // the account stays open, so that what is given back later finds it
    await transaction.update('mealAccounts', dinerId, {
      ...door,
      owesUpTo: ended ? 0 : input.owesUpTo,
      order,
    })
    return { data: { dinerId }, target: dinerId }
  })
