import { maskName, maskPhone } from '../../cloudfunctions/_kit/mask.rule'

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
