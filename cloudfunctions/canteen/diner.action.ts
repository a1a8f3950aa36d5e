import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf, RefusalOf } from '../../types/common/contract'
import { shanghaiDay } from '../../types/common/time'
import { type Ask, transact } from '../_kit/ask'
import type { DinerDocument } from '../_kit/documents/canteen'
import { blindHash } from '../_kit/privacy'
import { type Outcome, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { isBirthDay, mayBind } from './diner.rule'
import {
  bindFamily,
  dinerAlong,
  dinerById,
  dinerForUpdate,
  dinerIdOf,
  dinerOf,
  dinersOfFamily,
  eaterOf,
  isTaken,
  newDiner,
  writeDiet,
  writeDiner,
} from './diner.store'
import { dinerView } from './diner.view'
import { claimedDiner, dinerCodeAt, readDinerCode } from './diner-code.rule'
import { ordersAs } from './family.rule'

type Canteen = typeof canteenContract

/** What binding codes are signed with: the deployment's own secret, for this purpose only. */
const seed = (): string => blindHash('diner-code')

/** Whom the caller orders for as family. The caller's household comes along so that the caller's row is loaded. */
export const myDiners: Action<Canteen, 'myDiners'> = along(
  () => [{ from: 'households', id: { of: 'household' } }],
  async (_input, ask) => {
    const { resident, openid } = ask.caller
    const found = resident ? await dinersOfFamily(resident) : []
    const shown = found.filter(({ state }) => state !== 'ended')
    const rows = shown.map((diner) => ({
      ...dinerView(diner, eaterOf(diner), diner.rules, shanghaiDay(ask.now)),
      relation: diner.family.find(({ who }) => who === openid)?.relation ?? '家人',
      rejectedBecause: diner.rejectedBecause,
      balance: diner.balance,
      owesUpTo: diner.owesUpTo,
    }))
    return { data: { rows } }
  },
)

const requestOf = (ask: Ask) => ({
  registeredBy: ask.caller.openid,
  registeredByMasked: ask.caller.resident?.nameMasked ?? '',
  requestKey: ask.requestKey,
})

/** Registers an elder to eat here; the one who registers is the first of the family. */
export const registerDiner: Action<Canteen, 'registerDiner'> = along(
  (form) => [dinerAlong(dinerIdOf(form))],
  async ({ relation, ...form }, ask) => {
    const { openid, resident } = ask.caller
    if (!mayBind(resident)) return refuse('CANTEEN.JOIN_FIRST')
    if (!isBirthDay(form.birthDay, shanghaiDay(ask.now))) return refuse('CANTEEN.WRONG_BIRTH')
    const diner = newDiner(form, {
      state: 'pending',
      careTags: [],
      family: [{ who: openid, nameMasked: resident.nameMasked, relation }],
      ...requestOf(ask),
    })
    const done = { data: { dinerId: diner._id }, target: diner._id }
    const isOurs = (row: DinerDocument | undefined) => row?.requestKey === ask.requestKey
    if (isOurs(ask.rows.diners)) return done
    if (isTaken(ask.rows.diners)) return refuse('CANTEEN.ALREADY_DINER')
    if (await writeDiner(diner)) return done
    return isOurs(await dinerById(form.centreId, diner._id)) ? done : refuse('CANTEEN.ALREADY_DINER')
  },
)

/** The code another relative binds by. */
export const dinerCode: Action<Canteen, 'dinerCode'> = along(
  ({ dinerId }) => [dinerAlong(dinerId)],
  async ({ centreId, dinerId }, ask) => {
    const diner = dinerOf(ask, centreId)
    if (!diner || !isTaken(diner) || !ordersAs(ask.caller.resident, diner)) return refuse('CANTEEN.NOT_YOURS')
    return { data: dinerCodeAt(seed(), dinerId, ask.now) }
  },
)

/** Binds the caller to a diner by the code the family showed. */
export const joinDiner: Action<Canteen, 'joinDiner'> = along(
  ({ code }) => [dinerAlong(claimedDiner(code))],
  async ({ centreId, code, relation }, ask) => {
    const { openid, resident } = ask.caller
    if (!mayBind(resident)) return refuse('CANTEEN.JOIN_FIRST')
    const diner = dinerOf(ask, centreId)
    const named = readDinerCode(code, seed(), ask.now)
    if (!diner || !isTaken(diner) || named !== diner._id) return refuse('CANTEEN.BAD_CODE')
    const done = { data: { dinerId: diner._id, name: diner.nameMasked }, target: diner._id }
    const isBound = (row: DinerDocument | undefined) => row?.family.some(({ who }) => who === openid)
    if (isBound(diner)) return done
    const { nameMasked } = resident
    if (await bindFamily(diner, { who: openid, nameMasked, relation })) return done
    return isBound(await dinerById(centreId, diner._id)) ? done : refuse('CANTEEN.FAMILY_FULL')
  },
)

type Left = Outcome<OutputOf<Canteen, 'leaveDiner'>, RefusalOf<Canteen, 'leaveDiner'>>

/** Lets the caller go from a diner's family. */
export const leaveDiner: Action<Canteen, 'leaveDiner'> = ({ centreId, dinerId }, ask) =>
  transact(ask, async (transaction): Promise<Left> => {
    const diner = await dinerForUpdate(transaction, centreId, dinerId)
    const others = diner?.family.filter(({ who }) => who !== ask.caller.openid)
    if (!diner || others?.length === diner.family.length) return refuse('CANTEEN.NOT_YOURS')
    await transaction.update('diners', dinerId, { family: others })
    return { data: { dinerId }, target: dinerId }
  })

/** What a diner needs and does not eat, by whoever may order for them. */
export const saveDiet: Action<Canteen, 'saveDiet'> = along(
  ({ dinerId }) => [dinerAlong(dinerId)],
  async ({ centreId, dinerId, needs, avoids }, ask) => {
    const diner = dinerOf(ask, centreId)
    if (!diner || !isTaken(diner) || !ordersAs(ask.caller.resident, diner)) return refuse('CANTEEN.NOT_YOURS')
    await writeDiet(diner, { needs, avoids })
    return { data: { dinerId }, target: dinerId }
  },
)
