import { type Expressions, type Fact, startExpressions, testFacts } from './expression-facts'

let expressions: Expressions
beforeAll(async () => {
  expressions = await startExpressions()
})
afterAll(() => expressions.stop())

const holds = (family: string, facts: Fact[]): void => testFacts(family, () => expressions, facts)

holds('lists and objects', [
  ['$arrayElemAt from both ends', [{ $arrayElemAt: ['$list', 0] }, { $arrayElemAt: ['$list', -1] }], [3, 2]],
  ['$arrayElemAt beyond the end is missing', { $arrayElemAt: ['$list', 9] }, undefined],
  [
    '$arrayToObject of pairs',
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  ['$arrayToObject of keys and values', { $arrayToObject: { $literal: [{ k: 'a', v: 1 }] } }, { a: 1 }],
  [
    '$objectToArray',
    { $objectToArray: '$object' },
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  [
    '$concatArrays, null with null',
    [{ $concatArrays: ['$list', [9]] }, { $concatArrays: ['$list', '$nothing'] }],
    [[3, 1, 2, 9], null],
  ],
  ['$filter', { $filter: { input: '$list', as: 'item', cond: { $gte: ['$$item', 2] } } }, [3, 2]],
  [
    '$map sees its item and the document',
    { $map: { input: '$list', as: 'item', in: { $add: ['$$item', '$n'] } } },
    [8, 6, 7],
  ],
  [
    '$reduce',
    { $reduce: { input: ['a', 'b'], initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
    'ab',
  ],
  [
    '$in, $indexOfArray, $isArray, $size',
    [{ $in: [2, '$list'] }, { $indexOfArray: ['$list', 9] }, { $isArray: '$list' }, { $size: '$list' }],
    [true, -1, true, 3],
  ],
  [
    '$range, $reverseArray',
    [{ $range: [0, 10, 3] }, { $reverseArray: '$list' }],
    [
      [0, 3, 6, 9],
      [2, 1, 3],
    ],
  ],
  [
    '$slice from either end',
    [{ $slice: ['$list', 2] }, { $slice: ['$list', -1] }, { $slice: ['$list', 1, 1] }],
    [[3, 1], [2], [1]],
  ],
  [
    '$zip to the shortest, or to the longest with defaults',
    [
      {
        $zip: {
          inputs: [
            ['a', 'b'],
            [1, 2, 3],
          ],
        },
      },
      { $zip: { inputs: [['a'], [1, 2]], useLongestLength: true, defaults: ['-', 0] } },
    ],
    [
      [
        ['a', 1],
        ['b', 2],
      ],
      [
        ['a', 1],
        ['-', 2],
      ],
    ],
  ],
  ['$mergeObjects passes over null', { $mergeObjects: ['$object', '$nothing', { y: 3 }] }, { x: 1, y: 3 }],
  [
    'a path through a list gathers, a missing item of a list is null',
    ['$objects.a', '$missing'],
    [[1, 2], null],
  ],
  ['$let', { $let: { vars: { twice: { $multiply: ['$n', 2] } }, in: { $add: ['$$twice', 1] } } }, 11],
  ['$literal keeps a dollar', { $literal: '$n' }, '$n'],
])

holds('sets', [
  [
    '$setDifference',
    {
      $setDifference: [
        [{}, [], 1],
        [1, 2],
      ],
    },
    [{}, []],
  ],
  [
    '$setEquals passes over repetitions',
    {
      $setEquals: [
        [1, 2],
        [2, 1, 2],
      ],
    },
    true,
  ],
  [
    '$setIntersection and $setUnion come in order',
    [
      {
        $setIntersection: [
          [2, 1],
          [1, 2],
        ],
      },
      { $setUnion: [[3, 1], [2]] },
    ],
    [
      [1, 2],
      [1, 2, 3],
    ],
  ],
  [
    '$setUnion of all types',
    {
      $setUnion: [
        [1, 2],
        [{}, []],
      ],
    },
    [1, 2, {}, []],
  ],
  [
    '$setIsSubset',
    {
      $setIsSubset: [
        [1, 2],
        [1, 2, 3],
      ],
    },
    true,
  ],
  [
    '$allElementsTrue, $anyElementTrue',
    [{ $allElementsTrue: [[1, 0]] }, { $anyElementTrue: [[0, null, 1]] }],
    [false, true],
  ],
])
