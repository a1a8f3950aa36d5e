import { communityContract } from '../../types/community.contract'
import { openPhone, type Phone } from '../harness/page'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

let town: Town
let desk: ReturnType<typeof deskOf>
let projectId: string
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
  projectId = await desk.published({ cap: 20, waitCap: 10 })
})
afterAll(() => town?.cloud.stop())

let phone: Phone
afterEach(() => phone.close())

const open = (openid: string, url?: string) => {
  phone = openPhone({ cloud: town.cloud, openid }, url)
}
const fillIn = async (name: string, room: string) => {
  await phone.type('姓名', name)
  await phone.type('楼栋', '5栋')
  await phone.type('房号', room)
}

test('a stranger opens a neighbour’s card, fills in three lines and is enrolled', async () => {
  open(people.resident, '/pages/lists/lists-page')
  await phone.sees('义务理发')
  const card = phone.share()
  expect(card.title).toBe('12月服务菜单,1项服务,还有20个名额')
  phone.close()

  open('test-newcomer', `/${card.path.replace(/^\//, '')}`)
  await phone.sees('12月服务菜单 第1期')
  await phone.tap('我要报名,义务理发')
  await phone.sees('登记到 金桂社区')
  expect(phone.route()).toBe('community/resident/join-page')
  await fillIn('郑新来', '2-301')
  await phone.tap('登记并报名')
  await phone.sees('已报名 第 1 位')
  expect(phone.doings.toasts).toEqual(['已报名,是第 1 位,请按时到'])
  expect((await desk.people(projectId)).map(({ name }) => name)).toEqual(['郑*来'])
  expect(phone.route()).toBe('lists/resident/edition-page')
})

test('the card of one service leads to its page, and from there to the desk of nobody', async () => {
  open(people.resident, `/lists/resident/service-page?centreId=${centreId}&projectId=${projectId}`)
  await phone.sees('义务理发')
  const { path, title } = phone.share()
  expect(title).toContain('义务理发,还剩')
  phone.close()
  open(people.stranger, path)
  await phone.sees('先登记再报名,还剩')
})

test('a stranger at home chooses a community step by step and reads its menu', async () => {
  open(people.stranger)
  await phone.tap('选我的社区')
  await phone.tap('湖东区')
  await phone.tap('春江街道')
  await phone.tap('金桂社区')
  await phone.sees('还没登记')
  expect(phone.route()).toBe('pages/home/home-page')
  await phone.tap('看服务,这个月有什么')
  await phone.sees('义务理发')
})

test('the phone remembers the chosen community', async () => {
  open(people.stranger, `/lists/resident/edition-page?centreId=${centreId}`)
  await phone.sees('义务理发')
  phone.open('/community/resident/centre-page')
  await phone.sees('027-1234567')
  const { storage } = phone.program
  phone.close()
  phone = openPhone({ cloud: town.cloud, openid: people.stranger, storage })
  await phone.sees('金桂社区')
})

test('what is wrong in the form stands under its field', async () => {
  open('test-careless', `/community/resident/join-page?centreId=${centreId}`)
  await fillIn('冯粗心', '二楼!')
  await phone.type('手机号(可以不填)', '123')
  await phone.tap('登记我家')
  await phone.sees('× 只填楼栋、单元、房号')
  expect(phone.text().match(/× /g)).toHaveLength(2)
  await phone.type('房号', '2-301')
  await phone.type('手机号(可以不填)', '')
  await phone.tap('登记我家')
  await phone.sees('审核中')
  expect(await town.done(communityContract, 'me', {}, 'test-careless')).toMatchObject({
    membership: 'pending',
    name: '冯粗心',
  })
})

test('a resident of another community reads, but is not offered to enrol', async () => {
  open(people.residentElsewhere, `/lists/resident/edition-page?centreId=${centreId}`)
  await phone.sees('义务理发')
  await phone.offersNo('我要报名,义务理发')
  await phone.tap('义务理发,看详情')
  await phone.sees('只能看不能报名')
})
