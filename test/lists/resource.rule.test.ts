import { newResource, resourceFields } from '../../cloudfunctions/lists/resource.rule'
import { now, resource } from './facts'

const { reviewDay: _none, ...offered } = resource()

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
