import type { canteenContract } from '../../types/canteen.contract'
import { idOf, orderOf } from '../_kit/ids'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { canteensAlong, canteensOfDistrict, changeCanteen, claimCanteen, districtOf } from './canteen.store'
import { whyNotSlots } from './menu.rule'
import { canteenView } from './menu.view'
import { nearestFirst } from './nearness.rule'
import { mayAnswer } from './welfare.rule'
import { roleHoldersAlong } from './welfare.store'

type Canteen = typeof canteenContract

/** The open canteens of the centre's district, the nearest first. */
export const canteens: Action<Canteen, 'canteens'> = async ({ centreId, near }) => {
  const open = await canteensOfDistrict(districtOf(centreId))
  const rows = nearestFirst(open, centreId, near).map(({ canteen, ...distance }) => ({
    ...canteenView(canteen),
    ...distance,
  }))
  return { data: { rows } }
}

export const canteenOfStaff: Action<Canteen, 'canteenOfStaff'> = along(
  ({ centreId }) => [canteensAlong(centreId), roleHoldersAlong(centreId)],
  async ({ centreId }, { lists: { canteens: found = [], residents = [] } }) => {
    const rows = found
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
      .map((canteen) => {
        const { welfareTo, welfareName, pointsPerStop, stopsPerRoute, place } = canteen
        const more = { welfareTo, welfareName, pointsPerStop, stopsPerRoute, ...(place && { place }) }
        return { ...canteenView(canteen), ...more }
      })
    const people = residents
      .filter((person) => mayAnswer(person, centreId))
      .map(({ _id: residentId, nameMasked: name }) => ({ residentId, name }))
    return { data: { rows, people } }
  },
)

/** Opens a canteen or changes how it runs; menus that are published keep the hours they were published with. */
export const saveCanteen: Action<Canteen, 'saveCanteen'> = along(
  ({ canteenId, welfareTo }) => [
    ...(canteenId === undefined ? [] : [{ from: 'canteens' as const, id: canteenId }]),
    { from: 'residents', id: welfareTo },
  ],
  async ({ centreId, canteenId, ...input }, ask) => {
    const { canteens: canteen, residents: person } = ask.rows
    if (canteenId !== undefined && canteen?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const refused = whyNotSlots(input.slots)
    if (refused) return refused
    if (!person || !mayAnswer(person, centreId)) return refuse('CANTEEN.WRONG_PERSON')

    const { place, ...rest } = input
    const facts = { ...rest, ...(place && { place }), welfareName: person.nameMasked }
    if (canteen) {
      await changeCanteen(canteen, facts)
      return { data: { canteenId: canteen._id }, target: canteen._id }
    }
    const _id = idOf('canteen', ask.requestKey)
    const districtId = districtOf(centreId)
    await claimCanteen({ _id, centreId, districtId, ...facts, order: orderOf(ask.now, _id) })
    return { data: { canteenId: _id }, target: _id }
  },
)
