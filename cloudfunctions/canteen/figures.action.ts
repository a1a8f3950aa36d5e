import type { canteenContract } from '../../types/canteen.contract'
import { type Action, along } from '../_kit/serve'
import { figuresOf } from './figures.rule'
import { distinctDiners, settledAlong } from './figures.store'

type Canteen = typeof canteenContract

/** What a month of a canteen came to, of the menus that are settled: all until yesterday. */
export const figures: Action<Canteen, 'figures'> = along(
  ({ centreId, canteenId, month }) => [settledAlong(centreId, canteenId, month)],
  async ({ centreId, canteenId, month }, { lists: { menus = [] } }) => {
    const diners = menus.length === 0 ? 0 : await distinctDiners(centreId, canteenId, month)
    return { data: figuresOf(menus, diners) }
  },
)
