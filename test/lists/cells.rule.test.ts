import fc from 'fast-check'
import {
  readAudience,
  readDay,
  readHours,
  readNumber,
  readSource,
  readWeekdays,
  readYes,
  Unreadable,
} from '../../cloudfunctions/lists/sheet/cells.rule'
import { weekdayText } from '../../types/common/time'

const problemOf = (value: unknown) => (value instanceof Unreadable ? value.problem : value)

test.each([
  ['周一、周三', [1, 3]],
  ['1,3', [1, 3]],
  ['3;1', [1, 3]],
  [3, [3]],
  ['星期六 ,星期天', [6, 7]],
  ['工作日', [1, 2, 3, 4, 5]],
  ['周末', [6, 7]],
  ['每天', [1, 2, 3, 4, 5, 6, 7]],
  ['周一至周五', [1, 2, 3, 4, 5]],
  ['1-5', [1, 2, 3, 4, 5]],
  ['周二到周四、周日', [2, 3, 4, 7]],
  ['一三五', [1, 3, 5]],
  ['周二四六', [2, 4, 6]],
  [
    [2, 4],
    [2, 4],
  ],
  ['周一,周一', [1]],
  ['', undefined],
  [null, undefined],
])('weekdays %j are %j', (cell, days) => {
  expect(problemOf(readWeekdays(cell))).toEqual(days)
})
test.each([['周八'], ['明天'], ['0'], ['周五至周一'], [8]])('weekdays %j are not understood', (cell) => {
  expect(readWeekdays(cell)).toBeInstanceOf(Unreadable)
})
test('weekdays written out are read back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (days) => {
      const sorted = [...days].sort((a, b) => a - b)
      expect(readWeekdays(days.map(weekdayText).join('、'))).toEqual(sorted)
      expect(readWeekdays(days.join(','))).toEqual(sorted)
    }),
  )
})

test.each([
  ['19:00-21:30', '19:00-21:30'],
  ['9:00~11:30', '09:00-11:30'],
  ['9点-11点半', '09:00-11:30'],
  ['9:00—11:00', '09:00-11:00'],
  ['09:00 至 11:00', '09:00-11:00'],
  ['9-11', '09:00-11:00'],
  ['全天', undefined],
  ['', undefined],
])('hours %j are %j', (cell, hours) => {
  expect(problemOf(readHours(cell))).toBe(hours)
})
test.each([['上午'], ['9:00'], [0.5]])('hours %j are not understood', (cell) => {
  expect(readHours(cell)).toBeInstanceOf(Unreadable)
})

test.each([
  [12, 12],
  ['12', 12],
  ['12人', 12],
  ['12', 12],
  ['-3', -3],
  ['1.5', 1.5],
])('the number %j is %j', (cell, number) => {
  expect(readNumber(cell)).toBe(number)
})
test.each([['十二'], ['1e3'], ['=1+1'], [true], [{}]])('%j is no number', (cell) => {
  expect(readNumber(cell)).toBeInstanceOf(Unreadable)
})

test.each([
  ['是', true],
  ['可', true],
  [true, true],
  ['√', true],
  [1, true],
  ['否', false],
  ['', false],
  [null, false],
  [0, false],
])('%j is %j', (cell, yes) => {
  expect(readYes(cell)).toBe(yes)
})
test('「也许」 is neither yes nor no', () => {
  expect(problemOf(readYes('也许'))).toBe('请填 是 或 否')
})

test('an unknown word is named with the words that may stand', () => {
  expect(problemOf(readAudience('老人、外星人'))).toMatch(/^没有「外星人」这个服务对象,可填:老人、儿童/)
  expect(readAudience('老人,残疾人 儿童')).toEqual(['老人', '残疾人', '儿童'])
  expect(readAudience(['老人', '老人'])).toEqual(['老人'])
})

test.each([
  ['入户走访', 'visit'],
  ['visit', 'visit'],
  [' 微信群 ', 'group'],
])('the source %j is %j', (cell, source) => {
  expect(readSource(cell)).toBe(source)
})
test('an unknown source is named', () => {
  expect(readSource('听说')).toBeInstanceOf(Unreadable)
})

test.each([
  ['2027-03-01', '2027-03-01'],
  ['2027/3/1', '2027-03-01'],
  ['2027年3月1日', '2027-03-01'],
  [new Date('2027-03-01T00:00:00Z'), '2027-03-01'],
  ['', undefined],
])('the day %j is %j', (cell, day) => {
  expect(problemOf(readDay(cell))).toBe(day)
})
test.each([['2027-02-30'], ['明年'], [45000]])('%j is no day', (cell) => {
  expect(readDay(cell)).toBeInstanceOf(Unreadable)
})

test('no cell whatsoever throws', () => {
  fc.assert(
    fc.property(fc.anything({ withDate: true, withSparseArray: true }), (cell) => {
      for (const read of [readAudience, readDay, readHours, readNumber, readSource, readWeekdays, readYes])
        read(cell)
    }),
  )
})

test('full-width commas and semicolons part words like half-width ones', () => {
  expect(readAudience('老人\uFF0C残疾人\uFF1B党员')).toEqual(['老人', '残疾人', '党员'])
})
