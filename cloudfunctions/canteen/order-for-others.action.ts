import type { canteenContract } from '../../types/canteen.contract'
import type { Ask } from '../_kit/ask'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { districtOf } from './canteen.store'
import { dinerAlong, eaterOf } from './diner.store'
import type { Leave, Ordering } from './order.rule'
import { type Placed, place } from './ordering.store'
import { refusedResult } from './pick-result.rule'
import { payingAccountsAlong, seenMenusAlong } from './placing.store'
import { rulesAlong, rulesOnLine } from './subsidy.store'

type Canteen = typeof canteenContract

const orderingOf = (ask: Ask, lateBecause = ''): Ordering => ({
  source: 'staff',
  by: ask.caller.openid,
  byMasked: ask.caller.resident?.nameMasked ?? '',
  at: ask.now,
  requestKey: ask.requestKey,
  note: '',
  lateBecause,
})

/** Diners placed for at the same time: each has an account of its own, the menu takes one after the other. */
const atOnce = 8

/** 社区、站点替老人订: one menu, many diners of the centre. What a diner has on the menu already stays. */
export const orderForMany: Action<Canteen, 'orderForMany'> = along(
  ({ centreId, menuId, rows }) => {
    const ids = rows.map(({ dinerId }) => dinerId)
    return [
      { from: 'diners' as const, id: { where: { _id: { $in: ids } }, limit: ids.length } },
      payingAccountsAlong(ids),
      rulesAlong(centreId),
      seenMenusAlong({ _id: menuId }, ids, 1),
    ]
  },
  async ({ centreId, menuId, rows }, ask) => {
    const found = ask.rows.menus
    // a menu belongs to a canteen of the same district or is not there
    const menu = found && districtOf(found.centreId) === districtOf(centreId) ? found : undefined
    const leave: Leave = { now: ask.now, late: false, mayChange: false }
    const orderFor = async ({ dinerId, mealId, delivery }: (typeof rows)[number]) => {
      const diner = ask.lists.diners?.find((row) => row._id === dinerId && row.centreId === centreId)
      const refused = diner ? 'CANTEEN.NOT_APPROVED' : 'COMMON.NOT_FOUND'
      if (diner?.state !== 'approved') return refusedResult(menuId, refused)
      const { results } = await place({
        whose: { diner, eater: eaterOf(diner), rules: ask.lists.subsidyRules ?? [] },
        account: ask.lists.mealAccounts?.find(({ _id }) => _id === dinerId),
        ordering: orderingOf(ask),
        leave,
        wanted: [{ menuId, menu, mealId, delivery }],
      })
      return results[0] ?? refusedResult(menuId, 'COMMON.BUSY')
    }
    const results: Awaited<ReturnType<typeof orderFor>>[] = []
    for (let at = 0; at < rows.length; at += atOnce) {
      results.push(...(await Promise.all(rows.slice(at, at + atOnce).map(orderFor))))
    }
    return {
      data: {
        results: results.map(({ menuId: _menu, ...result }, at) => ({
          ...result,
          dinerId: rows[at]?.dinerId ?? '',
        })),
      },
      target: menuId,
    }
  },
)

type LateRefusal = (typeof canteenContract.actions)['addLate']['refusals'][number]
const lateRefusals: readonly string[] = [
  'CANTEEN.NOT_APPROVED',
  'CANTEEN.ALREADY_ORDERED',
  'CANTEEN.FULL',
  'CANTEEN.MENU_OVER',
  'CANTEEN.NO_DELIVERY',
  'CANTEEN.NO_CREDIT',
  'CANTEEN.NO_MEAL',
] satisfies readonly LateRefusal[]
const isLateRefusal = (code: string): code is LateRefusal => lateRefusals.includes(code)

const lateAnswer = ({ results: [result], isRecorded }: Placed, menuId: string) => {
  if (result?.state === 'placed') {
    const done = { data: { toPay: result.toPay }, target: menuId }
    return isRecorded ? { ...done, recorded: true as const } : done
  }
  return refuse(result && isLateRefusal(result.code) ? result.code : 'COMMON.BUSY')
}

/** 截单后加一份: by the staff of the canteen, for a diner of any centre of the district. */
export const addLate: Action<Canteen, 'addLate'> = along(
  ({ menuId, dinerId }) => [
    dinerAlong(dinerId),
    payingAccountsAlong([dinerId]),
    seenMenusAlong({ _id: menuId }, [dinerId], 1),
  ],
  async ({ centreId, menuId, mealId, delivery, reason }, ask) => {
    const { menus: menu, diners: diner, mealAccounts: account } = ask.rows
    if (menu?.centreId !== centreId || !diner || districtOf(diner.centreId) !== districtOf(centreId)) {
      return refuse('COMMON.NOT_FOUND')
    }
    if (diner.state !== 'approved') return refuse('CANTEEN.NOT_APPROVED')
    const placed = await place({
      whose: { diner, eater: eaterOf(diner), rules: await rulesOnLine(diner.centreId) },
      account,
      ordering: orderingOf(ask, reason),
      leave: { now: ask.now, late: true, mayChange: false },
      wanted: [{ menuId, menu, mealId, delivery }],
    })
    return lateAnswer(placed, menuId)
  },
)
