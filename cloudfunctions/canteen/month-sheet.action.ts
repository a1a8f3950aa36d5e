import type { canteenContract } from '../../types/canteen.contract'
import { uploadFile } from '../_kit/files'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { monthSheetOf } from './month-sheet.rule'
import { monthSheetFile } from './month-sheet.sheet'
import { cookedMenus, namesOf } from './month-sheet.store'
import { reconciliationsOf } from './settlement.store'

type Canteen = typeof canteenContract

/** 助餐月表 with real names, because it is signed; the audit row keeps who took which month. */
export const monthSheet: Action<Canteen, 'monthSheet'> = along(
  ({ canteenId }) => [{ from: 'canteens', id: canteenId }],
  async ({ centreId, canteenId, month }, ask) => {
    const canteen = ask.rows.canteens
    if (canteen?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const menus = await cookedMenus(centreId, canteenId, month)
    if (menus.length === 0) return refuse('CANTEEN.NO_MENU')
    const sheet = monthSheetOf(menus)
    const dinerIds = new Set(sheet.funds.flatMap(({ lines }) => lines.map(({ dinerId }) => dinerId)))
    const names = await namesOf([...dinerIds])
    const heading = `${canteen.name} ${Number(month.slice(0, 4))}年${Number(month.slice(5))}月 助餐`
    const file = await monthSheetFile(heading, sheet, (dinerId) => names.get(dinerId) ?? '')
    // the request's key makes the path one that nobody can guess
    const data = await uploadFile(`meal-months/${ask.requestKey}.xlsx`, file)
    return { data, target: `${canteenId} ${month}` }
  },
)

/** 对账 of a month: each menu's orders against the accounts, as the nights found it. */
export const mealReconciliations: Action<Canteen, 'mealReconciliations'> = async ({
  centreId,
  canteenId,
  month,
}) => {
  const found = await reconciliationsOf(centreId, canteenId, month)
  return {
    data: {
      rows: found.map(({ _id, day, slot, orders, price, toPay, subsidies, drift }) => ({
        menuId: _id,
        day,
        slot,
        orders,
        price,
        toPay,
        subsidies: [...subsidies],
        drift: [...drift],
      })),
    },
  }
}
