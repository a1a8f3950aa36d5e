import { randomUUID } from 'node:crypto'
import type { ActionName, InputOf } from '../../types/common/contract'
import { shanghaiDay } from '../../types/common/time'
import { communityContract } from '../../types/community.contract'
import { pointsContract } from '../../types/points.contract'
import { type AskOptions, centres, joins, people, type Town } from '../harness/town'

/** What those who log, approve and lead shifts at 金桂社区 do again and again in the tests of earning. */

type Points = typeof pointsContract

export const centreId = centres.jingui
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** 垃圾分类 as the secretary sets it: 2 points each, no caps, up to 5 at once without a second person. */
export const sorting: InputOf<Points, 'saveEarningItem'> = {
  centreId,
  title: '垃圾分类',
  unit: '次',
  points: 2,
  caps: {},
  evidence: 'none',
  secondPersonAbove: 5,
  startsOn: '2020-01-01',
  stopped: false,
}

/** A member of the centre and the passbook of their household. */
export interface Neighbour {
  readonly openid: string
  readonly passbookId: string
  readonly building: string
}

export const deskOf = (town: Town) => {
  const { officer, secretary, staff } = people
  const ask = <A extends ActionName<Points>>(
    action: A,
    input: InputOf<Points, A>,
    openid: string,
    options: AskOptions = {},
  ) => town.ask(pointsContract, action, input, openid, options)
  const done = <A extends ActionName<Points>>(action: A, input: InputOf<Points, A>, openid: string) =>
    town.done(pointsContract, action, input, openid)
  let now = 0
  const desk = {
    ask,
    done,
    /** Moves the cloud's clock and remembers where it stands. */
    clock: async (change: { now?: number; advance?: number }): Promise<number> => {
      now = await town.cloud.clock(change)
      return now
    },
    now: (): number => now || Date.now(),
    /** Members of households of their own, at the doors of one building each. */
    neighbours: async (name: string, count: number): Promise<Neighbour[]> => {
      const one = async (n: number): Promise<Neighbour> => {
        const openid = `neighbour-${Buffer.from(name).toString('hex')}-${n}`
        await town.done(
          communityContract,
          'join',
          { centreId, name: `邻居${n}`, building: name, room: String(n) },
          openid,
        )
        const decided = await town.done(
          communityContract,
          'decideApplication',
          { centreId, residentId: openid, decision: 'approve' },
          staff,
        )
        return { openid, passbookId: decided.householdId ?? '', building: name }
      }
      const made: Neighbour[] = []
      for (let from = 0; from < count; from += 20) {
        const some = Array.from({ length: Math.min(20, count - from) }, (_, n) => one(from + n))
        made.push(...(await Promise.all(some)))
      }
      return made
    },
    neighbour: async (name: string): Promise<Neighbour> => {
      const [made] = await desk.neighbours(name, 1)
      if (!made) throw new Error('nobody came')
      return made
    },
    /** Somebody who holds a role at the centre and lives at a door of their own. */
    works: async (openid: string, role: 'volunteer' | 'staff' | 'secretary', n: number): Promise<string> => {
      await joins(town, openid, centreId, `同事${n}`, n)
      await town.done(communityContract, 'appoint', { centreId, residentId: openid, role }, officer)
      return openid
    },
    item: async (differences: Partial<typeof sorting> = {}): Promise<string> =>
      (await done('saveEarningItem', { ...sorting, ...differences }, secretary)).itemId,
    log: (
      passbookId: string,
      itemId: string,
      differences: Partial<InputOf<Points, 'logPoints'>> = {},
      by: string = people.volunteer,
      options: AskOptions = {},
    ) =>
      ask(
        'logPoints',
        { centreId, passbookId, itemId, units: 1, happenedAt: desk.now(), ...differences },
        by,
        options,
      ),
    /** A household's passbook as the staff see it. */
    book: (passbookId: string) => done('passbook', { centreId, passbookId }, staff),
    /** What a household's lines come to; 0 for a passbook nobody has written in. */
    balance: async (passbookId: string): Promise<number> => {
      const { reply } = await ask('passbook', { centreId, passbookId }, staff)
      return reply.ok ? reply.data.balance : 0
    },
    /** Every line that is shown to the centre's households now. */
    shown: async (openid: string = people.resident) => {
      const rows = []
      for (let after: string | undefined; ; ) {
        const page = await done('publicNotice', { centreId, ...(after && { after }) }, openid)
        rows.push(...page.rows)
        if (!page.next) return rows
        after = page.next
      }
    },
    today: () => shanghaiDay(desk.now() as Parameters<typeof shanghaiDay>[0]),
    /** Shifts of two hours that begin in so many hours. */
    shifts: async (
      inHours: readonly number[] = [2],
      differences: Partial<InputOf<Points, 'addShifts'>> = {},
    ) => {
      const times = inHours.map((hours) => {
        const startsAt = desk.now() + hours * hour
        return { startsAt, endsAt: startsAt + 2 * hour }
      })
      return done(
        'addShifts',
        { centreId, title: '楼道清扫', place: '3栋门口', cap: 20, pointsPerHour: 10, times, ...differences },
        staff,
      )
    },
    shift: async (differences: Partial<InputOf<Points, 'addShifts'>> = {}): Promise<string> =>
      (await desk.shifts([2], differences)).shiftIds[0] ?? '',
    code: async (shiftId: string, by: string = people.volunteer): Promise<string> =>
      (await done('shiftCode', { centreId, shiftId }, by)).code,
    request: () => randomUUID(),
  }
  return desk
}
