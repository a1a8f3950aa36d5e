import { openPhone, type Phone } from '../harness/page'
import { centres, openTown, people, type Town } from '../harness/town'

let town: Town
let phone: Phone
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())
afterEach(() => phone.close())

const open = (url?: string) => {
  phone = openPhone({ cloud: town.cloud, openid: people.resident }, url)
}

test('the eleventh page takes the place of the tenth, because WeChat keeps ten', async () => {
  open()
  for (let deep = 1; deep < 10; deep += 1) {
    phone.open('/lists/resident/my-needs-page')
    await phone.settles()
  }
  await phone.tap('说一条需求')
  expect(phone.route()).toBe('lists/resident/say-need-page')
  phone.back()
  expect(phone.route()).toBe('lists/resident/my-needs-page')
})

test('who came by a link and is done lands at home', async () => {
  open('/lists/resident/say-need-page')
  await phone.type('需要什么', '想学剪纸')
  await phone.tap('说给社区')
  await phone.tap('好了,回去')
  await phone.sees('王小明,今天')
  expect(phone.route()).toBe('pages/home/home-page')
})

test('a page of the tab bar is switched to, with nothing to go back to', async () => {
  open('/lists/resident/my-enrolments-page')
  await phone.tap('看这个月的服务')
  await phone.sees('这里还没有发布服务清单')
  expect(phone.route()).toBe('pages/lists/lists-page')
  expect(() => phone.back()).toThrow('first page')
})

test('a staff page without a centre leads to the desk', async () => {
  phone = openPhone({ cloud: town.cloud, openid: people.staff }, '/lists/staff/match-page')
  await phone.sees('工作台')
  expect(phone.route()).toBe('lists/staff/desk-page')
  await phone.tap('对接台')
  await phone.sees('需求 1 · 已配 0')
  const { storage } = phone.program
  phone.close()
  phone = openPhone({ cloud: town.cloud, openid: people.staff, storage }, '/lists/staff/match-page')
  await phone.sees('需求 1 · 已配 0')
})

test('a resident who types the address of a staff page is refused in words', async () => {
  open(`/lists/staff/match-page?centreId=${centres.jingui}`)
  await phone.sees('您没有办这件事的权限')
})
