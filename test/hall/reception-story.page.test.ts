import { instantOf } from '../../types/common/time'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, evening, morning, thursday } from './reception-rows'
import { openReception, type Reception } from './reception-town'

/** A night talk on three phones: the rule, a slot, the evening, the text for the group. */

let town: Reception
let phone: Phone
const { staff, resident, volunteer } = people
const open = (openid: string, url: string, now: number) => {
  phone = openPhone({ cloud: town.town.cloud, openid, now }, url)
}
const staffPage = (page: string, more = '') => `/hall/staff/${page}?centreId=${centreId}${more}`
const dayId = async (): Promise<string> => {
  const { rows } = await town.done('receptionDays', { centreId }, staff)
  return rows[0]?.dayId ?? ''
}
const opensDay = async (now: number) =>
  open(staff, staffPage('reception-day-page', `&dayId=${await dayId()}`), now)

beforeAll(async () => {
  town = await openReception()
})
afterAll(() => town?.stop())
afterEach(() => phone.close())

test('a resident finds no day yet, and where else to turn', async () => {
  open(resident, '/hall/resident/reception-page', morning)
  await phone.sees('最近没有接访日')
})

test('the staff say it once: every Thursday at seven', async () => {
  open(staff, staffPage('reception-desk-page'), morning)
  await phone.sees('这个月没有人来问')
  await phone.tap('定一个固定的接访日')
  await phone.sees('到 21:00 结束')
  await phone.tap('党群夜话')
  await phone.tap('居民夜谈')
  await phone.tap('每周')
  await phone.tap('周四')
  await phone.type('地点', '社区议事厅')
  await phone.type('谁来听', '周书记')
  await phone.tap('定下来,排好往后五周')
  await phone.hears('定好了,最近一次是11月26日')
  await phone.sees('居民夜谈 每周四 19:00')
  await phone.sees('11月26日(周四) 19:00')
  await phone.sees('约了 0/12')
})

test('a resident books a slot and says what about', async () => {
  open(resident, '/hall/resident/reception-page', morning)
  await phone.sees('还空 12 个时段')
  await phone.tap('约一个时段,今天(周四) 19:00 至 21:00')
  await phone.sees('选一个时间,再写一句想问什么')
  await phone.tap('19:20')
  await phone.type('想问什么', '楼道灯坏了一个月')
  await phone.tap('约 19:20')
  await phone.sees('您约了 今天(周四) 19:20')
  expect(phone.doings.toasts).toEqual(['约好了,今天(周四) 19:20见'])
  await phone.offersNo('约一个时段,今天(周四) 19:00 至 21:00')
})

test('another finds that one gone, takes the next, and thinks better of it', async () => {
  open(volunteer, '/hall/resident/reception-page', morning)
  await phone.sees('还空 11 个时段')
  await phone.tap('约一个时段,今天(周四) 19:00 至 21:00')
  await phone.offersNo('19:20')
  await phone.tap('19:30')
  await phone.type('想问什么', '垃圾桶')
  await phone.tap('约 19:30')
  await phone.sees('您的时段:19:30')
  await phone.tap('不去了,让出时段,今天(周四) 19:00 至 21:00')
  await phone.sees('还空 11 个时段')
  expect(phone.doings.questions).toEqual(['不去了'])
})

test('a slot that goes while one is still typing is said to be gone, and no longer offered', async () => {
  open(volunteer, '/hall/resident/reception-page', morning)
  await phone.tap('约一个时段,今天(周四) 19:00 至 21:00')
  await phone.tap('20:00')
  await phone.type('想问什么', '垃圾桶')
  const id = await dayId()
  await town.done('bookSlot', { centreId, dayId: id, slot: 7, topic: '停车' }, staff)
  await phone.tap('约 20:00')
  await phone.sees('这个时段刚被约走,请换一个')
  await phone.offersNo('20:00')
  await town.done('cancelSlot', { centreId, dayId: id }, staff)
})

test('before the day the staff see what is coming, and can say nothing about it yet', async () => {
  await town.clock({ now: morning - 86_400_000 })
  await opensDay(morning - 86_400_000)
  await phone.sees('楼道灯坏了一个月')
  await phone.sees('约的 19:20')
  await phone.offersNo('当场答复,楼道灯坏了一个月')
  await phone.offersNo('结束,一共问了 1 件')
})

test('in the evening: one more at the door, one answered, one on the problem list, and the day is closed', async () => {
  await town.clock({ now: evening })
  await opensDay(evening)
  await phone.sees('问了 1 件,还有 1 件没记结果')
  await phone.tap('记一位没约的')
  await phone.type('问什么', '下水道返水')
  await phone.type('怎么称呼', '赵奶奶')
  await phone.type('电话', '13812341234')
  await phone.tap('记下来')
  await phone.hears('记好了,可以接着记下一位')
  await phone.tap('关上')
  await phone.sees('赵*奶')

  await phone.tap('当场答复,楼道灯坏了一个月')
  await phone.type('怎么答复的', '明天下午换灯头')
  await phone.tap('记下答复')
  await phone.sees('答复:明天下午换灯头')

  await phone.tap('列入问题清单,下水道返水')
  await phone.type('怎么办', '请疏通队')
  await phone.type('责任单位', '金桂物业、排水所')
  await phone.choose('谁来办', '李*作 社区工作者')
  await phone.tap('列上,5 个工作日内办完')
  await phone.hears('列入问题清单了,12月3日前办完')
  await phone.sees('问了 2 件,当场答复 1 件,列入问题清单 1 件')
  await phone.tap('结束,一共问了 2 件')
  await phone.tap('复制发群的文字')
  expect(phone.doings.copied).toEqual([
    [
      '【金桂社区】11月26日 居民夜谈',
      '周书记在场,问了 2 件,当场答复 1 件,列入问题清单 1 件',
      '清单上的事 5 个工作日内办,办完请提的人确认才销号',
      '进度:打开小程序「议事」看「我的问题」',
      '下一次:12月3日(周四) 19:00 居民夜谈 社区议事厅,点开群里的卡片约时段',
    ].join('\n'),
  ])
  expect(await town.rows('problems', { centreId })).toMatchObject([{ units: ['金桂物业', '排水所'] }])
})

test('whoever asked reads the answer; the month shows what it came to', async () => {
  const later = instantOf(thursday, 22 * 60)
  await town.clock({ now: later })
  open(resident, '/hall/resident/reception-page', later)
  await phone.sees('答复:明天下午换灯头')
  await phone.sees('当场答复')
  phone.close()
  open(staff, staffPage('reception-desk-page'), later)
  await phone.sees('这个月问了 2 件,当场答复 1 件,列入问题清单 1 件')
  await phone.sees('已结束')
})

test('whoever is called back: a reason first, then the number', async () => {
  const [closed] = await town.rows('receptionDays', { state: 'closed' })
  open(staff, staffPage('reception-day-page', `&dayId=${closed?._id}`), evening)
  await phone.tap('看电话,赵*奶,下水道返水')
  await phone.type('原因', '告诉她约好疏通队了')
  await phone.tap('看姓名和电话')
  await phone.tap('打给 赵奶奶 13812341234')
  expect(phone.doings.calls).toEqual(['13812341234'])
})

test('a day that is called off says why, to those who had a slot too', async () => {
  await town.clock({ now: evening + 86_400_000 })
  const id = await dayId()
  await town.done('bookSlot', { centreId, dayId: id, slot: 1, topic: '停车' }, resident)
  await opensDay(evening + 86_400_000)
  await phone.tap('这天不办了,12月3日(周四) 19:00 至 21:00')
  await phone.type('原因', '书记去区里开会')
  await phone.tap('不办了,通知他们')
  await phone.sees('这天不办了:书记去区里开会')
  expect(phone.doings.toasts).toEqual(['不办了,已通知约好的 1 人'])
  phone.close()
  open(resident, '/hall/resident/reception-page', evening + 86_400_000)
  await phone.sees('原因:书记去区里开会')
})
