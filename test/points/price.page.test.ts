import { openPhone, type Phone } from '../harness/page'
import { marketSamples, passbookSamples } from '../harness/points-samples'
import { people } from '../harness/town'
import { centreId, openStory, roomOfResident, type Story } from './story'

/** The price changes while somebody looks at it. */

let story: Story
let phone: Phone
beforeAll(async () => {
  story = await openStory()
  const { desk, earns, passbookAt } = story
  await desk.done('saveSettings', passbookSamples.saveSettings, people.secretary)
  await earns(await passbookAt(roomOfResident), 50)
})
afterAll(async () => {
  phone?.close()
  await story?.town.cloud.stop()
})

test('nothing is taken, the new price is shown at once, and the next tap pays it', async () => {
  const { desk } = story
  const rice = { ...marketSamples.saveShelfItem, price: 10, state: 'published' as const }
  const { itemId } = await desk.done('saveShelfItem', rice, people.staff)
  await desk.done('stockIn', { centreId, itemId, quantity: 5 }, people.staff)
  phone = openPhone({ cloud: story.town.cloud, openid: people.resident }, '/points/resident/shelf-page')
  await phone.tap('兑换,大米')
  await phone.sees('换完余 40 分')
  await desk.done('saveShelfItem', { ...rice, itemId, price: 20 }, people.staff)
  await phone.tap('用 10 分兑换')
  await phone.sees('价格变了,请看清再换')
  await phone.sees('换完余 30 分')
  expect((await desk.done('myPassbook', { centreId }, people.resident)).balance).toBe(50)
  await phone.tap('用 20 分兑换')
  await phone.sees('等您来取')
  expect((await desk.done('myPassbook', { centreId }, people.resident)).balance).toBe(30)
})
