import fc from 'fast-check'
import { onlyInHolidays, readHours, readTimeWords } from '../../cloudfunctions/lists/matching/time-words.rule'

describe('hours', () => {
  test.each([
    ['08:30-11:30', 510, 690],
    ['00:00-24:00', 0, 1440],
    ['9:00-17:00', 540, 1020],
  ])('%s is read into minutes of the day', (hours, from, to) => {
    expect(readHours(hours)).toEqual({ from, to })
  })

  test('hours of another shape, or none, are the whole day', () => {
    expect(readHours('随时')).toEqual({ from: 0, to: 1440 })
    expect(readHours(undefined)).toEqual({ from: 0, to: 1440 })
  })

  test('every well-formed span survives the reading', () => {
    const minute = fc.integer({ min: 0, max: 1440 })
    const write = (m: number): string =>
      `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minute, minute, (from, to) => {
        expect(readHours(`${write(from)}-${write(to)}`)).toEqual({ from, to })
      }),
    )
  })
})

describe('times told in words', () => {
  test.each([
    ['白天都在厂里上班，走不开', 18 * 60],
    ['晚上才有空去学', 18 * 60],
    ['下班后想找个地方跑步', 18 * 60],
    ['中午休息那会儿有空', 690],
  ])('%s begins at the minute %i', (text, from) => {
    expect(readTimeWords(text)?.[0]?.from).toBe(from)
  })

  test('only the weekend is Saturday and Sunday', () => {
    expect(readTimeWords('周末才得空')?.[0]?.weekdays).toEqual([6, 7])
  })

  test.each(['夜里楼上一直响', '晚上的路灯不亮', '周末隔壁装修吵', '想学炒菜'])(
    '%s tells no limit',
    (text) => {
      expect(readTimeWords(text)).toBeUndefined()
    },
  )

  test.each([
    ['暑期托管营，全天看护', true],
    ['寒假冬令营', true],
    ['放学后四点半课堂', false],
  ])('%s is only for the holidays: %s', (text, expected) => {
    expect(onlyInHolidays(text)).toBe(expected)
  })
})
