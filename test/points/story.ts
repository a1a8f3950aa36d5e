import { pointsContract } from '../../types/points.contract'
import { approves, joins, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './earning-desk'

/** 金桂社区 with points: what the stories of its pages are set up with. */
export interface Story {
  readonly town: Town
  readonly desk: ReturnType<typeof deskOf>
  /** Lets somebody in at 1栋, room 100 + n; answers their passbook. */
  movesIn(openid: string, name: string, n: number): Promise<string>
  /** The passbook of a room of 1栋. */
  passbookAt(room: string): Promise<string>
  /** Logs so many points for a household. */
  earns(passbookId: string, points: number): Promise<void>
}

export { centreId }
export const neighbour = 'test-neighbour'
/** 王小明 lives there. */
export const roomOfResident = '105'

/** Starts the town with an earning item 垃圾分类 of one point. */
export const openStory = async (): Promise<Story> => {
  const town = await openTown()
  const desk = deskOf(town)
  const { itemId } = await town.done(
    pointsContract,
    'saveEarningItem',
    {
      centreId,
      title: '垃圾分类',
      unit: '次',
      points: 1,
      caps: { day: 100 },
      evidence: 'none',
      secondPersonAbove: 100,
      startsOn: '2020-01-01',
      stopped: false,
    },
    people.secretary,
  )
  const passbookAt = async (room: string): Promise<string> =>
    (await desk.done('findPassbook', { centreId, building: '1', room }, people.volunteer)).passbookId
  return {
    town,
    desk,
    passbookAt,
    movesIn: async (openid, name, n) => {
      await joins(town, openid, centreId, name, n)
      await approves(town, people.staff, centreId, openid)
      return passbookAt(String(100 + n))
    },
    earns: async (passbookId, points) => {
      const { reply } = await desk.log(passbookId, itemId, { units: points })
      if (!reply.ok) throw new Error(reply.message)
    },
  }
}
