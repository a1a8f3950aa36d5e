import {
  type Expressions,
  type Fact,
  INSTANT,
  startExpressions,
  testFacts,
  withThen,
} from './expression-facts'

let expressions: Expressions
beforeAll(async () => {
  expressions = await startExpressions()
})
afterAll(() => expressions.stop())

const holds = (family: string, facts: Fact[]): void => testFacts(family, () => expressions, facts)

const date = (text: string): Date => new Date(text)
const inShanghai = { date: INSTANT, timezone: 'Asia/Shanghai' }

holds('dates', [
  [
    'parts are those of UTC',
    [
      { $year: '$date' },
      { $month: '$date' },
      { $dayOfMonth: '$date' },
      { $hour: '$date' },
      { $minute: '$date' },
      { $second: '$date' },
      { $millisecond: '$date' },
    ],
    [2019, 5, 14, 9, 38, 51, 686],
  ],
  [
    'parts follow a time zone',
    [{ $hour: inShanghai }, { $dayOfMonth: { date: date('2019-05-14T20:00:00Z'), timezone: '+08:00' } }],
    [17, 15],
  ],
  [
    '$dayOfYear, $dayOfWeek, $isoDayOfWeek',
    [{ $dayOfYear: '$date' }, { $dayOfWeek: '$date' }, { $isoDayOfWeek: '$date' }],
    [134, 3, 2],
  ],
  [
    '$week begins on Sunday and counts from 0',
    [{ $week: '$date' }, { $week: date('2021-01-02T00:00:00Z') }],
    [19, 0],
  ],
  [
    '$isoWeek and $isoWeekYear at the end of a year',
    [{ $isoWeek: '$date' }, { $isoWeek: date('2021-01-01') }, { $isoWeekYear: date('2021-01-01') }],
    [20, 53, 2020],
  ],
  ['a part of null is null', { $year: '$nothing' }, null],
  [
    '$dateFromParts',
    { $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' } },
    date('2017-02-08T17:00:00Z'),
  ],
  [
    '$dateFromParts carries a month 14 over',
    { $dateFromParts: { year: 2017, month: 14, day: 1 } },
    date('2018-02-01'),
  ],
  [
    '$dateFromParts of an ISO week',
    { $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3 } },
    date('2017-02-08'),
  ],
  [
    '$dateFromString',
    [
      { $dateFromString: { dateString: '2019-05-14T09:38:51.686Z' } },
      { $dateFromString: { dateString: '2017-02-08', timezone: '+0800' } },
    ],
    [INSTANT, date('2017-02-07T16:00:00Z')],
  ],
  [
    '$dateFromString in a format',
    { $dateFromString: { dateString: '06-15-2018', format: '%m-%d-%Y' } },
    date('2018-06-15'),
  ],
  [
    '$dateFromString has an answer for null and for what is no date',
    [
      { $dateFromString: { dateString: '$nothing', onNull: 'none' } },
      { $dateFromString: { dateString: 'x', onError: 'bad' } },
    ],
    ['none', 'bad'],
  ],
  [
    '$dateToString',
    { $dateToString: { date: '$date', format: '%Y-%m-%d %H:%M:%S.%L' } },
    '2019-05-14 09:38:51.686',
  ],
  [
    '$dateToString in a time zone',
    { $dateToString: { ...inShanghai, format: '%H:%M %z %Z' } },
    '17:38 +0800 +480',
  ],
  [
    '$dateToString of weeks and days',
    { $dateToString: { date: '$date', format: '%j %u %U %w %V %G %%' } },
    '134 2 19 3 20 2019 %',
  ],
  [
    '$dateToString has an answer for what is missing',
    [{ $dateToString: { date: '$missing', onNull: '-' } }, { $dateToString: { date: '$missing' } }],
    ['-', null],
  ],
  [
    '$dateToParts',
    { $dateToParts: { date: '$date' } },
    { year: 2019, month: 5, day: 14, hour: 9, minute: 38, second: 51, millisecond: 686 },
  ],
])

describe('§2.5 what MongoDB refuses to compute is DATABASE_REQUEST_FAILED', () => {
  test.each([
    { $add: ['$n', '$text'] },
    { $subtract: ['$text', 1] },
    { $divide: [1, 0] },
    { $mod: [1, 0] },
    { $sqrt: -1 },
    { $ln: 0 },
    { $size: '$text' },
    { $size: '$missing' },
    { $in: [1, '$text'] },
    { $arrayElemAt: ['$text', 0] },
    { $concatArrays: ['$list', 1] },
    { $concat: ['$text', 1] },
    { $mergeObjects: ['$object', 1] },
    { $indexOfCP: [1, 'a'] },
    { $switch: { branches: [withThen({ case: false }, 1)] } },
    { $year: '$text' },
    { $dateToString: { date: '$text' } },
    { $dateToString: { date: '$date', format: '%Q' } },
    { $dateToString: { date: '$date', timezone: 'Nowhere/At_All' } },
    { $dateFromString: { dateString: 'rubbish' } },
    '$$unknown',
  ])('%j', async (expression) => {
    await expect(expressions.project({ v: expression }).end()).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    })
  })

  test('an operator that does not exist is LOCALCLOUD.UNSUPPORTED', async () => {
    const asked = expressions.project({ v: { $nonsense: 1 } }).end()
    await expect(asked).rejects.toMatchObject({ code: 'LOCALCLOUD.UNSUPPORTED' })
  })
})
