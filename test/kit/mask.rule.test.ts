import { maskContact, maskName, maskPhone } from '../../cloudfunctions/_kit/mask.rule'

describe('a name', () => {
  test.each([
    ['', ''],
    ['王', '*'],
    ['李四', '李*'],
    ['王小明', '王*明'],
    ['欧阳小明', '欧**明'],
    ['𠮷野家', '𠮷*家'],
  ])('%j is shown as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe('a phone', () => {
  test.each([
    ['', ''],
    ['13812341234', '138****1234'],
    ['1', '**'],
    ['12', '**'],
    ['0591-8888888', '****88'],
  ])('%j is shown as %j', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})

test.each([
  ['李娟 13812341234', '李* 138****1234'],
  ['王小明,0754-88881234', '王*明 ****34'],
  ['', ''],
  ['张三 李四', '张* 李*'],
  [' 李娟, 13812341234 ', '李* 138****1234'],
  ['李娟;138-12341234', '李* 138****1234'],
  ['前台 转8888', '前* 转***8'],
])('the contact 「%s」 is shown as 「%s」', (contact, masked) => {
  expect(maskContact(contact)).toBe(masked)
})

test('a masked contact never holds five digits in a row of what was written', () => {
  expect(maskContact('电话13812341234转8888')).not.toMatch(/\d{5}/)
})
