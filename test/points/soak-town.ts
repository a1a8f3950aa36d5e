import { addDays, asInstant, instantOf, shanghaiDay } from '../../types/common/time'
import { centreId, type LedgerTown, secretary, staff } from './ledger-town'
import { doors, type Priced } from './soak-operations'

/** Calls under way at once. */
const abreast = 10

/** Who lives in the town of the soak. */
export const people: readonly string[] = Array.from({ length: 180 }, (_, n) => `soak-${n}`)
/** Pieces that came in of each thing. */
export const stock = 100_000

/** Does something with each, so many at once; the first failure ends it when those under way are through. */
export const pooled = async <Thing>(things: readonly Thing[], does: (thing: Thing) => Promise<void>) => {
  const line = [...things]
  const worker = async () => {
    for (let next = line.shift(); next !== undefined; next = line.shift()) {
      try {
        await does(next)
      } catch (error) {
        line.length = 0
        throw error
      }
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: abreast }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** Three things on the shelf, `stock` pieces of each. */
export const openShelf = async (town: LedgerTown): Promise<readonly Priced[]> => {
  const settings = {
    noticeDays: 3,
    pickupHours: 60,
    pickupPlace: '一楼',
    openingTimes: '周六',
    expireAfterYears: 1,
  }
  await town.done('saveSettings', { centreId, ...settings }, secretary)
  const shelf: Priced[] = []
  for (const [title, price, limit] of [
    ['大米', 30, 0],
    ['洗衣液', 12, 5],
    ['鸡蛋', 5, 0],
  ] as const) {
    const { itemId } = await town.done(
      'saveShelfItem',
      {
        centreId,
        title,
        price,
        limit,
        kind: 'goods',
        description: '',
        picture: '',
        limitPeriod: 'month',
        state: 'published',
        slots: [],
      },
      staff,
    )
    await town.done('stockIn', { centreId, itemId, quantity: stock }, staff)
    shelf.push({ itemId, price })
  }
  return shelf
}

/** Nine in the morning of the next day, far from midnight, so that every day has its batch and its timer. */
export const nextMorning = async (town: LedgerTown): Promise<void> => {
  const today = shanghaiDay(asInstant(await town.now()))
  await town.town.cloud.clock({ now: instantOf(addDays(today, 1), 540) })
}

/** Lets everybody in, some behind one door with those who follow them. */
export const moveIn = (town: LedgerTown): Promise<void> =>
  pooled([...people.entries()], ([n, openid]) => {
    const room = 1 + Math.floor((n * doors) / people.length)
    return town.lives(openid, '5', String(room))
  })
