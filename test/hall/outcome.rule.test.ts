import fc from 'fast-check'
import {
  emptyTally,
  least,
  type OutcomeRules,
  outcomeOf,
  type Tally,
  withVote,
} from '../../cloudfunctions/hall/ballot/outcome.rule'
import { ballotUnits, majorities } from '../../types/hall.words'

const owners = (majority: OutcomeRules['majority']): OutcomeRules => ({
  unit: 'area',
  majority,
  turnoutPercent: 0,
})
const sums = (votes: number, area = 0) => ({ votes, area })
const tallyOf = (agree: Tally['for'], against: Tally['for'], abstain = sums(0)): Tally => ({
  for: agree,
  against,
  abstain,
})
const met = (rules: OutcomeRules, roll: Tally['for'], tally: Tally) =>
  outcomeOf(rules, roll, tally).tests.map((test) => test.met)

describe('owners and floor area, art. 278', () => {
  test.each([
    {
      what: 'two thirds of both take part and more than half of both agree',
      rules: owners('half'),
      roll: sums(12, 1_200_00),
      tally: tallyOf(sums(5, 401_00), sums(3, 399_00)),
      tests: [true, true, true, true],
    },
    {
      what: 'wins on heads and fails on area',
      rules: owners('threeQuarters'),
      roll: sums(8, 1_000_00),
      tally: tallyOf(sums(7, 700_00), sums(1, 300_00)),
      tests: [true, true, true, false],
    },
    {
      what: 'wins on area and fails on heads',
      rules: owners('half'),
      roll: sums(6, 1_000_00),
      tally: tallyOf(sums(2, 900_00), sums(4, 100_00)),
      tests: [true, true, false, true],
    },
    {
      what: 'exactly half is not more than half',
      rules: owners('half'),
      roll: sums(4, 400_00),
      tally: tallyOf(sums(2, 200_00), sums(2, 200_00)),
      tests: [true, true, false, false],
    },
    {
      what: 'one hundredth of a square metre over half is more than half',
      rules: owners('half'),
      roll: sums(3, 400_00),
      tally: tallyOf(sums(2, 200_01), sums(1, 199_99)),
      tests: [true, true, true, true],
    },
    {
      what: 'exactly three quarters is three quarters and above',
      rules: owners('threeQuarters'),
      roll: sums(4, 400_00),
      tally: tallyOf(sums(3, 300_00), sums(1, 100_00)),
      tests: [true, true, true, true],
    },
    {
      what: 'exactly two thirds take part; one hundredth of a square metre less is too little',
      rules: owners('half'),
      roll: sums(3, 300_00),
      tally: tallyOf(sums(2, 199_99), sums(0)),
      tests: [true, false, true, true],
    },
    {
      what: 'two thirds of a hundred owners are 67',
      rules: owners('half'),
      roll: sums(100, 300_00),
      tally: tallyOf(sums(66, 300_00), sums(0)),
      tests: [false, true, true, true],
    },
    {
      what: 'whoever abstains takes part and does not agree',
      rules: owners('half'),
      roll: sums(3, 300_00),
      tally: tallyOf(sums(1, 100_00), sums(0), sums(2, 200_00)),
      tests: [true, true, false, false],
    },
    {
      what: 'nobody votes',
      rules: owners('half'),
      roll: sums(3, 300_00),
      tally: emptyTally,
      tests: [false, false, false, false],
    },
  ])('$what', ({ rules, roll, tally, tests }) => {
    expect(met(rules, roll, tally)).toEqual(tests)
    expect(outcomeOf(rules, roll, tally).passed).toBe(tests.every(Boolean))
  })

  test('each test says what was needed and what there was', () => {
    const tally = tallyOf(sums(7, 700_00), sums(1, 312_50))
    const { tests, cast } = outcomeOf(owners('threeQuarters'), sums(10, 1_200_00), tally)
    expect(cast).toEqual(sums(8, 1_012_50))
    expect(tests.map(({ text }) => text)).toEqual([
      '参加表决的业主 8 人(全体 10 人),三分之二以上要 7 人',
      '参加表决的面积 1012.5 平方米(全体 1200 平方米),三分之二以上要 800 平方米',
      '同意的业主 7 人(参加 8 人),四分之三以上要 6 人',
      '同意的面积 700 平方米(参加 1012.5 平方米),四分之三以上要 759.38 平方米',
    ])
  })
})

describe('persons and households', () => {
  const rules = (facts: Partial<OutcomeRules>): OutcomeRules => ({
    unit: 'household',
    majority: 'half',
    turnoutPercent: 0,
    ...facts,
  })
  test.each([
    { what: 'half of ten are not over half', facts: {}, tally: [5, 5, 0], tests: [false] },
    { what: 'six of ten are over half', facts: {}, tally: [6, 4, 0], tests: [true] },
    { what: 'six of twelve with abstentions are not', facts: {}, tally: [6, 4, 2], tests: [false] },
    {
      what: 'two thirds include two thirds',
      facts: { majority: 'twoThirds' },
      tally: [8, 4, 0],
      tests: [true],
    },
    { what: 'and nothing less', facts: { majority: 'twoThirds' }, tally: [7, 4, 0], tests: [false] },
    { what: 'turnout reached', facts: { turnoutPercent: 50 }, tally: [10, 0, 0], tests: [true, true] },
    { what: 'turnout missed by one', facts: { turnoutPercent: 50 }, tally: [9, 0, 0], tests: [false, true] },
    { what: 'everybody of twenty', facts: { turnoutPercent: 100 }, tally: [20, 0, 0], tests: [true, true] },
    { what: 'nobody, without any turnout asked for', facts: {}, tally: [0, 0, 0], tests: [false] },
    { what: 'nobody of two thirds', facts: { majority: 'twoThirds' }, tally: [0, 0, 0], tests: [false] },
  ] as const)('$what', ({ facts, tally: [agree, against, abstain], tests }) => {
    const tally = tallyOf(sums(agree), sums(against), sums(abstain))
    expect(met(rules(facts), sums(20), tally)).toEqual([...tests])
  })

  test('are counted as people or doors', () => {
    const [household] = outcomeOf(rules({ turnoutPercent: 50 }), sums(20), tallyOf(sums(6), sums(4))).tests
    const [person] = outcomeOf(rules({ unit: 'person' }), sums(20), tallyOf(sums(6), sums(4))).tests
    expect(household?.text).toBe('参加 10 户(名册 20 户),50% 以上要 10 户')
    expect(person?.text).toBe('同意 6 人(参加 10 人),过半数要 6 人')
  })
})

describe('whatever is voted', () => {
  const votes = fc.array(
    fc.record({
      choice: fc.constantFrom('for' as const, 'against' as const, 'abstain' as const),
      area: fc.integer({ min: 1, max: 100_000_00 }),
    }),
    { maxLength: 60 },
  )
  const anyRules = fc.record({
    unit: fc.constantFrom(...ballotUnits),
    majority: fc.constantFrom(...majorities),
    turnoutPercent: fc.integer({ min: 0, max: 100 }),
  })
  const counted = (all: readonly { choice: 'for' | 'against' | 'abstain'; area: number }[]) =>
    all.reduce((tally, { choice, area }) => withVote(tally, choice, area), emptyTally)
  const rollOf = (...parts: readonly (readonly { readonly area: number }[])[]) => {
    const all = parts.flat()
    return sums(
      all.length,
      all.reduce((area, one) => area + one.area, 0),
    )
  }

  test('the order of the votes changes nothing, and every vote is in the sums once', () => {
    fc.assert(
      fc.property(anyRules, votes, votes, (rules, all, absent) => {
        const roll = rollOf(all, absent)
        const forwards = outcomeOf(rules, roll, counted(all))
        expect(outcomeOf(rules, roll, counted(all.toReversed()))).toEqual(forwards)
        expect(forwards.cast).toEqual(rollOf(all))
      }),
    )
  })

  test('one more who agrees instead of not never makes it fail', () => {
    fc.assert(
      fc.property(anyRules, votes, votes, fc.nat(), (rules, all, absent, which) => {
        fc.pre(all.length > 0)
        const turned = all.map((vote, at) =>
          at === which % all.length ? { ...vote, choice: 'for' as const } : vote,
        )
        const roll = rollOf(all, absent)
        if (outcomeOf(rules, roll, counted(all)).passed) {
          expect(outcomeOf(rules, roll, counted(turned)).passed).toBe(true)
        }
      }),
    )
  })

  test('owners pass when, and only when, the fractions of the law hold in exact arithmetic', () => {
    const law = (majority: 'half' | 'threeQuarters', roll: Tally['for'], { for: yes, ...rest }: Tally) => {
      const both = ['votes', 'area'] as const
      return both.every((by) => {
        const [all, agree] = [BigInt(roll[by]), BigInt(yes[by])]
        const part = agree + BigInt(rest.against[by]) + BigInt(rest.abstain[by])
        const carried = majority === 'half' ? agree * 2n > part : agree * 4n >= part * 3n
        return part > 0n && part * 3n >= all * 2n && carried
      })
    }
    const few = fc.array(
      fc.record({
        choice: fc.constantFrom('for' as const, 'for' as const, 'against' as const, 'abstain' as const),
        area: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(fc.constantFrom('half', 'threeQuarters'), few, few, (majority, all, absent) => {
        const roll = rollOf(all, absent.slice(0, 4))
        const tally = counted(all)
        expect(outcomeOf(owners(majority), roll, tally).passed).toBe(law(majority, roll, tally))
      }),
      { numRuns: 1000 },
    )
  })

  test('the least that meets a share meets it, and one less does not', () => {
    const share = fc.constantFrom(
      { of: 1, in: 2, exceeded: true },
      { of: 2, in: 3, exceeded: false },
      { of: 3, in: 4, exceeded: false },
    )
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 500_000_000_000 }), (of, total) => {
        const meets = (got: number) => {
          const [left, right] = [BigInt(got) * BigInt(of.in), BigInt(total) * BigInt(of.of)]
          return of.exceeded ? left > right : left >= right
        }
        const needed = least(of, total)
        expect([meets(needed), meets(needed - 1)]).toEqual([true, false])
      }),
    )
  })
})
