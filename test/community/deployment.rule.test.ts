import { isStartCode } from '../../cloudfunctions/community/deployment.rule'

describe('the start code', () => {
  test.each([
    ['correct horse', 'correct horse', true],
    ['correct horsE', 'correct horse', false],
    ['correct', 'correct horse', false],
    ['correct horse battery', 'correct horse', false],
    ['', 'correct horse', false],
  ])('%j against %j: %s', (typed, expected, matches) => {
    expect(isStartCode(typed, expected)).toBe(matches)
  })

  test('that is missing, empty or short never matches', () => {
    expect(isStartCode('undefined', undefined)).toBe(false)
    expect(isStartCode('', '')).toBe(false)
    expect(isStartCode('1234567', '1234567')).toBe(false)
    expect(isStartCode('12345678', '12345678')).toBe(true)
  })
})
