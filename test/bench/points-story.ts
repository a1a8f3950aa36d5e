import { asInstant, shanghaiDay } from '../../types/common/time'
import { listsContract } from '../../types/lists.contract'
import { pointsContract } from '../../types/points.contract'
import { centres, people, type Town } from '../harness/town'

const centreId = centres.jingui

export interface PointsStory {
  readonly passbookId: string
  readonly earningItemId: string
  readonly shelfItemId: string
}

/** The resident's household has earned points, and the shelf has something for them. */
export const earnSome = async (town: Town): Promise<PointsStory> => {
  const item = await town.done(
    pointsContract,
    'saveEarningItem',
    {
      centreId,
      title: '楼道清洁',
      unit: '次',
      points: 50,
      caps: {},
      evidence: 'none',
      secondPersonAbove: 100,
      startsOn: shanghaiDay(asInstant(Date.now())),
      stopped: false,
    },
    people.secretary,
  )
  const { passbookId } = await town.done(pointsContract, 'myPassbook', { centreId }, people.resident)
  const log = { centreId, passbookId, itemId: item.itemId, units: 10, happenedAt: Date.now() }
  await town.done(pointsContract, 'logPoints', log, people.staff)
  const { itemId } = await town.done(
    pointsContract,
    'saveShelfItem',
    {
      centreId,
      kind: 'goods',
      title: '大米',
      description: '',
      picture: '',
      price: 20,
      limit: 0,
      limitPeriod: 'month',
      state: 'published',
      slots: [],
    },
    people.staff,
  )
  await town.done(pointsContract, 'stockIn', { centreId, itemId, quantity: 50 }, people.staff)
  return { passbookId, earningItemId: item.itemId, shelfItemId: itemId }
}

/** Everyday questions of the points room. */
export const pointsQuestions = (story: PointsStory) => ({
  'points.myPassbook': (town: Town) => town.ask(pointsContract, 'myPassbook', { centreId }, people.resident),
  'points.shelf': (town: Town) => town.ask(pointsContract, 'shelf', { centreId }, people.resident),
  'points.logPoints (writes)': (town: Town) =>
    town.ask(
      pointsContract,
      'logPoints',
      {
        centreId,
        passbookId: story.passbookId,
        itemId: story.earningItemId,
        units: 1,
        happenedAt: Date.now(),
      },
      people.staff,
    ),
  'points.redeem (writes)': (town: Town) =>
    town.ask(
      pointsContract,
      'redeem',
      { centreId, itemId: story.shelfItemId, quantity: 1, price: 20 },
      people.resident,
    ),
  'points.myRedemptions': (town: Town) =>
    town.ask(pointsContract, 'myRedemptions', { centreId }, people.resident),
  'lists.editions': (town: Town) => town.ask(listsContract, 'editions', { centreId }, people.resident),
})
