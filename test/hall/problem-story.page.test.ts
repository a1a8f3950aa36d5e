import { join } from 'node:path'
import { communityContract } from '../../types/community.contract'
import { openPhone, type Phone } from '../harness/page'
import {
  at,
  centreId,
  matterRow,
  officer,
  openProblemList,
  type ProblemList,
  resident,
  secretary,
  staff,
  streetOfficer,
} from './problem-list'

/** An overdue problem climbs to the street, is done, is not solved, is done again, and is struck off. */

const photo = join(__dirname, '..', '..', 'src', 'assets', 'tab-home.png')
const text = '5栋楼下的路灯不亮'
const matterId = 'lamp-matter'
const street = 'hudong.chunjiang'

let list: ProblemList
let phone: Phone

beforeAll(async () => {
  list = await openProblemList()
  await list.plant('matters', [matterRow(matterId)])
})
afterAll(() => list?.stop())

const opensAt = async (now: number, openid: string, url: string) => {
  await list.clock(now)
  await list.tickOn(4)
  phone = openPhone({ cloud: list.town.cloud, openid, now }, url)
}
const problemId = async () => (await list.rows('problems', { matterId }))[0]?._id ?? ''
const opensIt = async (now: number, openid: string) =>
  opensAt(now, openid, `/hall/staff/problem-page?centreId=${centreId}&problemId=${await problemId()}`)
const mine = '/hall/resident/my-problems-page'
afterEach(() => phone.close())

/** The officer says that it is done, with a photo. */
const finishes = async (how: string) => {
  await phone.tap('办完了')
  await phone.sees('写一句怎么办的,再附一张照片')
  await phone.type('办法和结果', how)
  phone.program.pick(photo)
  await phone.tap('拍一张或选一张')
  await phone.sees('再加一张')
  await phone.tap('请提的人确认')
  await phone.hears('已经请提的人来看')
}

test('a problem is put on the list from what a resident raised, with a day', async () => {
  const page = `/hall/staff/new-problem-page?centreId=${centreId}&matterId=${matterId}`
  await opensAt(at('2026-11-23', 9), staff, page)
  await phone.sees('办完由提的人确认')
  await phone.sees('四项都填好就能列上')
  await phone.type('什么问题', text)
  await phone.type('怎么办', '请路灯所来换灯头')
  await phone.type('责任单位', '金桂物业、春江路灯所')
  await phone.choose('谁来办', '李*作 社区工作者')
  await phone.tap('列入问题清单')
  await phone.hears('列上了,11月30日前办完')
  await phone.sees('还有 5 个工作日')
  await phone.sees('金桂物业、春江路灯所 · 经办 李*作')
  expect(phone.route()).toBe('hall/staff/problem-page')
})

test('the resident sees by when it is done, and by whom', async () => {
  await opensAt(at('2026-11-24', 9), resident, mine)
  await phone.sees(text)
  await phone.sees('还有 4 个工作日')
  await phone.sees('11月23日列入,11月30日前')
  await phone.offersNo(`解决了,${text}`)
})

test('on the last day the list says so', async () => {
  await opensAt(at('2026-11-30', 10), staff, `/hall/staff/problems-page?centreId=${centreId}`)
  await phone.sees('1 个在办,没有超期的')
  await phone.sees('今天到期')
  await phone.tap(text)
  await phone.sees('提醒经办人:今天到期')
  await phone.tap('记一笔进展')
  await phone.type('进展', '路灯所说缺配件')
  await phone.tap('记下来')
  await phone.sees('路灯所说缺配件')
})

test('a day later it is overdue, and the secretary is told on the second', async () => {
  await opensAt(at('2026-12-01', 9), staff, `/hall/staff/problems-page?centreId=${centreId}`)
  await phone.sees('1 个在办,1 个超期了')
  await phone.sees('超期 1 个工作日')
  phone.close()
  await opensAt(at('2026-12-02', 9), secretary, '/community/resident/notices-page')
  await phone.sees('超期问题报书记督办')
})

test('until three working days have passed the street sees nothing', async () => {
  await opensAt(at('2026-12-03', 18), streetOfficer, `/hall/staff/escalated-page?centreId=${street}`)
  await phone.sees('没有超期报上来的')
})

test('then it has climbed to the street, whose officer sees all that happened', async () => {
  await opensAt(at('2026-12-04', 9), streetOfficer, '/community/resident/notices-page')
  await phone.sees('有超期问题报上来')
  const { rows } = await list.town.done(communityContract, 'notices', {}, streetOfficer)
  expect(rows[0]?.page).toBe(`/hall/staff/escalated-page?centreId=${street}`)
  phone.open(rows[0]?.page ?? '')
  await phone.sees('1 个问题超期报上来,请督办')
  await phone.sees(text)
  await phone.sees('金桂社区 027-1234567')
  await phone.sees('超期 4 个工作日')
  await phone.sees('已报街道')
  await phone.sees('路灯所说缺配件')
  await phone.sees('11月30日前没有办完,已经超期')
  await phone.sees('超期 3 个工作日还没有办完,报街道督办')
})

test('the street gives two working days more, for a reason', async () => {
  await opensAt(at('2026-12-04', 9.5), streetOfficer, `/hall/staff/escalated-page?centreId=${street}`)
  await phone.tap(`批准延期,${text}`)
  await phone.tap('再给几个工作日减一')
  await phone.type('原因', '配件周一到')
  await phone.tap('延 2 个工作日')
  await phone.hears('延到 12月8日')
  await phone.sees('还有 2 个工作日')
})

test('done with a photo, the raiser is asked, and the officer can do nothing more', async () => {
  await opensIt(at('2026-12-07', 15), staff)
  await finishes('换了灯头')
  await phone.sees('办完,等确认')
  await phone.sees('请提的人在 12月14日 前确认')
  await phone.offersNo('办完了')
  await phone.offersNo('记一笔进展')
})

test('not solved, with words: done again within three working days', async () => {
  await opensAt(at('2026-12-07', 20), resident, mine)
  await phone.sees('1 件办完了,请您看看')
  await phone.sees('12月14日前没有回话,就按已解决销号')
  await phone.tap(`还没解决,${text}`)
  await phone.type('原因', '晚上还是一闪一闪')
  await phone.tap('请重办')
  await phone.hears('知道了,三个工作日内重办')
  await phone.sees('还没解决,12月10日前重办:晚上还是一闪一闪')
})

test('done again and confirmed, it is struck off', async () => {
  await opensIt(at('2026-12-08', 15), staff)
  await phone.sees('已报街道')
  await finishes('换了整流器')
  phone.close()
  await opensAt(at('2026-12-08', 20), resident, mine)
  await phone.tap(`解决了,${text}`)
  await phone.hears('谢谢您,已销号')
  await phone.sees('已销号')
  expect((await list.row('matters', matterId)).openProblems).toBe(0)
})

test('the month it was listed in says one listed, one struck off, one overdue at some time', async () => {
  await opensAt(at('2026-12-09', 9), staff, `/hall/staff/close-out-page?centreId=${centreId}`)
  await phone.sees('2026年12月没有列问题')
  await phone.tap('2026年11月')
  await phone.sees('2026年11月列了 1 个,销号 1 个,超期过 1 个')
  await phone.sees('春江路灯所')
  expect(await list.miscounted()).toEqual([])
})

describe('next year’s holidays', () => {
  const calendarOf = (of: string) => `/hall/staff/calendar-page?centreId=${of}`

  test('are not published yet, which everybody reads', async () => {
    await opensAt(at('2026-12-10', 9), staff, calendarOf(centreId))
    await phone.sees('2026 年:按国务院公布的安排')
    await phone.sees('10月1日(周四)到10月7日(周三)')
    await phone.tap('2027 年')
    await phone.sees('还没有公布,时限先按周一到周五算')
    await phone.sees('放假安排全区统一,由区里录')
    await phone.offersNo('加上这段假')
  })

  test('are entered by the district, a holiday at a time', async () => {
    await opensAt(at('2026-12-10', 10), officer, calendarOf('hudong'))
    await phone.tap('2027 年')
    await phone.choose('到哪天', '2027-01-03')
    await phone.tap('加上这段假')
    await phone.sees('1月1日(周五)')
    await phone.sees('补班选周六或周日')
    await phone.choose('哪个周末补班', '2027-01-09')
    await phone.tap('加上这天补班')
    await phone.tap('存好 2027 年的安排')
    await phone.hears('存好了,没办完的时限正在重算')
    await phone.sees('2027 年:按区里录的安排')
    expect(await list.row('calendars', 'hudong:2027')).toMatchObject({
      ...{ off: ['2027-01-01'], worked: ['2027-01-09'] },
    })
  })
})
