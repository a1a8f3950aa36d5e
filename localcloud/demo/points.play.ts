import type { FrontDoor } from '../front-door'
import { act, cast, centres, residentId } from './cast'
import { yinxingResidents } from './residents'

const centreId = centres.yinxing
const hour = 3_600_000
const dayLength = 24 * hour
const chinaOffset = 8 * hour

const dayOf = (at: number): string => new Date(at + chinaOffset).toISOString().slice(0, 10)
/** The next full hour, `days` later. */
const hourAt = (now: number, days: number): number => Math.ceil(now / hour) * hour + days * dayLength

const items = [
  { title: '垃圾分类值守', unit: '次', points: 20, caps: { day: 1, month: 12 }, evidence: 'none' },
  { title: '楼道清洁', unit: '次', points: 10, caps: { week: 2 }, evidence: 'none' },
  { title: '看望独居老人', unit: '次', points: 30, caps: { week: 3 }, evidence: 'none' },
  { title: '参加议事会', unit: '次', points: 15, caps: { month: 4 }, evidence: 'none' },
  { title: '捐旧衣旧书', unit: '公斤', points: 5, caps: { month: 40 }, evidence: 'photo' },
] as const

const shelf = [
  { kind: 'goods', title: '食用油 1.8 升', description: '一级大豆油', price: 60, limit: 2, stock: 30 },
  { kind: 'goods', title: '大米 2.5 公斤', description: '当年新米', price: 50, limit: 2, stock: 40 },
  { kind: 'goods', title: '工夫茶具', description: '一壶四杯', price: 120, limit: 1, stock: 5 },
  { kind: 'service', title: '上门洗油烟机', description: '家政公司师傅上门', price: 80, limit: 1, stock: 0 },
  { kind: 'honour', title: '邻里热心家庭', description: '送一张荣誉证书', price: 40, limit: 1, stock: 20 },
] as const

const by = (door: FrontDoor, as: string, step: string, action: string, input: object): Promise<unknown> =>
  act(door, `points-${step}`, as, ['points', action], { centreId, ...input })

const idIn = (answer: unknown, field: string): string => String(Reflect.get(Object(answer), field))

const rules = async (door: FrontDoor, now: number): Promise<string[]> => {
  await by(door, cast.secretaryYinxing, 'settings', 'saveSettings', {
    noticeDays: 3,
    pickupHours: 72,
    pickupPlace: '银杏社区一楼服务超市(演示)',
    openingTimes: '周六上午 9:00 至 11:30',
    expireAfterYears: 2,
  })
  const ids: string[] = []
  for (const [index, item] of items.entries()) {
    const saved = await by(door, cast.secretaryYinxing, `item-${index}`, 'saveEarningItem', {
      ...item,
      secondPersonAbove: 10,
      startsOn: dayOf(now - 30 * dayLength),
      stopped: false,
    })
    ids.push(idIn(saved, 'itemId'))
  }
  return ids
}

const log = async (door: FrontDoor, now: number, itemIds: readonly string[]): Promise<void> => {
  for (const [index, [key, , building, room]] of yinxingResidents.entries()) {
    const found = await by(door, cast.staffYinxing, `find-${key}`, 'findPassbook', { building, room })
    for (const back of [1, 2, 3, 4, 5]) {
      await by(door, cast.staffYinxing, `log-${key}-${back}`, 'logPoints', {
        passbookId: idIn(found, 'passbookId'),
        itemId: itemIds[(index + back) % 4], // the fifth wants a photo
        units: 1,
        happenedAt: now - back * dayLength,
        note: '演示',
      })
    }
  }
}

const fillShelf = async (door: FrontDoor, now: number): Promise<string[]> => {
  const staff = cast.staffYinxing
  const sponsor = await by(door, staff, 'sponsor', 'saveSponsor', {
    name: '惠邻超市(演示)',
    contact: '赵经理',
  })
  const sponsorId = idIn(sponsor, 'sponsorId')
  const ids: string[] = []
  for (const [index, { stock, ...item }] of shelf.entries()) {
    const slots =
      item.kind === 'service'
        ? [3, 4, 5].map((days) => ({
            startsAt: hourAt(now, days),
            endsAt: hourAt(now, days) + 2 * hour,
            places: 2,
          }))
        : []
    const saved = await by(door, staff, `shelf-${index}`, 'saveShelfItem', {
      ...item,
      picture: '',
      limitPeriod: 'month',
      sponsorId,
      state: 'published',
      slots,
    })
    const itemId = idIn(saved, 'itemId')
    ids.push(itemId)
    if (stock > 0) await by(door, staff, `stock-${index}`, 'stockIn', { itemId, quantity: stock, sponsorId })
  }
  return ids
}

const redeem = async (door: FrontDoor, itemIds: readonly string[]): Promise<void> => {
  const [first, second] = yinxingResidents
  const [itemId, goods] = [itemIds[1], shelf[1]]
  if (!first || !second || !itemId || !goods) return
  const wish = { itemId, quantity: 1, price: goods.price }
  await by(door, residentId(first[0]), 'redeem-held', 'redeem', wish)
  const done = await by(door, residentId(second[0]), 'redeem-done', 'redeem', wish)
  await by(door, cast.staffYinxing, 'fulfil', 'fulfil', { redemptionId: idIn(done, 'redemptionId') })
}

const shifts = async (door: FrontDoor, now: number): Promise<void> => {
  const added = await by(door, cast.staffYinxing, 'shifts', 'addShifts', {
    title: '长者食堂帮厨',
    place: '银杏社区长者食堂(演示)',
    cap: 6,
    pointsPerHour: 10,
    times: [2, 9].map((days) => ({ startsAt: hourAt(now, days), endsAt: hourAt(now, days) + 2 * hour })),
  })
  const [shiftId] = Reflect.get(Object(added), 'shiftIds') as string[]
  for (const [key] of yinxingResidents.slice(0, 3)) {
    await by(door, residentId(key), `take-${key}`, 'takeShift', { shiftId })
  }
}

/** 银杏社区 logs points, fills its supermarket and looks for volunteers. */
export const playPoints = async (door: FrontDoor): Promise<void> => {
  const now = Date.now()
  const itemIds = await rules(door, now)
  await log(door, now, itemIds)
  await redeem(door, await fillShelf(door, now))
  await shifts(door, now)
}
