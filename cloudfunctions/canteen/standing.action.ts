import type { canteenContract } from '../../types/canteen.contract'
import { shanghaiDay } from '../../types/common/time'
import type { TakenOff } from '../_kit/documents/canteen'
import { orderOf } from '../_kit/ids'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { districtOf } from './canteen.store'
import { mayHaveDelivery } from './diner.rule'
import { dinerAlong } from './diner.store'
import { dinerToOrderFor } from './order.action'
import { whyClosed } from './order.rule'
import { payingAccount } from './placing.store'
import { whyNotStanding, withPause } from './standing.rule'
import {
  canteenById,
  lookAgain,
  menusOfDays,
  removeStanding,
  standingAlong,
  standingById,
  writePauses,
  writeStanding,
} from './standing.store'
import { payBack, takeOff } from './taking-off.store'

type Canteen = typeof canteenContract

/** Pauses may be changed by two people at once; each try sees them anew. */
const tries = 4

export const standing: Action<Canteen, 'standing'> = along(
  ({ dinerId }) => [dinerAlong(dinerId), standingAlong(dinerId)],
  async ({ centreId }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    const row = ask.rows.standingOrders
    const today = shanghaiDay(ask.now)
    const canteen = row && (await canteenById(row.canteenId))
    return {
      data: {
        canteenId: row?.canteenId ?? '',
        canteenName: canteen?.name ?? '',
        days: [...(row?.days ?? [])],
        pauses: (row?.pauses ?? []).filter(({ to }) => to >= today),
        mayDeliver: mayHaveDelivery(found.diner, today),
      },
    }
  },
)

/** No day at all ends the standing order. What it has ordered already stays until it is cancelled. */
export const saveStanding: Action<Canteen, 'saveStanding'> = along(
  ({ dinerId, canteenId }) => [
    dinerAlong(dinerId),
    standingAlong(dinerId),
    { from: 'canteens', id: canteenId },
  ],
  async ({ centreId, canteenId, days }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    const { diner, resident } = found
    const done = { data: { days: days.length }, target: diner._id }
    if (days.length === 0) {
      await removeStanding(diner._id)
      return done
    }
    if (diner.state !== 'approved') return refuse('CANTEEN.NOT_APPROVED')
    const canteen = ask.rows.canteens
    if (canteen?.districtId !== districtOf(centreId)) return refuse('COMMON.NOT_FOUND')
    const refused = whyNotStanding(days, diner, shanghaiDay(ask.now))
    if (refused) return refused
    const { standingOrders: seen } = ask.rows
    const by = { by: resident._id, byMasked: resident.nameMasked }
    const order = orderOf(ask.now, diner._id)
    const row = { _id: diner._id, centreId, canteenId, days, pauses: [], ...by, order }
    if (!(await writeStanding(row, seen))) await writeStanding(row, seen ? undefined : row)
    await lookAgain(canteenId, ask.now)
    return done
  },
)

/**
 * The pause is written before anything is taken off, so that the timer orders nothing anew in between. Whoever is away
 * eats nothing here: what was ordered by hand for these days goes as well, and the page says so beforehand.
 */
export const pauseStanding: Action<Canteen, 'pauseStanding'> = along(
  ({ dinerId }) => [dinerAlong(dinerId), standingAlong(dinerId)],
  async ({ centreId, dinerId, from, to }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    const { now, requestKey, caller } = ask
    let row = ask.rows.standingOrders
    for (let attempt = 0; row; attempt += 1) {
      const paused = withPause(row.pauses, { from, to }, shanghaiDay(now))
      if (isRefused(paused)) return paused
      if (paused.pauses === row.pauses || (await writePauses(row, paused.pauses))) break
      if (attempt === tries) return refuse('COMMON.BUSY')
      row = await standingById(dinerId)
    }
    if (!row) return refuse('CANTEEN.NO_STANDING')

    const by = { by: caller.openid, byMasked: found.resident.nameMasked, requestKey }
    for (const menu of await menusOfDays(row.canteenId, from, to, dinerId)) {
      const order = menu.orders[dinerId]
      const isOpen = order && !whyClosed(menu, { now, late: false })
      const taken: TakenOff | undefined = isOpen ? { order, reason: '暂停', at: now, ...by } : undefined
      const own = menu.refunds.filter((earlier) => earlier.requestKey === requestKey)
      const isOff = taken && (await takeOff(menu, taken, { now, forGood: false }))
      const back = isOff ? [...own, taken] : own
      if (back.length > 0) await payBack(menu, back)
    }
    // the account also knows what a run of this request that died had given back
    const account = await payingAccount(dinerId)
    const lines = account?.journals.filter((journal) => journal.requestKey === requestKey) ?? []
    const back = lines.reduce((sum, { amount }) => sum + amount, 0)
    return { data: { cancelled: lines.length, back }, target: dinerId }
  },
)

export const resumeStanding: Action<Canteen, 'resumeStanding'> = along(
  ({ dinerId }) => [dinerAlong(dinerId), standingAlong(dinerId)],
  async ({ centreId, dinerId, from }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    let row = ask.rows.standingOrders
    for (let attempt = 0; row && attempt < tries; attempt += 1) {
      const pauses = row.pauses.filter((pause) => pause.from !== from)
      if (pauses.length === row.pauses.length || (await writePauses(row, pauses))) {
        await lookAgain(row.canteenId, ask.now)
        return { data: { pauses: pauses.length }, target: dinerId }
      }
      row = await standingById(dinerId)
    }
    return row ? refuse('COMMON.BUSY') : refuse('CANTEEN.NO_STANDING')
  },
)
