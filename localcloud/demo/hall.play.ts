import type { FrontDoor } from '../front-door'
import { act, cast, centres, residentId } from './cast'

const centreId = centres.yinxing
const minute = 60_000
const hour = 60 * minute
const dayLength = 24 * hour
const chinaOffset = 8 * hour

const by = (door: FrontDoor, as: string, step: string, action: string, input: object): Promise<unknown> =>
  act(door, `hall-${step}`, as, ['hall', action], { centreId, ...input })

const field = (answer: unknown, name: string): string => String(Reflect.get(Object(answer), name))
const dayOf = (at: number): string => new Date(at + chinaOffset).toISOString().slice(0, 10)

/** The moment of an hour in China, so many days ahead. */
const ahead = (now: number, days: number, hours: number): number =>
  Date.parse(`${dayOf(now + days * dayLength)}T00:00:00Z`) - chinaOffset + hours * hour

const raise = async (door: FrontDoor, who: string, step: string, text: string, place: string) =>
  field(
    await by(door, residentId(who), step, 'raiseMatter', { text, place, photos: [], anonymous: false }),
    'matterId',
  )

const sort = (door: FrontDoor, matterId: string, tier: string) =>
  by(door, cast.staffYinxing, `sort-${tier}`, 'triageMatter', { matterId, tier, officer: cast.staffYinxing })

/** A lamp that is mended and answered, a corridor three people are asked about, one nobody has looked at yet. */
const playMatters = async (door: FrontDoor): Promise<void> => {
  const lamp = await raise(door, 'jin', 'lamp', '3栋楼下的路灯不亮,晚上看不清台阶', '3栋楼下')
  await sort(door, lamp, 'brief')
  const seen = field(
    await by(door, cast.staffYinxing, 'lamp-seen', 'matterOfStaff', { matterId: lamp }),
    'changes',
  )
  await by(door, cast.staffYinxing, 'lamp-answer', 'answerMatter', {
    matterId: lamp,
    text: '灯泡今天下午换好了,晚上请您看看亮不亮',
    photos: [],
    seen: Number(seen),
  })
  const corridor = await raise(door, 'tao', 'corridor', '2栋楼道里堆了好多纸箱,怕着火', '2栋一单元')
  await sort(door, corridor, 'fast')
  await by(door, cast.staffYinxing, 'corridor-ask', 'askOpinions', {
    matterId: corridor,
    people: [cast.secretaryYinxing],
  })
  const bikes = await raise(door, 'qi', 'bikes', '小区门口电动车乱停,婴儿车过不去', '东门')
  await by(door, residentId('jiang2'), 'bikes-back', 'backMatter', { matterId: bikes })
}

/** A lift: an assembly with builder and property company, announced for next week. */
const playLift = async (door: FrontDoor, now: number): Promise<void> => {
  const lift = await raise(door, 'wei', 'lift', '1栋老人多,想加装一部电梯', '1栋')
  await sort(door, lift, 'assembly')
  const session = await by(door, cast.staffYinxing, 'session', 'saveSession', {
    seen: 0,
    title: '1栋加装电梯第一次协商',
    startsAt: ahead(now, 6, 19),
    endsAt: ahead(now, 6, 21),
    place: '银杏社区议事厅',
    quorum: 3,
    open: false,
    buildings: ['1'],
    agenda: [
      { matterId: lift, title: '听施工方介绍方案,业主说意见', minutes: 90 },
      { title: '下次什么时候开', minutes: 10 },
    ],
    parties: [
      { role: 'builder', title: '演示电梯公司', name: '周工' },
      { role: 'property', title: '演示物业', name: '吴经理' },
    ],
  })
  const sessionId = field(session, 'sessionId')
  const seen = Number(field(session, 'changes'))
  await by(door, cast.staffYinxing, 'announce', 'announceSession', { sessionId, seen })
  await by(door, residentId('wei'), 'rsvp', 'rsvp', { sessionId, coming: true })
}

interface Days {
  readonly rows: readonly { readonly dayId: string; readonly free: readonly number[] }[]
}

/** The secretary's day every month and a night talk every week; somebody has booked the first. */
const playReception = async (door: FrontDoor, now: number): Promise<void> => {
  const rule = {
    place: '银杏社区党群服务中心',
    skipHolidays: true,
    startsOn: dayOf(now),
    stopped: false,
  }
  await by(door, cast.secretaryYinxing, 'secretary-day', 'saveReceptionRule', {
    ...rule,
    kind: 'secretary',
    title: '书记连心日',
    recurrence: { every: 'month', nth: 1, weekday: 2 },
    startsAt: 9 * 60,
    slots: 12,
    slotMinutes: 15,
    host: '方书记',
  })
  await by(door, cast.staffYinxing, 'night-talk', 'saveReceptionRule', {
    ...rule,
    kind: 'residentTalk',
    title: '居民夜谈',
    recurrence: { every: 'week', weekday: 4 },
    startsAt: 19 * 60,
    slots: 8,
    slotMinutes: 10,
    host: '丁浩',
  })
  const { rows } = (await by(door, residentId('xie'), 'days', 'receptionDays', {})) as Days
  const [first] = rows
  const [slot] = first?.free ?? []
  if (first && slot !== undefined) {
    const topic = '3栋的雨水管漏水,冬天结冰'
    await by(door, residentId('xie'), 'book', 'bookSlot', { dayId: first.dayId, slot, topic })
  }
}

const playProblem = (door: FrontDoor) =>
  by(door, cast.staffYinxing, 'problem', 'openProblem', {
    text: '东门的健身器材松动,有老人差点摔倒',
    measure: '先围起来,联系厂家加固',
    units: ['演示物业', '街道文体站'],
    officer: cast.staffYinxing,
  })

/** Every household may vote whether to build a shed to charge bicycles in; two have. */
const playBallot = async (door: FrontDoor, now: number): Promise<void> => {
  const saved = await by(door, cast.staffYinxing, 'ballot', 'saveBallot', {
    rulesVersion: 0,
    question: '要不要在2栋北侧建电动车充电棚',
    about: '占用原来的花坛一角,建成后每次充电按电表收费。',
    unit: 'household',
    majority: 'twoThirds',
    turnoutPercent: 50,
    opensAt: now,
    closesAt: ahead(now, 5, 20),
    paperUntil: ahead(now, 6, 12),
  })
  const ballotId = field(saved, 'ballotId')
  await by(door, cast.staffYinxing, 'roll', 'fillRoll', { ballotId, buildings: [] })
  await by(door, cast.staffYinxing, 'open', 'openBallot', { ballotId, rulesVersion: 1 })
  for (const who of ['jin', 'wei']) {
    const seen = (await by(door, residentId(who), `ballot-${who}`, 'ballot', { ballotId })) as {
      readonly mine: readonly { readonly rollId: string }[]
    }
    const [own] = seen.mine
    if (!own) continue
    const vote = { ballotId, rollId: own.rollId, choice: 'for', rulesVersion: 1 }
    await by(door, residentId(who), `vote-${who}`, 'castVote', vote)
  }
}

const playMediation = async (door: FrontDoor): Promise<void> => {
  const asked = await by(door, residentId('tao'), 'mediation', 'askMediation', {
    text: '楼上空调滴水,滴到我家窗台,说了几次没有改',
    other: '楼上的邻居',
  })
  await by(door, cast.staffYinxing, 'mediate', 'takeMediation', { mediationId: field(asked, 'mediationId') })
}

/** 银杏社区 deliberates: matters in all three tiers, a session, reception days, a problem, a ballot, a mediation. */
export const playHall = async (door: FrontDoor): Promise<void> => {
  const now = Date.now()
  await playMatters(door)
  await playLift(door, now)
  await playReception(door, now)
  await playProblem(door)
  await playBallot(door, now)
  await playMediation(door)
}
