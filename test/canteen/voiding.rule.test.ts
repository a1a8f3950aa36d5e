import { summaryWithout, whyNotVoid } from '../../cloudfunctions/canteen/voiding.rule'
import { menuRow, monday, morning } from './rows'

const menu = menuRow(monday)
const order = { voidedBecause: '' }

test('an order can be declared void from the cut-off on, once', () => {
  expect(whyNotVoid(menu, undefined, morning)).toEqual({ refused: 'CANTEEN.NOT_ORDERED' })
  expect(whyNotVoid(menu, order, morning)).toEqual({ refused: 'CANTEEN.TOO_EARLY' })
  expect(whyNotVoid({ ...menu, cutoffAt: morning }, order, morning)).toBeUndefined()
  expect(whyNotVoid({ ...menu, state: 'frozen' }, order, morning)).toBeUndefined()
  expect(whyNotVoid({ ...menu, state: 'settled' }, order, morning)).toBeUndefined()
  expect(whyNotVoid({ ...menu, state: 'frozen' }, { voidedBecause: '送错' }, morning)).toEqual({
    refused: 'CANTEEN.ALREADY_VOIDED',
  })
})

test('a settled menu comes to one order less, fund by fund', () => {
  const summary = {
    orders: 3,
    delivered: 2,
    price: 4500,
    toPay: 2400,
    subsidies: [
      { fund: '区级补贴', fen: 1260 },
      { fund: '街道补贴', fen: 840 },
    ],
  }
  const one = { price: 1500, toPay: 1080, subsidies: [{ fund: '区级补贴', fen: 420 }] }
  expect(summaryWithout(summary, { ...one, delivery: true })).toEqual({
    orders: 2,
    delivered: 1,
    price: 3000,
    toPay: 1320,
    subsidies: [
      { fund: '区级补贴', fen: 840 },
      { fund: '街道补贴', fen: 840 },
    ],
  })
  expect(summaryWithout(summary, { ...one, delivery: false }).delivered).toBe(2)
})
