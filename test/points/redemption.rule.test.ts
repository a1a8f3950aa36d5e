import type { RedemptionDocument } from '../../cloudfunctions/_kit/documents/points'
import { idOf } from '../../cloudfunctions/_kit/ids'
import {
  givingBackId,
  givingBackJournal,
  payingId,
  payingJournal,
  pickupBy,
  redemptionIdOf,
  runsAtMost,
  whyNotFulfil,
  whyNotPay,
} from '../../cloudfunctions/points/redemption.rule'
import { asInstant } from '../../types/common/time'
import { item, minutes, now, purse, service } from './shelf-facts'

const wish = { who: 'wang', quantity: 2, now }

describe('why a household cannot pay', () => {
  test.each([
    ['it can', purse(), item(), undefined],
    ['it has exactly enough', purse({ balance: 20 }), item(), undefined],
    ['a point is missing', purse({ balance: 19 }), item(), 'POINTS.INSUFFICIENT'],
    ['it has no passbook', undefined, item(), 'POINTS.NO_PASSBOOK'],
    ['its passbook is of another centre', purse({ centreId: 'a.c' }), item(), 'POINTS.NO_PASSBOOK'],
    ['its passbook was merged away', purse({ state: 'closed' }), item(), 'POINTS.NO_PASSBOOK'],
    ['this member may not spend', purse({ mayNotSpend: ['wang'] }), item(), 'POINTS.MAY_NOT_SPEND'],
    ['another member may not spend', purse({ mayNotSpend: ['li'] }), item(), undefined],
    ['the limit is reached now', purse(), item({ limit: 2 }), undefined],
    ['the limit is passed', purse(), item({ limit: 1 }), 'POINTS.LIMIT_REACHED'],
    ['with what it had', purse({ bought: { rice_m202611: 1 } }), item({ limit: 2 }), 'POINTS.LIMIT_REACHED'],
    ['last month is over', purse({ bought: { rice_m202610: 9 } }), item({ limit: 2 }), undefined],
    ['no limit', purse({ bought: { rice_m202611: 99 } }), item({ limit: 0 }), undefined],
    [
      'the limit of the year',
      purse({ bought: { rice_y2026: 1 } }),
      item({ limit: 2, limitPeriod: 'year' }),
      'POINTS.LIMIT_REACHED',
    ],
    [
      'only what the limit counts by',
      purse({ bought: { rice_y2026: 9 } }),
      item({ limit: 2, limitPeriod: 'month' }),
      undefined,
    ],
  ] as const)('%s', (_how, passbook, shelfItem, code) => {
    expect(whyNotPay(passbook, shelfItem, wish)?.refused).toBe(code)
  })
})

describe('journals of a redemption', () => {
  const more = { ...wish, redemptionId: 'r1', byMasked: '王*', requestKey: 'k' }

  test('paying takes price times quantity to the market', () => {
    expect(payingJournal(more, item(), 'home')).toMatchObject({
      id: payingId('r1'),
      kind: 'redeem',
      at: now,
      amount: -20,
      reason: '兑换 大米 ×2',
      about: 'redemption:r1',
      by: 'wang',
      byMasked: '王*',
      requestKey: 'k',
      entries: [
        { account: 'household:home', amount: -20 },
        { account: 'market:a.b', amount: 20 },
      ],
    })
    expect(payingJournal({ ...more, quantity: 1 }, item(), 'home').reason).toBe('兑换 大米')
  })

  const ended: RedemptionDocument = {
    _id: 'r1',
    centreId: 'a.b',
    passbookId: 'home',
    by: 'wang',
    byMasked: '王*',
    building: '1',
    room: '101',
    itemId: 'rice',
    kind: 'goods',
    title: '大米',
    quantity: 2,
    points: 20,
    slotId: '',
    slotStartsAt: 0,
    state: 'cancelled',
    settled: false,
    pickupCode: 'r1',
    pickupBy: minutes(60),
    at: now,
    endedAt: minutes(5),
    handedBy: 'li',
    handedByMasked: '李*',
    endedIn: 'k2',
    order: 'o',
  }

  test.each([
    ['cancelled', '取消兑换,退回 大米 ×2'],
    ['expired', '过期未取,退回 大米 ×2'],
    ['short', '柜台缺货,退回 大米 ×2'],
  ] as const)('%s gives everything back from the market', (state, reason) => {
    expect(givingBackJournal({ ...ended, state }, 'heir')).toMatchObject({
      id: givingBackId('r1'),
      kind: 'giveBack',
      at: minutes(5),
      amount: 20,
      reason,
      about: 'redemption:r1',
      by: 'li',
      byMasked: '李*',
      requestKey: 'k2',
      entries: [
        { account: 'household:heir', amount: 20 },
        { account: 'market:a.b', amount: -20 },
      ],
    })
  })

  test('have names of their own', () => {
    expect([redemptionIdOf('k'), payingId('r1'), givingBackId('r1')]).toEqual([
      idOf('redemption', 'k'),
      idOf('redeem', 'r1'),
      idOf('giveBack', 'r1'),
    ])
    const names = [payingId('r1'), givingBackId('r1'), payingId('r2'), givingBackId('r2')]
    expect(new Set([...names, redemptionIdOf('r1'), redemptionIdOf('r2')]).size).toBe(6)
  })
})

describe('when something is to be picked up', () => {
  test('goods within the hours, a service until its slot ends', () => {
    expect(pickupBy(item(), '', now, 72)).toBe(now + 72 * 3_600_000)
    expect(pickupBy(service(), '2', now, 72)).toBe(minutes(120))
  })

  test.each([
    ['held', minutes(1), undefined],
    ['held', now, undefined],
    ['held', asInstant(now - 1), 'POINTS.LAPSED'],
    ['expired', minutes(1), 'POINTS.LAPSED'],
    ['done', minutes(1), 'POINTS.NOT_HELD'],
    ['done', asInstant(now - 1), 'POINTS.NOT_HELD'],
    ['cancelled', minutes(1), 'POINTS.NOT_HELD'],
    ['short', minutes(1), 'POINTS.NOT_HELD'],
  ] as const)('%s until %d is answered so', (state, until, code) => {
    expect(whyNotFulfil({ state, pickupBy: until }, now)?.refused).toBe(code)
  })
})

test('a hold is left alone for longer than a function may run', () => {
  expect(runsAtMost).toBeGreaterThan(20_000)
})
