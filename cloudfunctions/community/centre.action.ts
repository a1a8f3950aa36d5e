import type { communityContract } from '../../types/community.contract'
import type { CentreDocument } from '../_kit/documents/community'
import { isRefused, refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { childCentre } from './centre.rule'
import { addCentre, centreById, centresUnder, changeCentre } from './community.store'

type Community = typeof communityContract

/** What anybody may know of a centre. */
export const centreView = ({ _id, name, level, phone, address }: CentreDocument) => ({
  id: _id,
  name,
  level,
  phone,
  address,
})

/** The centres right under one. */
export const centres: Action<Community, 'centres'> = async ({ parentId }) => {
  const children = await centresUnder(parentId ?? '')
  return { data: { centres: children.map(centreView) } }
}

/** One centre. */
export const centre: Action<Community, 'centre'> = async ({ centreId }) => {
  const found = await centreById(centreId)
  return found ? { data: centreView(found) } : refuse('COMMUNITY.NO_CENTRE')
}

/** Sets up a centre under another. */
export const createCentre: Action<Community, 'createCentre'> = async (
  { centreId, segment, ...facts },
  ask,
) => {
  const parent = await centreById(centreId)
  const child = childCentre(parent, segment, facts, ask.requestKey)
  if (isRefused(child)) return child
  if (!(await addCentre(child))) return refuse('COMMUNITY.CENTRE_EXISTS')
  return { data: { centreId: child._id }, target: child._id }
}

/** Changes name, phone and address of a centre; its id stays for ever. */
export const editCentre: Action<Community, 'editCentre'> = async ({ centreId, ...facts }) => {
  if (!(await centreById(centreId))) return refuse('COMMUNITY.NO_CENTRE')
  await changeCentre(centreId, facts)
  return { data: { centreId }, target: centreId }
}
