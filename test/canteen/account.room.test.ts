import { people } from '../harness/town'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff, stranger } from './noon'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const { secretary, residentElsewhere } = people
const refused = (code: string) => expect.objectContaining({ ok: false, code })
const topUp = (dinerId: string, fen: number, more = {}) =>
  noon.ask('topUp', { centreId, dinerId, fen, note: '现金' }, staff, more)
const payOut = (dinerId: string, fen: number, more = {}) =>
  noon.ask('payOut', { centreId, dinerId, fen, note: '搬走' }, staff, more)
const reverse = (dinerId: string, journalId: string, openid: string = staff, more = {}) =>
  noon.ask('reverseTopUp', { centreId, dinerId, journalId, reason: '记错了人' }, openid, more)
const lastLine = async (dinerId: string) => (await noon.account(dinerId)).journals.at(-1)?.id ?? ''
const balanced = async () => expect(await noon.faults()).toEqual([])

describe('money through the till', () => {
  test('is booked once for the same request, 20 times at once and once more', async () => {
    const dinerId = await noon.diner({ balance: 0 })
    const more = { requestId: 'paid-in-once' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => topUp(dinerId, 20_000, more)))
    expect(answers.every(({ reply }) => reply.ok && reply.data.balance === 20_000)).toBe(true)
    await topUp(dinerId, 500)
    expect((await topUp(dinerId, 20_000, more)).reply).toMatchObject({ ok: true, data: { balance: 20_000 } })
    const { journals, balance } = await noon.account(dinerId)
    expect([journals.length, balance]).toEqual([2, 20_500])
    await balanced()
  })

  test('never leaves less than nothing, whoever pays out at the same moment', async () => {
    const dinerId = await noon.diner({ balance: 1000, owesUpTo: 50_000 })
    const answers = await Promise.all(Array.from({ length: 30 }, () => payOut(dinerId, 300)))
    const codes = answers.map(({ reply }) => (reply.ok ? 'done' : reply.code))
    expect(codes.filter((code) => code === 'done').length).toBe(3)
    expect(new Set(codes)).toEqual(new Set(['done', 'CANTEEN.NOT_ENOUGH']))
    expect(await noon.balance(dinerId)).toBe(100)
    await balanced()
  })

  test('needs an account at this centre', async () => {
    const dinerId = await noon.diner({ centreId: 'hudong.chunjiang.yinxing' })
    expect((await topUp(dinerId, 100)).reply).toEqual(refused('CANTEEN.NO_ACCOUNT'))
    expect((await payOut('no-such-diner', 100)).reply).toEqual(refused('CANTEEN.NO_ACCOUNT'))
    expect((await reverse('no-such-diner', 'x')).reply).toEqual(refused('CANTEEN.NO_ACCOUNT'))
  })

  test.each([0, -1, 1.5, 1_000_001, '100'])('is never %s fen', async (fen) => {
    const dinerId = await noon.diner({ balance: 10 })
    const input = { centreId, dinerId, fen, note: '' }
    const answer = await noon.town.cloud.call('canteen', 'topUp', input, {
      openid: staff,
      requestId: `odd-sum-${String(fen).replace(/\W/g, '_')}`,
    })
    expect(answer.body).toMatchObject({ ok: false, code: 'COMMON.BAD_INPUT' })
    expect(await noon.balance(dinerId)).toBe(10)
  })
})

describe('a wrong line', () => {
  test('is undone once, by whichever of many', async () => {
    const dinerId = await noon.diner({ balance: 1000 })
    await topUp(dinerId, 700)
    const journalId = await lastLine(dinerId)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_one, n) => reverse(dinerId, journalId, n % 2 ? staff : secretary)),
    )
    const codes = answers.map(({ reply }) => (reply.ok ? 'done' : reply.code)).toSorted()
    expect(codes).toEqual([...Array.from({ length: 9 }, () => 'CANTEEN.ALREADY_REVERSED'), 'done'])
    expect(await noon.balance(dinerId)).toBe(1000)
    expect(await noon.done('accountOfStaff', { centreId, dinerId }, staff)).toMatchObject({
      opening: 1000,
      closing: 1000,
      lines: [
        { kind: 'topUp', fen: 700, balance: 1700, reversed: true },
        { kind: 'reversal', fen: -700, balance: 1000, reversed: false, handler: expect.any(String) },
      ],
    })
    await balanced()
  })

  test('is undone once by a request that is asked twice', async () => {
    const dinerId = await noon.diner({ balance: 0 })
    await topUp(dinerId, 700)
    const journalId = await lastLine(dinerId)
    const more = { requestId: 'undo-it-once' }
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => reverse(dinerId, journalId, staff, more)),
    )
    expect(answers.map(({ reply }) => reply.ok && reply.data)).toEqual(answers.map(() => ({ balance: 0 })))
  })

  test('stays when the money is spent, unless the bill may grow', async () => {
    const dinerId = await noon.diner({ balance: 0 })
    await topUp(dinerId, 700)
    const journalId = await lastLine(dinerId)
    await payOut(dinerId, 500)
    expect((await reverse(dinerId, journalId)).reply).toEqual(refused('CANTEEN.NOT_ENOUGH'))
    await noon.set('mealAccounts', dinerId, { owesUpTo: 500 })
    expect((await reverse(dinerId, journalId)).reply).toMatchObject({ ok: true, data: { balance: -500 } })
    await balanced()
  })

  test('is only undone when it went through the till', async () => {
    const dinerId = await noon.diner({ balance: 5000 })
    const menuId = await noon.menu(dayAfter(1))
    const picks = [{ menuId, mealId: 'a', delivery: false, toPay: 800 }]
    await noon.done('placeOrders', { centreId, dinerId, canteenId, picks }, daughter)
    expect((await reverse(dinerId, await lastLine(dinerId))).reply).toEqual(refused('CANTEEN.NOT_REVERSIBLE'))
    await topUp(dinerId, 100)
    const line = await lastLine(dinerId)
    await reverse(dinerId, line)
    expect((await reverse(dinerId, await lastLine(dinerId))).reply).toEqual(refused('CANTEEN.NOT_REVERSIBLE'))
    expect((await reverse(dinerId, 'no-such-line')).reply).toEqual(refused('COMMON.NOT_FOUND'))
  })

  test('is found on the page of a month that was put away', async () => {
    const dinerId = await noon.diner({ balance: 0 })
    await topUp(dinerId, 700)
    const book = await noon.account(dinerId)
    const journalId = book.journals[0]?.id ?? ''
    const page = { _id: `${dinerId}:2026-08`, bookId: dinerId, centreId, month: '2026-08' }
    await noon.plant('mealAccountPages', [{ ...page, opening: 0, closing: 700, journals: book.journals }])
    await noon.set('mealAccounts', dinerId, { opening: 700, journals: [] })
    expect((await reverse(dinerId, journalId)).reply).toMatchObject({ ok: true, data: { balance: 0 } })
    expect((await reverse(dinerId, journalId)).reply).toEqual(refused('CANTEEN.ALREADY_REVERSED'))
    const old = await noon.done('accountOfStaff', { centreId, dinerId, month: '2026-08' }, staff)
    expect(old).toMatchObject({ opening: 0, closing: 700, lines: [{ fen: 700, reversed: true }] })
    expect(old.months).toEqual(['2026-11', '2026-08'])
  })
})

describe('a statement', () => {
  test('shows family what an order cost, who paid how much of it, and what was given back', async () => {
    const dinerId = await noon.diner({ balance: 5000 })
    const menuId = await noon.menu(dayAfter(2))
    const picks = [{ menuId, mealId: 'a', delivery: false, toPay: 800 }]
    await noon.done('placeOrders', { centreId, dinerId, canteenId, picks }, daughter)
    await noon.done('cancelOrder', { centreId, dinerId, menuId }, daughter)
    const [district, street] = ['区级补贴', '街道补贴']
    expect(await noon.done('account', { centreId, dinerId }, daughter)).toMatchObject({
      balance: 5000,
      lines: [
        {
          kind: 'order',
          fen: -800,
          balance: 4200,
          reversed: true,
          subsidies: [
            { fund: district, fen: 420 },
            { fund: street, fen: 280 },
          ],
        },
        {
          kind: 'refund',
          fen: 800,
          balance: 5000,
          subsidies: [
            { fund: district, fen: -420 },
            { fund: street, fen: -280 },
          ],
        },
      ],
    })
  })

  test('is shown to family and to the staff who keep accounts, to nobody else', async () => {
    const dinerId = await noon.diner()
    for (const openid of [residentElsewhere, stranger, people.volunteer, people.officer]) {
      expect((await noon.ask('account', { centreId, dinerId }, openid)).reply).toEqual(
        refused('CANTEEN.NOT_YOURS'),
      )
      expect((await noon.ask('accountOfStaff', { centreId, dinerId }, openid)).reply).toEqual(
        refused('COMMON.NOT_ALLOWED'),
      )
    }
    expect((await noon.ask('accountOfStaff', { centreId, dinerId: 'nobody' }, staff)).reply).toEqual(
      refused('COMMON.NOT_FOUND'),
    )
  })
})

describe('a function that dies half-way and is asked again', () => {
  type Call = (dinerId: string, more: object) => ReturnType<typeof topUp>
  const walk = async (balance: number, call: Call): Promise<readonly number[]> => {
    const balances: number[] = []
    for (let n = 0; n < 10; n += 1) {
      const dinerId = await noon.diner({ balance })
      const requestId = `dies-${balance}-${n}`
      const headers = { 'x-crash-after-writes': String(n) }
      const cut = await call(dinerId, { requestId, headers })
      const answers = [await call(dinerId, { requestId }), await call(dinerId, { requestId })]
      expect(answers.map(({ reply }) => reply.ok)).toEqual([true, true])
      balances.push(await noon.balance(dinerId))
      if (cut.status === 200) return balances
    }
    throw new Error('it never got through')
  }

  test('books money in once', async () => {
    expect(await walk(0, (dinerId, more) => topUp(dinerId, 300, more))).toEqual([300, 300, 300, 300])
  })
  test('books money out once', async () => {
    expect(await walk(500, (dinerId, more) => payOut(dinerId, 300, more))).toEqual([200, 200, 200, 200])
  })
})
