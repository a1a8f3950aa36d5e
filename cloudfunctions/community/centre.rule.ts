import { type CentreLevel, centreLevels } from '../../types/common/words'
import type { CentreDocument } from '../_kit/documents/community'
import { type Refused, refuse } from '../_kit/refusal'

/** What people write down about a centre. */
export interface CentreFacts {
  readonly name: string
  readonly phone: string
  readonly address: string
}

/** 层级 of a centre, read off its id; undefined below a station. */
export const levelOf = (centreId: string): CentreLevel | undefined =>
  centreLevels[centreId.split('.').length - 1]

/** The district at the root of the tree. */
export const district = (segment: string, facts: CentreFacts, madeBy: string): CentreDocument => ({
  _id: segment,
  parentId: '',
  level: 'district',
  name: facts.name,
  phone: facts.phone,
  address: facts.address,
  madeBy,
})

/** A new centre under `parent`: one level further down. Refused below a station and when the parent is missing. */
export const childCentre = (
  parent: CentreDocument | undefined,
  segment: string,
  facts: CentreFacts,
  madeBy: string,
): CentreDocument | Refused<'COMMUNITY.NO_CENTRE' | 'COMMUNITY.TOO_DEEP'> => {
  if (!parent) return refuse('COMMUNITY.NO_CENTRE')
  const _id = `${parent._id}.${segment}`
  const level = levelOf(_id)
  if (!level) return refuse('COMMUNITY.TOO_DEEP')
  const { name, phone, address } = facts
  return { _id, parentId: parent._id, level, name, phone, address, madeBy }
}
