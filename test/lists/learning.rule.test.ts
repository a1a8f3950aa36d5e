import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  countsOfDecision,
  type Decision,
  type DecisionCounts,
  mergeCounts,
} from '../../cloudfunctions/lists/matching/decisions.rule'
import {
  chosenBefore,
  experienceOf,
  learningNumbers,
  lessonFor,
  moveBy,
} from '../../cloudfunctions/lists/matching/learning.rule'
import {
  type MatchableNeed,
  type MatchableResource,
  prepareResources,
  rankForNeed,
  suggest,
} from '../../cloudfunctions/lists/matching/match.rule'
import { readRows } from '../../config/rows'
import { benchLearning } from '../bench/learning-figures'
import type { Label } from '../bench/scorer'

const root = join(__dirname, '../..')
const rows = <Row>(folder: string, name: string): Row[] =>
  readRows<Row>(readFileSync(join(root, folder, `${name}.jsonl`), 'utf8'))
const sample = 'localcloud/demo/matching-dev'
const resources = rows<MatchableResource>(sample, 'resources')
const needs = rows<MatchableNeed>(sample, 'needs')
const catalogue = prepareResources(resources)

const ask = (text: string): MatchableNeed => ({
  id: 'n',
  text,
  beneficiary: ['老人'],
  headcount: 1,
  mobilityImpaired: false,
})
const named = (title: string): MatchableResource => {
  const found = resources.find((resource) => resource.title === title)
  if (!found) throw new Error(title)
  return found
}
const experienced = (decisions: readonly Decision[], where: 'centre' | 'district' = 'centre') =>
  experienceOf({
    [where]: decisions.reduce<DecisionCounts>(
      (sum, decision) => mergeCounts(sum, countsOfDecision(decision)[where]),
      {},
    ),
  })
const times = (count: number, decision: Decision): Decision[] => Array.from({ length: count }, () => decision)
const scoreOf = (text: string, resource: MatchableResource, experience?: ReturnType<typeof experienced>) => {
  const { suggestions, nearMisses } = suggest(ask(text), catalogue, 60, experience)
  return [...suggestions, ...nearMisses].find(({ resourceId }) => resourceId === resource.id)
}

const barber = named('免费理发')
const text = '头发长了想剪一剪'
const accepted: Decision = { kind: 'accepted', text, resource: barber }
const turnedDown = (reason: '不是这回事' | '时间不合'): Decision => ({
  kind: 'rejected',
  text,
  resource: barber,
  reason,
})

describe('without decisions', () => {
  test('every ranking stays exactly as it is', () => {
    const none = experienceOf({})
    for (const need of needs) expect(suggest(need, catalogue, 5, none)).toEqual(suggest(need, catalogue))
  })
  test('needs of another kind stay exactly as they are', () => {
    const experience = experienced(times(5, accepted))
    const other = ask('马桶堵了')
    expect(suggest(other, catalogue, 5, experience)).toEqual(suggest(other, catalogue))
  })
})

describe('what staff decided', () => {
  test('each time it was taken lifts it and is said', () => {
    const chess = named('上门理发修脚')
    const scores = [0, 1, 2, 5, 20].map((count) => {
      const decisions = times(count, { kind: 'byHand', text, resource: chess })
      return scoreOf(text, chess, experienced(decisions))?.score ?? 0
    })
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    expect(scores[4]).toBeGreaterThan(scores[0] ?? 1)
    expect(scoreOf(text, barber, experienced(times(3, accepted)))?.reasons).toContain(
      '以前类似的需求采用过 3 次',
    )
  })
  test('turned down again and again it sinks, with the reason said', () => {
    const four = scoreOf(text, barber, experienced(times(4, turnedDown('不是这回事'))))
    expect(four?.obstacles).toContain('以前 4 次说不合适：不是这回事')
    expect(four?.score).toBeLessThan(scoreOf(text, barber)?.score ?? 0)
  })
  test('a wrong time says less about the next need than a wrong service', () => {
    const [time, service] = (['时间不合', '不是这回事'] as const).map((reason) =>
      lessonFor(
        ['c'],
        'r',
        'o',
        experienceOf({ centre: { [`c|r|${reason === '时间不合' ? 't' : 'n'}`]: 8 } }),
      ),
    )
    expect(time?.push).toBeLessThan(0)
    expect(time?.push).toBeGreaterThan(service?.push ?? 0)
  })
  test('the district counts less than the centre', () => {
    const here = lessonFor(['c'], 'r', 'o', experienceOf({ centre: { 'c|r|a': 4 } }))
    const everywhere = lessonFor(['c'], 'r', 'o', experienceOf({ district: { 'c|o|a': 4 } }))
    expect(everywhere.push).toBeGreaterThan(0)
    expect(here.push).toBeGreaterThan(everywhere.push)
    expect(everywhere.reasons).toEqual(['全区类似的需求采用过 4 次'])
  })
  test('what no word leads to is found once staff have chosen it often', () => {
    const chosen = named('静音健身操')
    const offered = (count: number) =>
      suggest(
        ask(text),
        catalogue,
        60,
        experienced(times(count, { kind: 'byHand', text, resource: chosen })),
      ).suggestions.map(({ resourceId }) => resourceId)
    expect(offered(0)).not.toContain(chosen.id)
    expect(offered(1)).not.toContain(chosen.id)
    expect(offered(learningNumbers.overrulesFrom)).toContain(chosen.id)
    expect(chosenBefore(['c'], experienceOf({ centre: { 'c|r/1|h': 1, 'c|r2|n': 3 } }))).toEqual(
      new Set(['r/1']),
    )
  })
  test('needs that often ended on the gap list speak against what was never taken for them', () => {
    const gap = experienceOf({ centre: { 'c|gap': 6, 'c|taken|a': 2 } })
    expect(lessonFor(['c'], 'never', 'o', gap)).toMatchObject({
      obstacles: ['以前类似的需求 6 次没找到合适的'],
      net: -6,
    })
    expect(lessonFor(['c'], 'taken', 'o', gap).push).toBeGreaterThan(0)
  })
  test('never is anything offered that cannot be done', () => {
    const shut = { ...ask(text), weekdays: [7], hours: '22:00-23:00' }
    const { suggestions } = suggest(shut, catalogue, 60, experienced(times(50, accepted)))
    expect(suggestions.map(({ resourceId }) => resourceId)).not.toContain(barber.id)
  })
})

describe('one wrong decision', () => {
  test('does not change what is offered first, nor push any good offer out', () => {
    for (const need of needs.slice(0, 40)) {
      const before = suggest(need, catalogue).suggestions
      const [first] = before
      const resource = resources.find(({ id }) => id === first?.resourceId)
      if (!resource) continue
      const wrong = experienced([{ kind: 'rejected', text: need.text, resource, reason: '不是这回事' }])
      expect(rankForNeed(need, catalogue, wrong)).toEqual(rankForNeed(need, catalogue))
    }
  })
  test('counts for nothing beside many right ones', () => {
    const right = experienced(times(10, accepted))
    const withOneWrong = experienced([...times(10, accepted), turnedDown('不是这回事')])
    const difference =
      (scoreOf(text, barber, right)?.score ?? 0) - (scoreOf(text, barber, withOneWrong)?.score ?? 0)
    expect(difference).toBeLessThan(0.05)
  })
  test('an offer that stands by its words falls only to three more against than for', () => {
    const wordless = ask('想找人说说话')
    const [first] = suggest(wordless, catalogue).suggestions
    const resource = resources.find(({ id }) => id === first?.resourceId)
    if (!resource) throw new Error('nothing offered')
    const offered = (count: number) =>
      suggest(
        wordless,
        catalogue,
        60,
        experienced(times(count, { kind: 'rejected', text: wordless.text, resource, reason: '不是这回事' })),
      ).suggestions.some(({ resourceId }) => resourceId === resource.id)
    expect(offered(learningNumbers.overrulesFrom - 1)).toBe(true)
  })
})

describe('laws', () => {
  const count = fc.integer({ min: 0, max: 500 })
  test('the push stays within −1 and 1 and one more for it never lowers it', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, n, d, g) => {
        const of = (taken: number) =>
          lessonFor(
            ['c'],
            'r',
            'o',
            experienceOf({ centre: { 'c|r|a': taken, 'c|r|n': n, 'c|gap': g }, district: { 'c|o|a': d } }),
          ).push
        expect(Math.abs(of(a))).toBeLessThanOrEqual(1)
        expect(of(a + 1)).toBeGreaterThanOrEqual(of(a))
      }),
    )
  })
  test('a moved strength stays a share and no push leaves it alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (strength, push) => {
          const moved = moveBy(strength, push)
          expect(moved).toBeGreaterThanOrEqual(0)
          expect(moved).toBeLessThanOrEqual(1)
          expect(Math.sign(moved - strength) * Math.sign(push)).toBeGreaterThanOrEqual(0)
          expect(moveBy(strength, 0)).toBe(strength)
        },
      ),
    )
  })
})

test('held-out folds rank no worse, and needs that come again rank better', () => {
  const folder = 'test/lists/fixtures/matching-blind'
  const figures = benchLearning({
    needs: rows<MatchableNeed>(folder, 'needs'),
    resources: rows<MatchableResource>(folder, 'resources'),
    labels: rows<Label>(folder, 'qrels'),
  })
  expect(figures.learned.ndcg5).toBeGreaterThanOrEqual(figures.unlearned.ndcg5 - 0.002)
  expect(figures.mistaken.ndcg5).toBeGreaterThanOrEqual(figures.unlearned.ndcg5 - 0.005)
  expect(figures.oftenAgain.ndcg5).toBeGreaterThan(figures.unlearned.ndcg5)
  expect(figures.pushedOut).toBe(0)
})
