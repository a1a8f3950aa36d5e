import { canteenContract } from '../../types/canteen.contract'
import type { ActionName, InputOf } from '../../types/common/contract'
import { addDays, asInstant, instantOf, type ShanghaiDay, shanghaiDay } from '../../types/common/time'
import { canteenSamples } from '../harness/canteen-samples'
import { centres, openTown, people } from '../harness/town'

type Canteen = typeof canteenContract

export const centreId = centres.jingui
/** Pages go by the real clock, so these days are real. */
export const today = (): ShanghaiDay => shanghaiDay(asInstant(Date.now()))
export const tomorrow = (): ShanghaiDay => addDays(today(), 1)

/** Lunch that closes at midnight and is served all day: today's is past its cut-off, tomorrow's is open. */
const lunch = {
  slot: 'lunch' as const,
  capacity: 250,
  cutoffDaysBefore: 0,
  cutoffAt: 0,
  servedFrom: 1,
  servedTo: 1439,
}
const dishes = [
  { id: 'd1', name: '油爆虾', tags: [], allergens: ['虾蟹' as const] },
  { id: 'd2', name: '蒸蛋', tags: ['软烂' as const], allergens: ['蛋' as const] },
]
const meals = [
  { id: 'a', name: '普通套餐', price: 1500, dishIds: ['d1'], cap: 0 },
  { id: 'b', name: '软饭套餐', price: 1200, dishIds: ['d2'], cap: 0 },
]

type Elder = Partial<InputOf<Canteen, 'addDiner'>>

/**
 * 金桂社区 with a canteen, the menus of some days, and 7 yuan less for everybody from 80 on: all made through the front
 * door, three days before the first menu by the cloud's clock, which is left there.
 */
export const openDesk = async (days: readonly [ShanghaiDay, ...ShanghaiDay[]] = [today(), tomorrow()]) => {
  const first = days[0]
  const town = await openTown({ testClock: true })
  const done = <A extends ActionName<Canteen>>(action: A, input: InputOf<Canteen, A>, openid: string) =>
    town.done(canteenContract, action, input, openid)
  const { canteen, menu, rule, form } = {
    canteen: canteenSamples.saveCanteen,
    menu: canteenSamples.saveMenu,
    rule: canteenSamples.saveSubsidyRule,
    form: canteenSamples.addDiner,
  }
  await town.cloud.clock({ now: instantOf(addDays(first, -3), 12 * 60) })
  await done(
    'saveSubsidyRule',
    { ...rule, centreId: centres.district, startsOn: addDays(first, -1) },
    people.officer,
  )
  const { canteenId } = await done('saveCanteen', { ...canteen, slots: [lunch] }, people.staff)
  for (const day of days) {
    await done('saveMenu', { ...menu, canteenId, day, dishes, meals }, people.staff)
    await done('publishMenus', { centreId, canteenId, from: day, to: day }, people.staff)
  }

  return {
    town,
    done,
    canteenId,
    form,
    menuOf: (day: ShanghaiDay): string => `${canteenId}_${day}_lunch`,
    /** Registers an elder of 86 with so much on the account, in fen; answers the id. */
    elder: async (facts: Elder, balance: number): Promise<string> => {
      const filled = { ...form, careTags: [], needs: [], avoids: [], ...facts }
      const { dinerId } = await done('addDiner', filled, people.staff)
      if (balance > 0) await done('topUp', { centreId, dinerId, fen: balance, note: '' }, people.staff)
      return dinerId
    },
    /** The cloud's clock is right from here on. */
    now: () => town.cloud.clock({ now: null }),
    tick: async (): Promise<void> => {
      const { status, body } = await town.cloud.timer('canteen', 'tick')
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
  }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>
