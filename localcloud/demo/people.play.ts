import type { FrontDoor } from '../front-door'
import { act, cast, centres, residentId } from './cast'
import {
  type DemoResident,
  jinguiApplicants,
  jinguiNeeds,
  jinguiResidents,
  yinxingResidents,
} from './residents'

const workers: readonly (readonly [
  openid: string,
  name: string,
  centreId: string,
  role: string,
  room: string,
])[] = [
  [cast.secretaryJingui, '周明远', centres.jingui, 'secretary', '101'],
  [cast.staffJingui, '林晓芸', centres.jingui, 'staff', '102'],
  [cast.volunteerJingui, '罗志远', centres.jingui, 'volunteer', '103'],
  [cast.secretaryYinxing, '方秀珍', centres.yinxing, 'secretary', '101'],
  [cast.staffYinxing, '丁浩', centres.yinxing, 'staff', '102'],
]

// no operator gives out numbers that begin with 154, so nobody's phone rings
let people = 0
const nextPhone = (): string => {
  people += 1
  return `154${String(people).padStart(8, '0')}`
}

const join = (door: FrontDoor, openid: string, centreId: string, [, name, building, room]: DemoResident) =>
  act(door, `join-${openid}`, openid, ['community', 'join'], {
    centreId,
    name,
    phone: nextPhone(),
    building,
    room,
  })

const letIn = (door: FrontDoor, by: string, centreId: string, openid: string) =>
  act(door, `let-in-${openid}`, by, ['community', 'decideApplication'], {
    centreId,
    residentId: openid,
    decision: 'approve',
  })

const settle = async (
  door: FrontDoor,
  by: string,
  centreId: string,
  residents: readonly DemoResident[],
): Promise<void> => {
  for (const resident of residents) {
    const openid = residentId(resident[0])
    await join(door, openid, centreId, resident)
    await letIn(door, by, centreId, openid)
  }
}

/** Staff, volunteers and residents come, and a few residents say what they need. */
export const playPeople = async (door: FrontDoor): Promise<void> => {
  people = 0
  for (const [openid, name, centreId, role, room] of workers) {
    await join(door, openid, centreId, ['', name, '8', room])
    await act(door, `appoint-${openid}`, cast.officer, ['community', 'appoint'], {
      centreId,
      residentId: openid,
      role,
    })
  }
  for (const [openid, , centreId] of workers) {
    const [secretary, staff] =
      centreId === centres.jingui
        ? [cast.secretaryJingui, cast.staffJingui]
        : [cast.secretaryYinxing, cast.staffYinxing]
    // nobody lets themselves in
    await letIn(door, openid === secretary ? staff : secretary, centreId, openid)
  }
  await settle(door, cast.staffJingui, centres.jingui, jinguiResidents)
  await settle(door, cast.staffYinxing, centres.yinxing, yinxingResidents)
  for (const applicant of jinguiApplicants) {
    await join(door, residentId(applicant[0]), centres.jingui, applicant)
  }
  for (const { by, ...need } of jinguiNeeds) {
    await act(door, `need-${by}`, residentId(by), ['lists', 'stateNeed'], {
      centreId: centres.jingui,
      headcount: 1,
      mobilityImpaired: false,
      ...need,
    })
  }
}
