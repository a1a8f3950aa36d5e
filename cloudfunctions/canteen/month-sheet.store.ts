import { command as _ } from '../_kit/cloud'
import { unseal } from '../_kit/privacy'
import { list, table } from '../_kit/table'
import type { SheetMenu } from './month-sheet.rule'

/** Menus read at once: a month of one slot. */
const menusAtOnce = 31
/** Diners read at once. */
const dinersAtOnce = 500

const kept = [
  'dinerId',
  'building',
  'room',
  'delivery',
  'price',
  'toPay',
  'subsidies',
  'tier',
  'voidedBecause',
]

/** An expression of the aggregation: of each order only what the sheet shows. */
const slimOrders = {
  $arrayToObject: {
    $map: {
      input: { $objectToArray: '$orders' },
      as: 'order',
      in: {
        k: '$$order.k',
        v: Object.fromEntries(kept.map((field) => [field, `$$order.v.${field}`])),
      },
    },
  },
}

/** A canteen's menus of a month that were cooked, in order. One request for each 31. */
export const cookedMenus = async (
  centreId: string,
  canteenId: string,
  month: string,
): Promise<readonly SheetMenu[]> => {
  const menus: (SheetMenu & { readonly order: string })[] = []
  for (;;) {
    const after = menus.at(-1)?.order ?? `${month}-01`
    const some = await list<(typeof menus)[number]>(
      table('menus')
        .aggregate()
        .match({
          canteenId,
          order: _.and([_.gt(after), _.lt(`${month}-32`)]),
          centreId,
          state: _.in(['frozen', 'settled']),
        })
        .sort({ order: 1 })
        .limit(menusAtOnce)
        .project({ day: 1, slot: 1, order: 1, orders: slimOrders }),
    )
    menus.push(...some)
    if (some.length < menusAtOnce) return menus
  }
}

/** Real names of diners, for sheets that are signed; whoever asks is logged. One request for each 500. */
export const namesOf = async (dinerIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>()
  for (let from = 0; from < dinerIds.length; from += dinersAtOnce) {
    const some = dinerIds.slice(from, from + dinersAtOnce)
    const fields = { _id: true, nameSealed: true, nameMasked: true }
    const found = await table('diners').find({ _id: _.in([...some]) }, { limit: dinersAtOnce, fields })
    // who deleted their account is known by the masked name only
    for (const { _id, nameSealed, nameMasked } of found) names.set(_id, unseal(nameSealed) || nameMasked)
  }
  return names
}
