import { openPhone } from '../harness/page'
import { openTown, people, type Town } from '../harness/town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

test('home greets a resident and leads to what they come for', async () => {
  const phone = openPhone({ cloud: town.cloud, openid: people.resident })
  await phone.sees('王小明,今天')
  await phone.tap('我的报名,什么时候去、排第几')
  await phone.sees('我的报名')
  expect(phone.route()).toBe('lists/resident/my-enrolments-page')
  phone.close()
})
