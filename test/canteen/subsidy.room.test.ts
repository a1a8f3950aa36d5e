import { centres, people } from '../harness/town'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon } from './noon'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const { officer, secretary, staff, stranger } = people
const refused = (code: string) => expect.objectContaining({ ok: false, code })
const tier = (fen: number) => ({ title: '80 岁以上', fromAge: 80, careTags: [], kind: 'off' as const, fen })
const shares = (...given: readonly number[]) => given.map((share, n) => ({ name: `资金${n}`, share }))
const rule = (at: string, startsOn: string, fen: number, funds = shares(70, 30)) => ({
  centreId: at,
  startsOn,
  tiers: [tier(fen)],
  funds,
})
const save = (input: ReturnType<typeof rule>, openid: string = officer, more = {}) =>
  noon.ask('saveSubsidyRule', input, openid, more)
const standings = async (at: string) =>
  (await noon.done('subsidyRules', { centreId: at }, stranger)).rows.map(({ ruleId, state }) => [
    ruleId,
    state,
  ])

test('a rule begins today at the earliest, and its funds make a hundred', async () => {
  expect((await save(rule(centres.street, dayAfter(-1), 500))).reply).toEqual(refused('CANTEEN.RULE_STARTED'))
  for (const funds of [shares(50, 49), shares(99), shares(60, 41)]) {
    expect((await save(rule(centres.street, dayAfter(1), 500, funds))).reply).toEqual(
      refused('CANTEEN.SHARES_NOT_100'),
    )
  }
  const twice = [
    { name: '区级', share: 50 },
    { name: '区级', share: 50 },
  ]
  expect((await save(rule(centres.street, dayAfter(1), 500, twice))).reply).toMatchObject({
    code: 'COMMON.BAD_INPUT',
    fields: { funds: '同一项资金写了两次' },
  })
  expect((await save(rule(centreId, dayAfter(1), 500), staff)).reply).toEqual(refused('COMMON.NOT_ALLOWED'))
  expect(await standings(centreId)).toEqual([['hudong:1', 'current']])
})

test('a rule changed in mid-month leaves what was ordered as it was, and prices what comes', async () => {
  const dinerId = await noon.diner()
  const [before, after] = [await noon.menu(dayAfter(1)), await noon.menu(dayAfter(3))]
  const order = async (menuId: string, toPay: number) => {
    const picks = [{ menuId, mealId: 'a', delivery: false, toPay }]
    const { results } = await noon.done('placeOrders', { centreId, dinerId, canteenId, picks }, daughter)
    return results[0]?.state
  }
  expect(await order(before, 800)).toBe('placed')

  const more = { requestId: 'a-new-rule-for-the-street' }
  const input = rule(centres.street, dayAfter(2), 900)
  const answers = [await save(input, officer, more), await save(input, officer, more)]
  expect(answers.map(({ reply }) => reply.ok && reply.data)).toEqual([
    { ruleId: `${centres.street}:1`, version: 1 },
    { ruleId: `${centres.street}:1`, version: 1 },
  ])
  expect(await standings(centreId)).toEqual([
    [`${centres.street}:1`, 'coming'],
    ['hudong:1', 'current'],
  ])
  expect(await order(after, 800)).toBe('refused')
  expect(await order(after, 600)).toBe('placed')
  const [old, young] = [await noon.menuRow(before), await noon.menuRow(after)]
  expect(old.orders[dinerId]).toMatchObject({ rule: 'hudong:1', toPay: 800, price: 1500 })
  expect(young.orders[dinerId]).toMatchObject({
    rule: `${centres.street}:1`,
    toPay: 600,
    subsidies: [
      { fund: '资金0', fen: 630 },
      { fund: '资金1', fen: 270 },
    ],
  })
  expect(await noon.faults()).toEqual([])
})

test('versions of a centre are numbered, also when two are set at once', async () => {
  const answers = await Promise.all([
    save(rule(centreId, dayAfter(10), 100), secretary),
    save(rule(centreId, dayAfter(20), 200), officer),
  ])
  const codes = answers.map(({ reply }) => (reply.ok ? reply.data.version : reply.code))
  expect(codes).toContain(1)
  const again = await save(rule(centreId, dayAfter(30), 300), secretary)
  expect(again.reply).toMatchObject({ ok: true })
  const rows = await noon.rows('subsidyRules', { centreId })
  expect(new Set(rows.map(({ version }) => version)).size).toBe(rows.length)
})

test('the family reads the subsidy of the diner’s own centre, of its street and district', async () => {
  const dinerId = await noon.diner({ centreId: centres.yinxing })
  const shown = async () =>
    (await noon.done('myDiners', {}, daughter)).rows.find((row) => row.dinerId === dinerId)?.subsidy
  expect(await shown()).toBe('80 岁以上,每顿补 7.00 元')
  await noon.clock({ advance: 3 * 86_400_000 })
  expect(await shown()).toBe('80 岁以上,每顿补 9.00 元')
  expect(await standings(centres.yinxing)).toEqual([
    [`${centres.street}:1`, 'current'],
    ['hudong:1', 'past'],
  ])
  expect(await standings(centres.district)).toEqual([['hudong:1', 'current']])
})
