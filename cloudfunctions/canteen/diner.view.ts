import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import type { ShanghaiDay } from '../../types/common/time'
import type { DinerDocument, SubsidyRuleDocument } from '../_kit/documents/canteen'
import { ageOf, mayHaveDelivery, subsidyText } from './diner.rule'
import type { Eater } from './subsidy.rule'

type DinerView = Omit<
  OutputOf<typeof canteenContract, 'myDiners'>['rows'][number],
  'relation' | 'rejectedBecause' | 'balance' | 'owesUpTo'
>

/** A diner as family and staff see one: masked, with age and subsidy as of today. */
export const dinerView = (
  diner: DinerDocument,
  eater: Eater,
  rules: readonly SubsidyRuleDocument[],
  today: ShanghaiDay,
): DinerView => {
  return {
    dinerId: diner._id,
    centreId: diner.centreId,
    name: diner.nameMasked,
    building: diner.building,
    room: diner.room,
    state: diner.state,
    age: ageOf(eater, today),
    needs: [...diner.needs],
    avoids: [...diner.avoids],
    deliveryUntil: mayHaveDelivery(diner, today) ? diner.deliveryUntil : '',
    subsidy: subsidyText(rules, eater, today),
  }
}
