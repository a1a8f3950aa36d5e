import { below, nameOf } from '../harness/drawn'
import { openPhone, type Phone } from '../harness/page'
import { openTown, people, type Town } from '../harness/town'
import { stylesOf } from '../harness/wxss'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town?.cloud.stop())

let phone: Phone
afterEach(() => phone.close())
const open = async (more: { fontSize?: number; storage?: ReadonlyMap<string, string> } = {}) => {
  phone = openPhone({ cloud: town.cloud, openid: people.resident, ...more })
  await phone.sees('王小明,今天')
  await phone.settles()
}
/** The size in which a text stands, in px. */
const sizeOf = (text: string): number | undefined => {
  const all = below(phone.program.top().drawn)
  const drawn = all.find((one) => one.textContent === text && one.tagName === 'WX-TEXT')
  return drawn && stylesOf(phone.route()).textSize(drawn)
}

/** How high the control of that name is at least, in px. */
const heightOf = (name: string): number | undefined => {
  const drawn = phone.controls().find((control) => nameOf(control) === name)
  return drawn && stylesOf(phone.route()).height(drawn)
}

test('elder mode is turned on by hand, stays on, and is turned off again', async () => {
  await open()
  expect([sizeOf('金桂社区'), heightOf('长辈版')]).toEqual([20, 48])
  await phone.tap('长辈版')
  await phone.sees('标准版')
  expect([sizeOf('金桂社区'), heightOf('标准版')]).toEqual([26, 60])
  const { storage } = phone.program
  phone.close()
  await open({ storage })
  expect(sizeOf('金桂社区')).toBe(26)
  await phone.tap('标准版')
  await phone.sees('长辈版')
  expect(sizeOf('金桂社区')).toBe(20)
})

test('elder mode follows the font size set in WeChat', async () => {
  await open({ fontSize: 22 })
  expect(sizeOf('金桂社区')).toBe(26)
})

test('text grows with WeChat’s font size in both modes, and stops before pages break', async () => {
  await open({ fontSize: 20 })
  expect(sizeOf('金桂社区')).toBeCloseTo((20 * 20) / 17)
  phone.close()
  await open({ fontSize: 40 })
  expect(sizeOf('金桂社区')).toBeCloseTo(26 * 1.4)
})

test('in elder mode home has four ways in, one of which phones the community', async () => {
  await open({ fontSize: 22 })
  expect(phone.names().filter((name) => /^(说|看|订|找)/.test(name))).toHaveLength(3)
  await phone.tap('打电话给金桂社区 027-1234567')
  expect(phone.doings.calls).toEqual(['027-1234567'])
})
