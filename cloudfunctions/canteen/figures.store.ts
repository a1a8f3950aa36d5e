import { command as _ } from '../_kit/cloud'
import { list, table } from '../_kit/table'
import { counting, mostMenus } from './menu.store'

/** The range of `order` that a month's menus have. */
const ofMonth = (month: string) => ({ $gte: `${month}-01`, $lt: `${month}-32` })

/** Look-up of a month's settled menus at a canteen: what they came to and how they were liked. */
export const settledAlong = (centreId: string, canteenId: string, month: string) => ({
  from: 'menus' as const,
  id: {
    where: { canteenId, order: ofMonth(month), centreId, state: 'settled' },
    limit: mostMenus,
    fields: ['day', 'slot', 'summary', 'leftOver', 'ratings', 'order'],
  },
})

/** How many different people ate at a canteen in a month, counted over its settled menus. One request. */
export const distinctDiners = async (centreId: string, canteenId: string, month: string): Promise<number> => {
  const { $gte, $lt } = ofMonth(month)
  const [found] = await list<{ readonly diners: number }>(
    table('menus')
      .aggregate()
      .match({ canteenId, order: _.and([_.gte($gte), _.lt($lt)]), centreId, state: 'settled' })
      .project({ counting })
      .unwind('$counting')
      .group({ _id: '$counting.k' })
      .group({ _id: null, diners: { $sum: 1 } })
      .limit(1),
  )
  return found?.diners ?? 0
}
