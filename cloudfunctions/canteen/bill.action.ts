import type { canteenContract } from '../../types/canteen.contract'
import { pageOf } from '../_kit/page.rule'
import type { Action } from '../_kit/serve'
import { billPage } from './bill.store'

type Canteen = typeof canteenContract

/** 月账单: what a month came to for each diner of a centre, by door; made on the first of the next month. */
export const bills: Action<Canteen, 'bills'> = async ({ centreId, month, after }) => {
  const { rows, ...next } = pageOf(await billPage(centreId, month, after))
  const shown = rows.map(({ dinerId, nameMasked, building, room, ...figures }) => ({
    dinerId,
    name: nameMasked,
    building,
    room,
    meals: figures.meals,
    price: figures.price,
    subsidy: figures.subsidy,
    toPay: figures.toPay,
    closing: figures.closing,
    balance: figures.balance,
  }))
  return { data: { rows: shown, ...next } }
}
