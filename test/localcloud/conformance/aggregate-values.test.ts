import { type Expressions, type Fact, startExpressions, testFacts, withThen } from './expression-facts'

let expressions: Expressions
beforeAll(async () => {
  expressions = await startExpressions()
})
afterAll(() => expressions.stop())

const holds = (family: string, facts: Fact[]): void => testFacts(family, () => expressions, facts)

const date = (text: string): Date => new Date(text)
holds('numbers', [
  ['$add adds milliseconds to a date', { $add: ['$date', 1000] }, date('2019-05-14T09:38:52.686Z')],
  ['$add of null is null', { $add: ['$n', '$nothing'] }, null],
  [
    '$subtract of two dates is milliseconds',
    { $subtract: ['$date', date('2019-05-14T09:38:50.686Z')] },
    1000,
  ],
  ['$multiply', { $multiply: [2, '$n', 4] }, 40],
  ['$divide', { $divide: [7, 2] }, 3.5],
  ['$mod keeps the sign of the dividend', { $mod: [-7, 3] }, -1],
  ['$mod of null is null', { $mod: ['$nothing', 3] }, null],
  [
    '$abs, $ceil, $floor, $trunc',
    [{ $abs: '$below' }, { $ceil: '$below' }, { $floor: '$below' }, { $trunc: '$below' }],
    [5.7, -5, -6, -5],
  ],
  ['$sqrt, $pow, $exp, $ln', [{ $sqrt: 9 }, { $pow: [2, 10] }, { $exp: 0 }, { $ln: 1 }], [3, 1024, 1, 0]],
  ['$log, $log10', [{ $log: [8, 2] }, { $log10: 1000 }], [3, 3]],
  ['$sum of a list and of operands', [{ $sum: '$list' }, { $sum: ['$n', 2, '$text'] }], [6, 7]],
  ['$sum of what is no number is 0', { $sum: '$text' }, 0],
  ['$avg, $max, $min of a list', [{ $avg: '$list' }, { $max: '$list' }, { $min: '$list' }], [2, 3, 1]],
  ['$stdDevPop', { $stdDevPop: [84, 96] }, 6],
])

holds('comparisons and conditions', [
  ['$cmp orders numbers before texts', { $cmp: ['a', 1] }, 1],
  ['$eq tells missing from null', [{ $eq: ['$missing', null] }, { $eq: ['$nothing', null] }], [false, true]],
  ['$eq compares lists whole', { $eq: ['$list', [3, 1, 2]] }, true],
  [
    '$gt compares values of different types',
    [{ $gt: ['a', 3] }, { $gt: ['$nothing', 3] }, { $gt: ['$missing', 3] }],
    [true, false, false],
  ],
  [
    '$lt of null or missing and a number is true',
    [{ $lt: ['$nothing', 3] }, { $lt: ['$missing', 3] }],
    [true, true],
  ],
  [
    '$gt compares lists item by item',
    {
      $gt: [
        [1, 3],
        [1, 2],
      ],
    },
    true,
  ],
  ['$gte of dates', { $gte: ['$date', date('2019-01-01')] }, true],
  ['$and of nothing is true, $or of nothing false', [{ $and: [] }, { $or: [] }], [true, false]],
  [
    '0, null and missing are false, an empty text and an empty list true',
    [{ $not: [0] }, { $not: ['$nothing'] }, { $not: ['$missing'] }, { $not: ['$empty'] }, { $not: [[]] }],
    [true, true, true, false, false],
  ],
  [
    '$cond in both forms',
    [{ $cond: ['$yes', 1, 2] }, { $cond: withThen({ if: '$no', else: 2 }, 1) }],
    [1, 2],
  ],
  [
    '$ifNull of null and of missing',
    [{ $ifNull: ['$nothing', 'x'] }, { $ifNull: ['$missing', 'x'] }],
    ['x', 'x'],
  ],
  [
    '$switch takes the first branch that holds',
    {
      $switch: {
        branches: [withThen({ case: { $gt: ['$n', 9] } }, 'a'), withThen({ case: { $gt: ['$n', 4] } }, 'b')],
        default: 'c',
      },
    },
    'b',
  ],
])

holds('texts', [
  [
    '$concat, null with null',
    [{ $concat: ['$text', '!'] }, { $concat: ['$text', '$nothing'] }],
    ['Hello!', null],
  ],
  [
    '$indexOfBytes counts bytes, $indexOfCP characters',
    [{ $indexOfBytes: ['$place', '社'] }, { $indexOfCP: ['$place', '社'] }],
    [6, 2],
  ],
  [
    'a text that is not there is at −1',
    [{ $indexOfBytes: ['$text', 'q'] }, { $indexOfCP: ['$text', 'q'] }],
    [-1, -1],
  ],
  ['$strLenBytes, $strLenCP', [{ $strLenBytes: '$place' }, { $strLenCP: '$place' }], [12, 4]],
  ['$substrBytes with −1 takes the rest', { $substrBytes: ['1999/12/12', 8, -1] }, '12'],
  [
    '$substr and $substrCP',
    [{ $substr: ['1999/12/12', 5, 2] }, { $substrCP: ['$place', 0, 1] }],
    ['12', '金'],
  ],
  ['$substrBytes of a date is its ISO text', { $substrBytes: ['$date', 0, 10] }, '2019-05-14'],
  ['$strcasecmp', [{ $strcasecmp: ['ABC', 'abc'] }, { $strcasecmp: ['Yuanxin', 'Dong'] }], [0, 1]],
  ['$split', { $split: ['a,b,c', ','] }, ['a', 'b', 'c']],
  [
    '$toLower and $toUpper, of null an empty text',
    [{ $toLower: '$text' }, { $toUpper: '$text' }, { $toLower: '$nothing' }],
    ['hello', 'HELLO', ''],
  ],
])
