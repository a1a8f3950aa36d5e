import { type CentreLevel, centreLevels } from '../../../types/common/words'

/** What may be set up directly below a centre; undefined below a station. The depth of the id is the level. */
export const levelBelow = (centreId: string): CentreLevel | undefined =>
  centreLevels[centreId.split('.').length]
