import type { May } from '../../types/common/contract'
import type { CommonRefusal } from '../../types/common/refusals'
import { allows, reaches } from '../../types/common/roles'
import type { ResidentDocument } from './documents/community'

/** Whether a home community belongs to a centre: the centre itself, one above it or a station under it. */
const belongs = (home: string, centreId: string): boolean =>
  home !== '' && (reaches(centreId, home) || reaches(home, centreId))

/** Why somebody may not call an action on a centre; undefined when they may. */
export const whyNot = (
  may: May,
  resident: ResidentDocument | undefined,
  centreId: string,
): CommonRefusal | undefined => {
  if (may === 'anyone') return undefined
  if (may === 'resident' || may === 'member') {
    const joined = resident && belongs(resident.centreId, centreId) ? resident.membership : 'none'
    if (joined !== 'pending' && joined !== 'approved') return 'COMMON.NOT_RESIDENT'
    return may === 'member' && joined !== 'approved' ? 'COMMON.NOT_MEMBER' : undefined
  }
  return resident && allows(resident.roles, may, centreId) ? undefined : 'COMMON.NOT_ALLOWED'
}
