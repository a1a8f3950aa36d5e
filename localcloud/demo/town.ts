import type { FrontDoor } from '../front-door'
import { playCanteen } from './canteen.play'
import { playCentres } from './centres.play'
import { playHall } from './hall.play'
import { playLists } from './lists.play'
import { playPeople } from './people.play'
import { playPoints } from './points.play'

/**
 * Plays the demo town through the front door: 湖东区 · 春江街道 · 金桂社区 with 银杏社区, 玉兰社区 and 滨江站. All of it is
 * invented. 银杏社区 has been at work for a while: needs and resources are in, some matched, edition 1 is out. 金桂社区
 * has its people, and leaves importing, matching and publishing to the visitor.
 */
export const playTown = async (door: FrontDoor): Promise<void> => {
  await playCentres(door)
  await playPeople(door)
  await playLists(door)
  await playPoints(door)
  await playCanteen(door)
  await playHall(door)
}
