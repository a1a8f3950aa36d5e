import type { FrontDoor } from '../front-door'
import { act, cast, centres, residentId } from './cast'

const centreId = centres.yinxing
const minute = 60_000
const dayLength = 24 * 60 * minute
const chinaOffset = 8 * 60 * minute

const dayOf = (at: number): string => new Date(at + chinaOffset).toISOString().slice(0, 10)
const minutesOfDay = (at: number): number => Math.floor(((at + chinaOffset) % dayLength) / minute)

const by = (door: FrontDoor, as: string, step: string, action: string, input: object): Promise<unknown> =>
  act(door, `canteen-${step}`, as, ['canteen', action], { centreId, ...input })

const idIn = (answer: unknown, field: string): string => String(Reflect.get(Object(answer), field))

const dishes = [
  { id: 'd1', name: '清蒸鲈鱼', tags: ['低盐', '低糖', '软烂'], allergens: ['鱼'] },
  { id: 'd2', name: '番茄炒蛋', tags: ['软烂', '素食'], allergens: ['蛋'] },
  { id: 'd3', name: '香菇青菜', tags: ['低盐', '低糖', '素食', '清真'], allergens: [] },
  { id: 'd4', name: '红烧肉', tags: ['软烂'], allergens: ['猪肉', '大豆'] },
  { id: 'd5', name: '冬瓜汤', tags: ['低盐', '低糖', '软烂', '素食', '清真'], allergens: [] },
]
const meals = [
  { id: 'm1', name: '普通套餐', price: 1500, dishIds: ['d4', 'd2', 'd3', 'd5'], cap: 0 },
  { id: 'm2', name: '低糖套餐', price: 1600, dishIds: ['d1', 'd3', 'd5'], cap: 20 },
  { id: 'm3', name: '素食套餐', price: 1200, dishIds: ['d2', 'd3', 'd5'], cap: 0 },
]

const elevenAtNight = 1380
const usualCutoff = 900

/**
 * Ordering for today's dinner closes a few minutes after the town opens, so that there soon is something to carry; late
 * at night today has no dinner any more.
 */
const dinnerCutoff = (now: number): number => {
  const soon = Math.ceil((minutesOfDay(now) + 3) / 5) * 5
  return soon < elevenAtNight ? soon : usualCutoff
}

const slotsAt = (now: number) => {
  const cutoffAt = dinnerCutoff(now)
  return [
    {
      slot: 'lunch',
      capacity: 120,
      cutoffDaysBefore: 0,
      cutoffAt: 570,
      servedFrom: 660,
      servedTo: 750,
    },
    {
      slot: 'dinner',
      capacity: 60,
      cutoffDaysBefore: 0,
      cutoffAt,
      servedFrom: cutoffAt + 5,
      servedTo: Math.min(1439, cutoffAt + 120),
    },
  ]
}

const openCanteen = async (door: FrontDoor, now: number): Promise<string> => {
  await by(door, cast.secretaryYinxing, 'subsidy', 'saveSubsidyRule', {
    startsOn: dayOf(now),
    tiers: [
      { title: '60 岁以上', fromAge: 60, careTags: [], kind: 'off', fen: 200 },
      { title: '70 岁以上', fromAge: 70, careTags: [], kind: 'off', fen: 400 },
      { title: '80 岁以上', fromAge: 80, careTags: [], kind: 'off', fen: 700 },
      { title: '低保老人', fromAge: 60, careTags: ['低保'], kind: 'pay', fen: 300 },
    ],
    funds: [
      { name: '区级补贴(演示)', share: 60 },
      { name: '街道补贴(演示)', share: 40 },
    ],
  })
  const saved = await by(door, cast.staffYinxing, 'canteen', 'saveCanteen', {
    name: '银杏长者食堂(演示)',
    address: '银杏路 8 号一楼',
    phone: '027-8765432',
    slots: slotsAt(now),
    welfareTo: cast.staffYinxing,
    pointsPerStop: 2,
    stopsPerRoute: 12,
    state: 'open',
  })
  return idIn(saved, 'canteenId')
}

const writeMenus = async (door: FrontDoor, canteenId: string, now: number): Promise<void> => {
  const minutes = minutesOfDay(now)
  const today = [...(minutes < 565 ? ['lunch'] : []), ...(minutes < dinnerCutoff(now) ? ['dinner'] : [])]
  for (const ahead of [0, 1, 2, 3, 4, 5, 6]) {
    const day = dayOf(now + ahead * dayLength)
    for (const slot of ahead === 0 ? today : ['lunch', 'dinner']) {
      const menu = { canteenId, day, slot, dishes, meals, photo: '' }
      await by(door, cast.staffYinxing, `menu-${ahead}-${slot}`, 'saveMenu', menu)
    }
  }
  const published = { canteenId, from: dayOf(now), to: dayOf(now + 6 * dayLength) }
  await by(door, cast.staffYinxing, 'publish', 'publishMenus', published)
}

/** Who eats here: name, birth day, building, room, needs, what is avoided, care tags, brought to the door, money in fen. */
const elders = [
  ['金凤仙', '1944-03-12', '1', '101', ['低糖'], [], ['独居'], true, 20_000],
  ['魏来福', '1938-11-02', '1', '201', ['软烂'], ['虾蟹'], [], true, 8000],
  ['姜永年', '1950-07-21', '2', '302', [], ['猪肉'], [], false, 5000],
  ['谢广德', '1946-01-30', '3', '402', ['低盐', '低糖'], [], ['低保'], true, 3000],
  ['陶阿婆', '1941-09-09', '2', '102', ['素食'], [], ['空巢'], true, 6000],
] as const

const seatElders = async (door: FrontDoor, now: number): Promise<string[]> => {
  const ids: string[] = []
  for (const [index, elder] of elders.entries()) {
    const [name, birthDay, building, room, needs, avoids, careTags, delivery, fen] = elder
    const emergency = { name: `${name}家人`, relation: '女儿', phone: `1380000${1000 + index}` }
    const form = { name, birthDay, building, room, phone: `1390000${1000 + index}`, needs, avoids, emergency }
    const added = await by(door, cast.staffYinxing, `elder-${index}`, 'addDiner', { ...form, careTags })
    const dinerId = idIn(added, 'dinerId')
    const until = dayOf(now + 200 * dayLength)
    await by(door, cast.staffYinxing, `elder-${index}-rights`, 'saveDiner', {
      dinerId,
      needs,
      avoids,
      careTags,
      building,
      room,
      ...(delivery && { delivery: { reason: '行动不便', until } }),
      owesUpTo: 0,
      ended: false,
    })
    await by(door, cast.staffYinxing, `elder-${index}-money`, 'topUp', { dinerId, fen, note: '现金(演示)' })
    ids.push(dinerId)
  }
  return ids
}

interface Offered {
  readonly rows: readonly {
    readonly menuId: string
    readonly day: string
    readonly slot: string
    readonly state: string
    readonly meals: readonly { readonly mealId: string; readonly toPay: number }[]
  }[]
  readonly mayDeliver: boolean
}

const order = async (
  door: FrontDoor,
  canteenId: string,
  ids: readonly string[],
  now: number,
): Promise<void> => {
  const wanted = [dayOf(now), dayOf(now + dayLength)]
  for (const [index, dinerId] of ids.entries()) {
    const seen = await by(door, cast.staffYinxing, `offer-${index}`, 'offer', {
      dinerId,
      canteenId,
      from: wanted[0],
    })
    const { rows, mayDeliver } = seen as Offered
    const picks = rows
      .filter(({ day, state }) => wanted.includes(day) && state === 'open')
      .flatMap(({ menuId, meals: offered }) => {
        const meal = offered[index % offered.length]
        return meal ? [{ menuId, mealId: meal.mealId, delivery: mayDeliver, toPay: meal.toPay }] : []
      })
    if (picks.length === 0) continue
    await by(door, cast.staffYinxing, `order-${index}`, 'placeOrders', {
      dinerId,
      canteenId,
      picks,
      note: '电话订餐(演示)',
    })
  }
}

/** A grandson registers his grandmother from his own phone and waits for the staff. */
const register = (door: FrontDoor): Promise<unknown> =>
  by(door, residentId('qi'), 'register', 'registerDiner', {
    relation: '爷爷奶奶',
    name: '戚老太',
    birthDay: '1936-05-18',
    building: '3',
    room: '101',
    phone: '',
    needs: ['软烂'],
    avoids: ['花生坚果'],
    emergency: { name: '戚小薇', relation: '孙女', phone: '13800001999' },
  })

/** 银杏社区 opens its canteen: menus of a week, elders with money on account, today's orders. */
export const playCanteen = async (door: FrontDoor): Promise<void> => {
  const now = Date.now()
  const canteenId = await openCanteen(door, now)
  await writeMenus(door, canteenId, now)
  await order(door, canteenId, await seatElders(door, now), now)
  await register(door)
}
