import type { pointsContract } from '../../types/points.contract'
import type { HouseholdDocument } from '../_kit/documents/community'
import { doorOf } from '../_kit/door.rule'
import { blindHash } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import { validUntil } from '../_kit/rotating-code.rule'
import { type Action, along } from '../_kit/serve'
import { list } from '../_kit/table'
import { atHousehold, membersOf } from '../community/community.door'
import { householdCode, householdWindow, readHouseholdCode } from './rotating-code.rule'

type Points = typeof pointsContract

/** What households' codes are signed with: the deployment's own secret, for this purpose only. */
const seed = (): string => blindHash('household-code')

/** The code of the caller's household, to be shown to whoever logs. */
export const myCode: Action<Points, 'myCode'> = async (_input, ask) => {
  const householdId = ask.caller.resident?.householdId ?? ''
  if (householdId === '') return refuse('POINTS.NO_PASSBOOK')
  const code = householdCode(seed(), householdId, ask.now)
  return { data: { code, validUntil: validUntil(ask.now, householdWindow) } }
}

type AtDoor = HouseholdDocument & { readonly people: readonly { readonly nameMasked: string }[] }

/** The household whose code was scanned. */
export const readCode: Action<Points, 'readCode'> = async ({ centreId, code }, ask) => {
  const householdId = readHouseholdCode(code, seed(), ask.now)
  if (householdId === undefined) return refuse('POINTS.BAD_CODE')
  const [found] = await list<AtDoor>(atHousehold(centreId, householdId))
  if (!found) return refuse('POINTS.BAD_CODE')
  const { building, room, people } = found
  return {
    data: { passbookId: householdId, building, room, members: people.map(({ nameMasked }) => nameMasked) },
  }
}

/** The household behind a door, however the door is written; it comes along with the caller. */
export const findPassbook: Action<Points, 'findPassbook'> = along(
  ({ centreId, building, room }) => {
    const door = doorOf(building, room)
    return [{ from: 'households', id: { where: { centreId, ...door, members: { $gt: 0 } }, limit: 1 } }]
  },
  async (_input, ask) => {
    const found = ask.rows.households
    if (!found) return refuse('POINTS.NO_PASSBOOK')
    const members = await membersOf([found._id])
    return {
      data: {
        passbookId: found._id,
        building: found.building,
        room: found.room,
        members: members.map(({ nameMasked }) => nameMasked),
      },
    }
  },
)
