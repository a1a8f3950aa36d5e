import { allows } from '../../types/common/roles'
import type { DinerDocument } from '../_kit/documents/canteen'
import type { ResidentDocument } from '../_kit/documents/community'

/** How somebody may order for a diner. */
export type OrdersAs = 'self' | 'family' | 'staff'

type Orderer = Pick<ResidentDocument, '_id' | 'householdId' | 'roles'>

/**
 * Whether and as what somebody may order for a diner: as family when the diner's household or the diner's list of
 * relatives has them (as oneself when the relation says 本人), as staff when they may order at the diner's centre.
 */
export const ordersAs = (
  resident: Orderer | undefined,
  diner: Pick<DinerDocument, 'centreId' | 'householdId' | 'family'>,
): OrdersAs | undefined => {
  if (!resident) return undefined
  const relative = diner.family.find(({ who }) => who === resident._id)
  if (relative) return relative.relation === '本人' ? 'self' : 'family'
  if (resident.householdId !== '' && resident.householdId === diner.householdId) return 'family'
  return allows(resident.roles, 'meal.order', diner.centreId) ? 'staff' : undefined
}
