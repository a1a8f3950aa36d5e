import type { canteenContract } from '../../types/canteen.contract'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { checkText } from '../_kit/text-check'
import { dinerAlong } from './diner.store'
import { rate, ratingOf } from './evaluation.store'
import { dinerToOrderFor } from './order.action'
import { seenMenusAlong } from './placing.store'

type Canteen = typeof canteenContract

/** 评价: one tap after the meal, perhaps with some words; once for each meal, by whoever orders for the diner. */
export const evaluateMeal: Action<Canteen, 'evaluateMeal'> = along(
  ({ dinerId, menuId }) => [
    dinerAlong(dinerId),
    seenMenusAlong({ _id: menuId }, [dinerId], 1, ['orders', 'ratings']),
  ],
  async ({ centreId, dinerId, menuId, rating, words }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    const menu = ask.rows.menus
    const order = menu?.orders[dinerId]
    if (!menu || order?.voidedBecause !== '') return refuse('CANTEEN.NOT_ORDERED')
    if (ask.now < menu.servedFrom) return refuse('CANTEEN.TOO_EARLY')
    const done = { data: { rating }, target: menuId }
    const isOwn = (rated: Pick<typeof menu, 'ratings'> | undefined) => {
      const earlier = rated?.ratings[dinerId]
      return earlier?.rating === rating && earlier.words === words
    }
    // the same evaluation again changes nothing
    if (isOwn(menu)) return done
    if (menu.ratings[dinerId]) return refuse('CANTEEN.ALREADY_RATED')
    const risky = words === '' ? undefined : await checkText(ask.caller.openid, words, 2)
    if (risky) return refuse(risky)
    if (await rate(menuId, dinerId, { rating, words })) return done
    return isOwn(await ratingOf(menuId, dinerId)) ? done : refuse('CANTEEN.ALREADY_RATED')
  },
)
