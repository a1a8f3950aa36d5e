import { communityContract } from '../../types/community.contract'
import { openPhone, type Phone } from '../harness/page'
import { approves, centres, joins, openEmptyTown, openTown, people, type Town } from '../harness/town'

const centreId = centres.jingui
const mePage = '/pages/me/me-page'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

let phone: Phone
afterEach(() => phone.close())

const open = (openid: string, url: string) => {
  phone = openPhone({ cloud: town.cloud, openid }, url)
}

describe('the page about oneself', () => {
  test('shows an approved household', async () => {
    open(people.resident, mePage)
    await phone.sees('1栋 105')
    await phone.sees('已通过')
    await phone.sees('王小明')
    await phone.offersNo('换一个社区看')
  })
  test('shows a household that waits, and lets its form be corrected', async () => {
    open(people.pending, mePage)
    await phone.sees('审核中')
    await phone.tap('改一改登记')
    await phone.sees('登记到 金桂社区')
    await phone.type('房号', '1-106')
    await phone.tap('登记我家')
    await phone.sees('审核中')
    expect(await town.done(communityContract, 'me', {}, people.pending)).toMatchObject({
      door: { room: '1-106' },
    })
  })
  test('says why a household was sent back, and becomes approved while it is looked at again', async () => {
    await joins(town, 'test-again', centreId, '蒋再来', 30)
    await town.done(
      communityContract,
      'decideApplication',
      { centreId, residentId: 'test-again', decision: 'reject', reason: '没有这个房号' },
      people.staff,
    )
    open('test-again', mePage)
    await phone.sees('原因:没有这个房号')
    await phone.tap('改好再交')
    await phone.sees('上次被退回')
    await phone.type('房号', '131')
    await phone.tap('登记我家')
    await phone.sees('审核中')
    await approves(town, people.staff, centreId, 'test-again')
    phone.close()
    open('test-again', mePage)
    await phone.sees('已通过')
  })
  test('offers a stranger to choose a community and nothing of the staff', async () => {
    open(people.stranger, mePage)
    await phone.sees('还没有选社区')
    await phone.offersNo('工作台')
    await phone.offersNo('启用')
  })
  test('leads staff to their desk, with the role', async () => {
    open(people.staff, mePage)
    await phone.tap('工作台')
    await phone.sees('金桂社区')
    expect(phone.route()).toBe('lists/staff/desk-page')
  })
})

describe('notices', () => {
  test('are read, followed and no longer new', async () => {
    open(people.resident, mePage)
    await phone.sees('1 条没看过')
    await phone.tap('通知')
    await phone.sees('1 条没看过')
    await phone.tap('这 1 条都看过了')
    await phone.sees('都看过了')
    phone.back()
    await phone.losesSight('1 条没看过')
  })
  test('say what will come when there are none', async () => {
    open(people.stranger, '/community/resident/notices-page')
    await phone.sees('还没有通知')
  })
})

describe('the centre', () => {
  test('is phoned with one tap', async () => {
    open(people.resident, `/community/resident/centre-page?centreId=${centreId}`)
    await phone.tap('打电话给金桂社区 027-1234567')
    expect(phone.doings.calls).toEqual(['027-1234567'])
  })
})

test('only a deployment that nobody has started offers to start it', async () => {
  const empty = await openEmptyTown()
  try {
    phone = openPhone({ cloud: empty.cloud, openid: 'test-first' }, mePage)
    await phone.tap('启用')
    expect(phone.route()).toBe('community/staff/start-page')
  } finally {
    await empty.cloud.stop()
  }
})
