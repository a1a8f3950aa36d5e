import type { canteenContract } from '../../../types/canteen.contract'
import type { InputOf } from '../../../types/common/contract'
import type { ShanghaiDay } from '../../../types/common/time'
import type { Allergen, CareTag, DietTag } from '../../../types/common/words'
import type { DinerOfStaff } from '../shown'

type Saved = InputOf<typeof canteenContract, 'saveDiner'>

/** What the staff set about a diner, as it stands in the form. */
export interface DinerSettings {
  readonly building: string
  readonly room: string
  readonly needs: readonly DietTag[]
  readonly avoids: readonly Allergen[]
  readonly careTags: readonly CareTag[]
  /** 送餐上门: whether, why and until when. */
  readonly delivers: boolean
  readonly deliveryReason: string
  readonly deliveryUntil: ShanghaiDay
  /** How far the account may go below zero, in whole yuan; 0 = prepaid. */
  readonly owesYuan: number
}

/** The settings as they are; `until` is offered where there is no entitlement yet. */
export const settingsOf = (diner: DinerOfStaff, until: ShanghaiDay): DinerSettings => {
  const { building, room, needs, avoids, careTags, deliveryUntil, deliveryReason, owesUpTo } = diner
  const delivers = deliveryUntil !== ''
  return {
    ...{ building, room, needs, avoids, careTags, delivers, deliveryReason },
    deliveryUntil: delivers ? (deliveryUntil as ShanghaiDay) : until,
    owesYuan: Math.floor(owesUpTo / 100),
  }
}

/** What is sent: delivery is left out when it is taken off. */
export const savedOf = (
  { centreId, dinerId }: Pick<DinerOfStaff, 'centreId' | 'dinerId'>,
  settings: DinerSettings,
  ended: boolean,
): Saved => {
  const { building, room, needs, avoids, careTags, delivers, deliveryReason, deliveryUntil } = settings
  return {
    centreId,
    dinerId,
    building: building.trim(),
    room: room.trim(),
    needs: [...needs],
    avoids: [...avoids],
    careTags: [...careTags],
    ...(delivers && { delivery: { reason: deliveryReason.trim(), until: deliveryUntil } }),
    owesUpTo: settings.owesYuan * 100,
    ended,
  }
}
