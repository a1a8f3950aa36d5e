import { openPhone, type Phone } from '../harness/page'
import {
  centreId,
  colleague,
  type MatterHall,
  openMatterHall,
  resident,
  secretary,
  staff,
} from './matter-hall'
import { morning } from './matter-rows'

/** A matter that needs more than one person: opinions, a heavier procedure, a session, a problem on the list. */

let hall: MatterHall
let phone: Phone
let matterId: string

beforeAll(async () => {
  hall = await openMatterHall()
  matterId = await hall.sorted('fast', { text: '5栋想加装电梯' })
})
afterAll(() => hall?.stop())
afterEach(() => phone?.close())

const opens = (openid: string, url: string) => {
  phone = openPhone({ cloud: hall.town.cloud, openid, now: morning }, url)
}
const desk = () => `/hall/staff/matter-desk-page?centreId=${centreId}&matterId=${matterId}`

test('the steps of its procedure stand as a table, and the next one is the main action', async () => {
  opens(staff, desk())
  await phone.sees('接下来:征求意见')
  for (const row of ['1. 定人办', '2. 征求意见', '3. 形成意见', '4. 答复']) await phone.sees(row)
  await phone.tap('冯*事 社区工作者')
  await phone.tap('周*记 书记')
  await phone.tap('请这 2 位写意见')
  await phone.sees('写意见,写齐了再形成意见')
  expect(phone.doings.toasts).toContain('已请他们写意见')
})

test('whoever was asked writes an opinion, which only the staff read', async () => {
  for (const [who, opinion] of [
    [colleague, '先看方案再说'],
    [secretary, '要开议事会'],
  ] as const) {
    opens(who, desk())
    await phone.type('您的意见', opinion)
    await phone.tap('写下意见')
    await phone.sees(opinion)
    if (who === colleague) phone.close()
  }
  await phone.sees('接下来:形成意见')
})

test('residents read the steps, and no opinion', async () => {
  opens(resident, `/hall/resident/matter-page?matterId=${matterId}`)
  await phone.sees('2. 征求意见')
  await phone.settles()
  expect(phone.text()).not.toContain('先看方案再说')
})

test('moved up, what was done stays done, and a session is the next thing', async () => {
  opens(staff, desk())
  await phone.tap('改用更重的议事办法')
  await phone.type('为什么', '住户意见不一样')
  await phone.tap('改用难事众议')
  await phone.sees('接下来:开会预告')
  expect((await hall.matter(matterId)).done).toEqual(['assign', 'consult'])
  await phone.tap('安排一场议事会')
  expect(phone.route()).toBe('hall/staff/session-edit-page')
})

test('a problem can be put on the list from it', async () => {
  opens(staff, desk())
  await phone.tap('列入问题清单')
  expect(phone.route()).toBe('hall/staff/new-problem-page')
})

test('the number of whoever raised it is shown after a reason that stays written', async () => {
  opens(staff, desk())
  await phone.tap('看电话,王*明')
  await phone.type('原因', '约时间上门')
  await phone.tap('看姓名和电话')
  await phone.tap('打给 王小明 13810000005')
  expect(phone.doings.calls).toEqual(['13810000005'])
  await phone.sees('看了提事人的姓名电话:约时间上门')
})

test('what is said at the door is written down and sorted at once', async () => {
  opens(staff, `/hall/staff/matters-desk-page?centreId=${centreId}`)
  await phone.tap('替居民记一件')
  await phone.type('什么事', '楼道堆了纸箱')
  await phone.type('谁说的', '赵奶奶')
  await phone.tap('记下这件事')
  await phone.sees('入户走访时说的')
  await phone.tap('不受理')
  await phone.type('原因', '已经清走了')
  await phone.tap('不受理,告诉提事人')
  await phone.sees('没有受理,原因写在下面')
})

test('the secretary sets the days and adds a step; the needed ones cannot be taken out', async () => {
  opens(secretary, `/hall/staff/procedures-page?centreId=${centreId}`)
  await phone.sees('还没改过,按通用的办')
  await phone.sees('要走:定人办 → 答复')
  expect(phone.names().filter((name) => name.startsWith('小事简议加'))).not.toContain('小事简议加答复')
  await phone.tap('小事简议加公示')
  await phone.sees('要走:定人办 → 公示 → 答复')
  await phone.tap('小事简议公示几天加一')
  await phone.tap('保存议事步骤')
  await phone.sees('本社区定的')
  const { rows } = await hall.done('procedures', { centreId }, resident)
  expect(rows[0]).toMatchObject({ steps: ['assign', 'publicNotice', 'answer'], publicNoticeDays: 1 })
})
