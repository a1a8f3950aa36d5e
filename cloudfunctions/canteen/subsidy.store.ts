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

/** All versions that reach a centre, the newest first; one request. */
export const rulesOnLine = (centreId: string): Promise<SubsidyRuleDocument[]> =>
  table('subsidyRules').find(
    { centreId: _.in([...lineOf(centreId)]) },
    { order: [['startsOn', 'desc']], limit: mostVersions },
  )

const segments = { $split: ['$centreId', '.'] }

/** An expression of the aggregation: the ids `lineOf` gives for a row's own centre. */
export const lineOfRow = {
  $map: {
    input: { $range: [1, { $add: [{ $size: segments }, 1] }] },
    as: 'depth',
    in: {
      $reduce: {
        input: { $slice: [segments, '$$depth'] },
        initialValue: '',
        in: { $concat: ['$$value', { $cond: [{ $eq: ['$$value', ''] }, '', '.'] }, '$$this'] },
      },
    },
  },
} as const

/** Adds a version unless its number was taken in the meantime. */
export const claimRule = (rule: SubsidyRuleDocument): Promise<boolean> => table('subsidyRules').claim(rule)
