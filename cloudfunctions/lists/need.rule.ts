import type { Instant } from '../../types/common/time'
import type { Audience, NeedSource } from '../../types/common/words'
import type { NeedDocument } from '../_kit/documents/lists'
import { idOf, orderOf } from '../_kit/ids'

/** What a form says of a need. */
export interface StatedNeed {
  readonly text: string
  readonly beneficiary: readonly Audience[]
  readonly weekdays?: readonly number[] | undefined
  readonly hours?: string | undefined
  readonly headcount: number
  readonly mobilityImpaired: boolean
}

/** Who a need is of: the resident who says it, or a person the staff name (sealed already). */
export interface Sayer {
  readonly by: string
  readonly personMasked: string
  readonly personSealed: string
  readonly addressSealed: string
}

/** The row of a new need (群众需求). Its id is made of the request, so that a repeat makes the same row. */
export const newNeed = (
  centreId: string,
  stated: StatedNeed,
  source: NeedSource,
  sayer: Sayer,
  asked: { readonly requestKey: string; readonly now: Instant },
): NeedDocument => {
  const _id = idOf('need', asked.requestKey)
  return {
    _id,
    centreId,
    text: stated.text,
    source,
    ...sayer,
    beneficiary: stated.beneficiary,
    ...(stated.weekdays && { weekdays: stated.weekdays }),
    ...(stated.hours && { hours: stated.hours }),
    headcount: stated.headcount,
    mobilityImpaired: stated.mobilityImpaired,
    state: 'open',
    rejected: [],
    decidedIn: '',
    at: asked.now,
    order: orderOf(asked.now, _id),
  }
}

/**
 * What a conditional change that found no open need means: `done` when the need already stands where this very
 * request put it, `refused` when somebody else decided, `missing` when there is none.
 */
export const explainUnchanged = (
  need: Pick<NeedDocument, 'decidedIn'> | undefined,
  requestKey: string,
): 'done' | 'decided' | 'missing' => {
  if (!need) return 'missing'
  return need.decidedIn === requestKey ? 'done' : 'decided'
}
