import { chargeIdOf, refundIdOf } from '../../cloudfunctions/canteen/meal-journal.rule'
import { placedResult, refusedResult, told, wasHere } from '../../cloudfunctions/canteen/pick-result.rule'
import { canteenRefusals } from '../../types/canteen.refusals'

const line = (id: string, requestKey: string, amount: number, reason = '') => ({
  id,
  requestKey,
  amount,
  reason,
  reverses: '',
})
const charge = line(chargeIdOf('order'), 'request', -800, '11月23日午餐 普通套餐')
const refund = (requestKey: string, reason: string) => line(refundIdOf('order'), requestKey, 800, reason)
const tell = (...journals: (typeof charge)[]) => told({ journals, pending: [] }, 'menu', 'order')

test('a refused pick says why in words', () => {
  expect(refusedResult('menu', 'CANTEEN.FULL')).toEqual({
    menuId: 'menu',
    state: 'refused',
    toPay: 0,
    code: 'CANTEEN.FULL',
    why: canteenRefusals['CANTEEN.FULL'],
  })
})

test('what was never paid for is not told', () => {
  expect(tell()).toBeUndefined()
  expect(tell(line('other', 'request', -500))).toBeUndefined()
})

test('what was paid for was placed, also when another request took it off later', () => {
  expect(tell(charge)).toEqual(placedResult('menu', 800))
  expect(tell(charge, refund('cancel', '退 …:取消'))).toEqual(placedResult('menu', 800))
})

test.each(['CANTEEN.FULL', 'CANTEEN.TOO_LATE', 'CANTEEN.ALREADY_ORDERED'] as const)(
  'what its own request paid back was refused with %s',
  (code) => {
    expect(tell(charge, refund('request', `退 …:${canteenRefusals[code]}`))).toEqual(
      refusedResult('menu', code),
    )
  },
)

test('what the timer undid came to nothing', () => {
  expect(tell(charge, refund('request', '退 …:没有订成'))).toEqual(refusedResult('menu', 'COMMON.BUSY'))
})

test('a request was here when it has a line, or an order on its way', () => {
  const pending = [{ order: { requestKey: 'request' } }]
  expect(wasHere({ journals: [charge], pending: [] }, 'request')).toBe(true)
  expect(wasHere({ journals: [], pending }, 'request')).toBe(true)
  expect(wasHere({ journals: [charge], pending }, 'another')).toBe(false)
})
