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

test('a volunteer reads which shift is in the way of another', async () => {
  await story.desk.shifts([20], { title: '巡逻', place: '东门', cap: 1 })
  await story.desk.shifts([21], { title: '帮厨', place: '食堂', cap: 2 })
  phone = openPhone({ cloud: story.town.cloud, openid: people.resident }, '/points/resident/shifts-page')
  await phone.tap('我来,还要 1 人')
  await phone.sees('已报 1/1 人')
  await phone.tap('我来,还要 2 人')
  await phone.sees('这段时间您已经报了另一班')
  await phone.sees('您已经报了「巡逻」')
  await phone.sees('已报 0/2 人')
})
