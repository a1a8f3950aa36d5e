import type { InputOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'
import type { marketActions } from '../../types/points.market'
import { centres } from './town'

/** One well-formed input for every action of the points room, in a section for each part of its contract. */

const centreId = centres.jingui
const noRow = 'no-such-row'

/** About rows that do not exist, except that an item and a sponsor are added. */
export const marketSamples = {
  shelf: { centreId },
  shelfOfStaff: { centreId },
  saveShelfItem: {
    centreId,
    kind: 'goods',
    title: '大米',
    description: '5 公斤一袋',
    picture: '',
    price: 50,
    limit: 1,
    limitPeriod: 'month',
    state: 'withdrawn',
    slots: [],
  },
  stockIn: { centreId, itemId: noRow, quantity: 10 },
  stockCount: { centreId, itemId: noRow, counted: 10, note: '月底盘点' },
  redeem: { centreId, itemId: noRow, quantity: 1 },
  myRedemptions: { centreId },
  cancelRedemption: { centreId, redemptionId: noRow },
  findRedemption: { centreId, code: '000000' },
  counterList: { centreId },
  counterSheet: { centreId },
  fulfil: { centreId, redemptionId: noRow },
  fulfilShort: { centreId, redemptionId: noRow },
  sponsors: { centreId },
  saveSponsor: { centreId, name: '春江超市', contact: '王经理 13812341234' },
  sponsorStory: { centreId, sponsorId: noRow },
} satisfies { readonly [A in keyof typeof marketActions]: InputOf<typeof pointsContract, A> }
