import fc from 'fast-check'
import {
  areProcedures,
  defaultProcedures,
  isHeavier,
  nextStep,
  procedureOf,
  rulesFor,
  withSteps,
} from '../../cloudfunctions/hall/matter/procedure.rule'
import { type Step, steps, tiers } from '../../types/hall.words'
import { houseRules, procedureFor } from './matter-rows'

const brief = procedureFor('brief')
const fast = procedureFor('fast')
const assembly = procedureFor('assembly')
const withAssembly = (facts: Partial<typeof assembly>) => [brief, fast, { ...assembly, ...facts }]

describe('procedures of a centre', () => {
  test('those of the house are ones', () => {
    expect(areProcedures(defaultProcedures)).toBe(true)
  })

  test.each<[string, boolean, readonly (typeof brief)[]]>([
    ['other days', true, withAssembly({ answerWithin: 60, announceAhead: 7, publicNoticeDays: 15 })],
    ['a step more', true, withAssembly({ steps: [...steps] })],
    [
      'a meeting in a lighter tier',
      true,
      [brief, { ...fast, steps: ['assign', 'consult', 'conclude', 'announce', 'meet', 'answer'] }, assembly],
    ],
    [
      'a meeting nobody was told of',
      false,
      [brief, { ...fast, steps: ['assign', 'consult', 'conclude', 'meet', 'answer'] }, assembly],
    ],
    [
      'minutes of no meeting',
      false,
      [brief, { ...fast, steps: ['assign', 'consult', 'conclude', 'minutes', 'answer'] }, assembly],
    ],
    [
      'a step of the house left out',
      false,
      withAssembly({
        steps: ['assign', 'announce', 'meet', 'minutes', 'resolve', 'answer'],
      }),
    ],
    [
      'another order',
      false,
      withAssembly({
        steps: ['assign', 'announce', 'meet', 'minutes', 'publicNotice', 'resolve', 'answer'],
      }),
    ],
    ['a step twice', false, [{ ...brief, steps: ['assign', 'assign', 'answer'] }, fast, assembly]],
    ['tiers in another order', false, [fast, brief, assembly]],
    ['a tier missing', false, [brief, fast]],
  ])('%s: %s', (_name, expected, procedures) => {
    expect(areProcedures(procedures)).toBe(expected)
  })

  test('the nearest that was set holds, else the house', () => {
    const set = (_id: string, confirmWithin: number) => ({
      _id,
      procedures: defaultProcedures,
      confirmWithin,
    })
    expect(rulesFor(undefined).confirmWithin).toBe(5)
    expect(rulesFor([])).toEqual(houseRules)
    expect(rulesFor([set('a', 1), set('a.b.c', 3), set('a.b', 2)]).confirmWithin).toBe(3)
  })

  test('a tier without one of its own has the house’s', () => {
    expect(procedureOf({ procedures: [], confirmWithin: 5 }, 'fast')).toEqual(fast)
    const own = { ...fast, answerWithin: 9 }
    expect(procedureOf({ procedures: [brief, own, assembly], confirmWithin: 5 }, 'fast')).toBe(own)
  })
})

describe('the next step', () => {
  test.each<[readonly Step[], Step | '']>([
    [[], 'assign'],
    [['assign'], 'announce'],
    [['assign', 'consult', 'conclude'], 'announce'], // moved up from 快事快议
    [['assign', 'announce', 'meet', 'minutes'], 'resolve'],
    [['assign', 'announce', 'meet', 'minutes', 'resolve', 'publicNotice', 'answer'], ''],
  ])('after %j is %s', (done, next) => {
    expect(nextStep({ procedure: assembly, done })).toBe(next)
  })

  test('is none before a matter is sorted', () => {
    expect(nextStep({ procedure: null, done: [] })).toBe('')
    expect(withSteps({ procedure: null, done: [] }, ['announce'])).toBeUndefined()
  })
})

describe('several steps at once', () => {
  test('count one after another', () => {
    const done = withSteps({ procedure: assembly, done: ['assign', 'announce'] }, [
      'meet',
      'minutes',
      'resolve',
    ])
    expect(done).toEqual(['assign', 'announce', 'meet', 'minutes', 'resolve'])
  })

  test('are refused where one would be skipped', () => {
    expect(withSteps({ procedure: assembly, done: ['assign'] }, ['meet', 'minutes'])).toBeUndefined()
  })

  test('that are done are passed over: a second session announces and meets again', () => {
    const done: Step[] = ['assign', 'announce', 'meet', 'minutes']
    expect(withSteps({ procedure: assembly, done }, ['announce'])).toEqual(done)
    expect(withSteps({ procedure: assembly, done }, ['meet', 'minutes', 'resolve'])).toEqual([
      ...done,
      'resolve',
    ])
  })

  test('that the procedure does not have are passed over: a meeting on a small matter', () => {
    expect(withSteps({ procedure: brief, done: ['assign'] }, ['meet', 'minutes'])).toEqual(['assign'])
  })

  test('never leave a hole: what is done of the procedure is always its beginning', () => {
    const taken = fc.array(fc.subarray([...steps], { minLength: 1 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom(...tiers), taken, (tier, rounds) => {
        const procedure = procedureFor(tier)
        const done = rounds.reduce<readonly Step[]>(
          (sofar, round) => withSteps({ procedure, done: sofar }, round) ?? sofar,
          [],
        )
        expect(done).toEqual(procedure.steps.slice(0, done.length))
      }),
    )
  })
})

test('a tier is heavier than those before it, and than none', () => {
  expect(tiers.map((tier) => tiers.filter((other) => isHeavier(other, tier)))).toEqual([
    ['fast', 'assembly'],
    ['assembly'],
    [],
  ])
  expect(isHeavier('brief', '')).toBe(true)
})
