import { maskContact, newResource, resourceFields } from '../../cloudfunctions/lists/resource.rule'
import { now, resource } from './facts'

const { reviewDay: _none, ...offered } = resource()

test.each([
  ['李娟 13812341234', '李* 138****1234'],
  ['王小明,0754-88881234', '王*明 ****34'],
  ['', ''],
  ['张三 李四', '张* 李*'],
])('the contact 「%s」 is shown as 「%s」', (contact, masked) => {
  expect(maskContact(contact)).toBe(masked)
})

test('a masked contact never holds five digits in a row of what was written', () => {
  expect(maskContact('电话13812341234转8888')).not.toMatch(/\d{5}/)
})

test('a new resource is running and its id is made of the request', () => {
  const contact = { contactSealed: 's', contactMasked: 'm' }
  const made = newResource('a.b.c', offered, contact, { requestKey: 'request', now })
  expect(made).toMatchObject({ centreId: 'a.b.c', paused: false, title: '手机支付课', ...contact })
  expect(newResource('a.b.c', offered, contact, { requestKey: 'request', now })._id).toBe(made._id)
})

test('what a form leaves out is kept empty, not undefined', () => {
  const { agreement, reviewDay, ...rest } = resourceFields({ ...offered, agreement: undefined })
  expect([agreement, reviewDay]).toEqual(['', ''])
  expect(Object.values(rest)).not.toContain(undefined)
})
