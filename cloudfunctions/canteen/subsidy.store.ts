import { lineOf } from '../../types/common/line'
import { command as _ } from '../_kit/cloud'
import type { SubsidyRuleDocument } from '../_kit/documents/canteen'
import { table } from '../_kit/table'

/** More versions than a centre and those above it are ever expected to have. */
const mostVersions = 1000

/** Look-up of all versions of the subsidy rule that reach a centre, to bring along with the caller. */
export const rulesAlong = (centreId: string) => ({
  from: 'subsidyRules' as const,
  id: { where: { centreId: { $in: [...lineOf(centreId)] } }, limit: mostVersions },
})

/** All versions set at some centres or above them; one request. */
export const rulesOnLines = (centreIds: readonly string[]): Promise<SubsidyRuleDocument[]> =>
  table('subsidyRules').find(
    { centreId: _.in([...new Set(centreIds.flatMap(lineOf))]) },
    { order: [['startsOn', 'desc']], limit: mostVersions },
  )

/** Adds a version unless its number was taken in the meantime. */
export const claimRule = (rule: SubsidyRuleDocument): Promise<boolean> => table('subsidyRules').claim(rule)
