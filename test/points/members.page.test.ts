import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { openStory, type Story } from './story'

let story: Story
let phone: Phone
beforeAll(async () => {
  story = await openStory()
})
afterAll(async () => {
  phone?.close()
  await story?.town.cloud.stop()
})

test('two members of the same masked name both stand in the passbook', async () => {
  await story.movesIn('sister-one', '王晓明', 5)
  await story.movesIn('sister-two', '王大明', 5)
  phone = openPhone({ cloud: story.town.cloud, openid: people.resident }, '/points/resident/passbook-page')
  await phone.sees('王*明(您)')
  const lines = phone.text().split('\n')
  expect(lines.filter((line) => line.includes('王*明') && !line.includes('您'))).toHaveLength(2)
  expect(lines.filter((line) => line.includes('王*明(您)'))).toHaveLength(1)
})
