import { randomUUID } from 'node:crypto'
import type { accountActions } from '../../types/canteen.account'
import type { canteenContract } from '../../types/canteen.contract'
import type { dinerActions } from '../../types/canteen.diner'
import type { ActionName, InputOf } from '../../types/common/contract'
import type { Answer } from '../harness/town'
import { people } from '../harness/town'
import { meal } from './meals'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff } from './noon'

type Canteen = typeof canteenContract
type Costs = Record<keyof typeof accountActions | keyof typeof dinerActions, Answer<unknown>['cost']>

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
  await noon.menu(dayAfter(-3), 'lunch', { state: 'frozen', orders: { known: meal('known') } })
})
afterAll(() => noon?.stop())

const { secretary } = people
let rooms = 0

/** One successful call of every action: what it cost, in all. */
const round = async (): Promise<Costs> => {
  const cost = async <A extends ActionName<Canteen>>(
    action: A,
    input: InputOf<Canteen, A>,
    openid: string,
  ) => {
    const answer = await noon.ask(action, input, openid)
    expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
    return { ...answer.cost, data: answer.reply.ok ? answer.reply.data : undefined }
  }
  rooms += 1
  const form = {
    centreId,
    name: '赵奶奶',
    birthDay: '1940-05-06',
    building: '20栋',
    room: String(rooms),
    phone: '',
    needs: [],
    avoids: [],
    emergency: { name: '赵小妹', relation: '女儿', phone: '13912345678' },
  }
  const registerDiner = await cost('registerDiner', { ...form, relation: '母亲' }, daughter)
  const dinerId = registerDiner.data?.dinerId ?? ''
  const of = { centreId, dinerId }
  const decideDiner = await cost('decideDiner', { ...of, decision: 'approve', reason: '' }, staff)
  const topUp = await cost('topUp', { ...of, fen: 900, note: '' }, staff)
  const payOut = await cost('payOut', { ...of, fen: 100, note: '搬走' }, staff)
  const line = (await noon.account(dinerId)).journals.at(-1)
  const dinerCode = await cost('dinerCode', of, daughter)
  const code = dinerCode.data?.code ?? ''
  const rule = {
    centreId,
    startsOn: dayAfter(30),
    tiers: [{ title: '80 岁以上', fromAge: 80, careTags: [], kind: 'off' as const, fen: 700 }],
    funds: [{ name: '区级补贴', share: 100 }],
  }
  const kept = { ...of, needs: [], avoids: [], careTags: [], building: '20栋', room: form.room, owesUpTo: 0 }
  const month = dayAfter(-3).slice(0, 7)
  return {
    registerDiner,
    decideDiner,
    topUp,
    dinerCode,
    payOut,
    joinDiner: await cost('joinDiner', { centreId, code, relation: '儿子' }, people.volunteer),
    leaveDiner: await cost('leaveDiner', of, people.volunteer),
    saveDiet: await cost('saveDiet', { ...of, needs: [], avoids: ['蛋'] }, daughter),
    myDiners: await cost('myDiners', {}, people.residentElsewhere),
    diners: await cost('diners', { centreId, state: 'approved' }, staff),
    diner: await cost('diner', of, staff),
    dinerPersonal: await cost('dinerPersonal', of, staff),
    addDiner: await cost('addDiner', { ...form, careTags: [], room: `a${rooms}` }, staff),
    saveDiner: await cost('saveDiner', { ...kept, ended: false }, staff),
    subsidyRules: await cost('subsidyRules', { centreId }, daughter),
    saveSubsidyRule: await cost('saveSubsidyRule', rule, secretary),
    account: await cost('account', of, daughter),
    accountOfStaff: await cost('accountOfStaff', of, staff),
    reverseTopUp: await cost('reverseTopUp', { ...of, journalId: line?.id ?? '', reason: '记错' }, staff),
    bills: await cost('bills', { centreId, month }, staff),
    monthSheet: await cost('monthSheet', { centreId, canteenId, month }, secretary),
    mealReconciliations: await cost('mealReconciliations', { centreId, canteenId, month }, secretary),
  }
}

const requests: Record<keyof Costs, number> = {
  registerDiner: 3,
  decideDiner: 10,
  topUp: 4,
  dinerCode: 1,
  payOut: 4,
  joinDiner: 3,
  leaveDiner: 6,
  saveDiet: 3,
  myDiners: 2,
  diners: 2,
  diner: 1,
  dinerPersonal: 2,
  addDiner: 9,
  saveDiner: 9,
  subsidyRules: 1,
  saveSubsidyRule: 3,
  account: 2,
  accountOfStaff: 2,
  reverseTopUp: 4,
  bills: 2,
  monthSheet: 4,
  mealReconciliations: 2,
}
const requestsOf = (costs: Costs) =>
  Object.fromEntries(Object.entries(costs).map(([action, { dbRequests }]) => [action, dbRequests]))

test('every action costs the same few requests, also among a thousand diners', async () => {
  await noon.diner({ family: [{ who: people.residentElsewhere, nameMasked: '', relation: '儿子' }] })
  const before = await round()
  expect(requestsOf(before)).toEqual(requests)

  const crowd = await noon.diners(1000, { family: [], order: `zz-${randomUUID()}` })
  const bill = { centreId, month: '2026-11', nameMasked: '赵**', building: '1', room: '1' }
  const figures = { meals: 1, price: 1500, subsidy: 700, toPay: 800, closing: 0 }
  await noon.plant(
    'mealBills',
    crowd.map((dinerId) => ({ _id: `${dinerId}:2026-11`, dinerId, ...bill, ...figures, order: dinerId })),
  )
  const after = await round()
  expect(requestsOf(after)).toEqual(requests)
  const flat = [
    'topUp',
    'payOut',
    'diner',
    'account',
    'myDiners',
    'registerDiner',
    'saveDiet',
    'joinDiner',
  ] as const
  for (const action of flat) {
    const more = after[action].examined - before[action].examined
    expect({ action, more: more <= 1 ? 0 : more }).toEqual({ action, more: 0 })
  }
}, 180_000)
