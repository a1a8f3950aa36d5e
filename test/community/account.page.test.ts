import { communityContract } from '../../types/community.contract'
import { openPhone, type Phone } from '../harness/page'
import { approves, centres, joins, openTown, people, type Town } from '../harness/town'

/** One's own data and account, from 我的. */

const leaving = 'leaves-by-phone'
let town: Town
let phone: Phone
beforeAll(async () => {
  town = await openTown()
  await joins(town, leaving, centres.jingui, '何离开', 40)
  await approves(town, people.staff, centres.jingui, leaving)
})
afterAll(() => town?.cloud.stop())
afterEach(() => phone.close())

test('an account is deleted by whoever writes their name, and the phone knows nobody then', async () => {
  phone = openPhone({ cloud: town.cloud, openid: leaving }, '/pages/me/me-page')
  await phone.tap('导出资料、注销账号')
  await phone.sees('家里的积分存折留给家人')
  await phone.tap('注销账号')
  await phone.type('您的姓名', '何某人')
  await phone.tap('注销,不能恢复')
  await phone.sees('写的姓名和登记的不一样')
  await phone.type('您的姓名', '何离开')
  await phone.tap('注销,不能恢复')
  await phone.settles()
  expect(phone.route()).toBe('pages/home/home-page')
  expect(phone.doings.toasts).toEqual(['账号已注销,以后想回来可以重新登记'])
  expect(await town.done(communityContract, 'me', {}, leaving)).toMatchObject({ membership: 'none' })
  expect([...phone.program.storage.values()].join()).not.toContain('何离开')
})

test('whoever the deployment does not know has nothing to export or delete', async () => {
  phone = openPhone({ cloud: town.cloud, openid: people.stranger }, '/pages/me/me-page')
  await phone.sees('我们存了您的什么')
  await phone.offersNo('导出资料、注销账号')
})
