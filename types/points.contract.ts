import { defineContract } from './common/contract'
import { earningActions } from './points.earning'
import { marketActions } from './points.market'
import { passbookActions } from './points.passbook'
import { pointsRefusals } from './points.refusals'

/** 积分存折 and 党群服务超市. */
export const pointsContract = defineContract({
  room: 'points',
  refusals: pointsRefusals,
  actions: { ...passbookActions, ...earningActions, ...marketActions },
})
