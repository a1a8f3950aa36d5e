import { reaches } from '../../types/common/roles'
import type { ShanghaiDay } from '../../types/common/time'
import type { EarningItemDocument } from '../_kit/documents/points'
import { orderOf } from '../_kit/ids'
import { type Refused, refuse } from '../_kit/refusal'

type Facts = Pick<
  EarningItemDocument,
  'title' | 'unit' | 'points' | 'caps' | 'evidence' | 'secondPersonAbove' | 'startsOn' | 'stopped'
>

/** Of two versions the one that rules: set nearer to the centre, then begun later, then saved later. */
const rulesOver = (one: EarningItemDocument, other: EarningItemDocument): number =>
  one.centreId.length - other.centreId.length ||
  (one.startsOn < other.startsOn ? -1 : one.startsOn > other.startsOn ? 1 : one.version - other.version)

/**
 * The version of an item that rules at a centre on a day: a community's own version (试点, pilot) before the one set
 * above it, among those the one that began last. Undefined when none has begun.
 */
export const inForce = (
  versions: readonly EarningItemDocument[],
  centreId: string,
  day: ShanghaiDay,
): EarningItemDocument | undefined =>
  versions
    .filter((version) => reaches(version.centreId, centreId) && version.startsOn <= day)
    .sort(rulesOver)
    .at(-1)

/** Every item at a centre: the version in force today, then those that begin later. In the order they were made. */
export const itemsAt = (
  versions: readonly EarningItemDocument[],
  centreId: string,
  today: ShanghaiDay,
): readonly EarningItemDocument[] => {
  const sorted = [...versions].sort((one, other) => (one.order < other.order ? -1 : 1))
  const ids = [...new Set(sorted.map(({ itemId }) => itemId))]
  return ids.flatMap((itemId) => {
    const own = sorted.filter((version) => version.itemId === itemId)
    const ruling = inForce(own, centreId, today)
    const coming = own.filter(
      (version) =>
        reaches(version.centreId, centreId) &&
        version.startsOn > today &&
        inForce(own, centreId, version.startsOn) === version,
    )
    return [...(ruling ? [ruling] : []), ...coming]
  })
}

/**
 * The row of a new item, or of an item's next version at a centre. Changes are never dated back: old journals keep
 * the version they were made under, and logs of the last days must not change their worth. A brand-new item may begin
 * in the past, so that those days can be logged. Another branch's item is not found.
 */
export const nextVersion = (
  known: readonly EarningItemDocument[],
  facts: Facts,
  asked: {
    readonly centreId: string
    readonly itemId: string
    readonly isNew: boolean
    readonly requestKey: string
    readonly today: ShanghaiDay
    readonly now: number
  },
): EarningItemDocument | Refused<never> => {
  const { centreId, itemId, isNew, requestKey, today, now } = asked
  const visible = known.filter((version) => reaches(version.centreId, centreId))
  if (!isNew && visible.length === 0) return refuse('COMMON.NOT_FOUND')
  if (!isNew && facts.startsOn < today) {
    return refuse('COMMON.BAD_INPUT', { startsOn: '改动只能从今天或以后起算' })
  }
  const version = known.reduce((most, row) => Math.max(most, row.version), 0) + 1
  const first = visible[0]
  const _id = `${itemId}:${version}`
  return {
    _id,
    itemId,
    version,
    centreId,
    ...facts,
    madeBy: requestKey,
    // versions stand where the item's first one stood
    order: first ? first.order : orderOf(now, itemId),
  }
}
