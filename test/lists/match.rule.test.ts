import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  type MatchableNeed,
  type MatchableResource,
  prepareResources,
  rankForNeed,
  suggest,
} from '../../cloudfunctions/lists/matching/match.rule'
import { readRows } from '../../config/rows'
import { type Label, scoreRun } from '../bench/scorer'

const root = join(__dirname, '../..')
const rows = <Row>(folder: string, name: string): Row[] =>
  readRows<Row>(readFileSync(join(root, folder, `${name}.jsonl`), 'utf8'))

const sample = 'localcloud/demo/matching-dev'
const resources = rows<MatchableResource>(sample, 'resources')
const needs = rows<MatchableNeed>(sample, 'needs')
const catalogue = prepareResources(resources)

const ask = (text: string, over: Partial<MatchableNeed> = {}) =>
  suggest({ id: 'n', text, beneficiary: ['老人'], headcount: 1, mobilityImpaired: false, ...over }, catalogue)
const first = (text: string, over: Partial<MatchableNeed> = {}) =>
  resources.find(({ id }) => id === ask(text, over).suggestions[0]?.resourceId)?.title

describe('what people say finds what they mean', () => {
  test.each([
    ['马桶冲不下去，水都满出来了', '管道疏通与防水补漏'],
    ['想剪个头发，外面理发店太贵', '免费理发'],
    ['电视没信号，遥控器按哪个都没反应', '电视网络上门调试'],
    ['楼下几条狗乱拉，草坪没法走', '文明养犬巡查'],
    ['儿子不养我，几个都推来推去', '老年人法律援助'],
  ])('%s', (text, title) => {
    expect(first(text)).toBe(title)
  })

  test('who cannot come gets who comes', () => {
    expect(first('卧床两年，头发都打结了', { mobilityImpaired: true })).toBe('上门理发修脚')
  })

  test('the reasons and obstacles are words for people', () => {
    const { suggestions, nearMisses } = ask('卧床两年，头发都打结了', { mobilityImpaired: true })
    expect(suggestions[0]?.reasons).toContain('可上门')
    const closed = nearMisses.find(({ resourceId }) => resourceId === 'DR054')
    expect(closed).toMatchObject({ verdict: 'cannot' })
    expect(closed?.obstacles).toContain('不能上门')
  })

  test('what was understood is told back', () => {
    expect(ask('马桶冲不下去').understood.services).toContain('管道疏通与补漏')
  })

  test.each(['想领养一只小狗', '家里有白蚁，木头都蛀空了', '想考个驾照'])('nobody can serve: %s', (text) => {
    expect(ask(text).suggestions).toEqual([])
  })
})

describe('laws', () => {
  const text = fc.oneof(
    fc.constantFrom(...needs.map((need) => need.text)),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  )

  test('scores fall, stay in 0..1, never offer what cannot be, and no resource stands twice', () => {
    fc.assert(
      fc.property(
        text,
        fc.boolean(),
        fc.integer({ min: 1, max: 200 }),
        (words, mobilityImpaired, headcount) => {
          const { suggestions, nearMisses } = ask(words, { mobilityImpaired, headcount })
          const ids = [...suggestions, ...nearMisses].map(({ resourceId }) => resourceId)
          expect(new Set(ids).size).toBe(ids.length)
          for (const list of [suggestions, nearMisses]) {
            const scores = list.map(({ score }) => score)
            expect(scores).toEqual([...scores].sort((a, b) => b - a))
            expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
          }
          expect(suggestions.every(({ verdict }) => verdict !== 'cannot')).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('the order of the resources does not matter', () => {
    const turned = prepareResources([...resources].reverse())
    for (const need of needs.slice(0, 40))
      expect(rankForNeed(need, turned)).toEqual(rankForNeed(need, catalogue))
  })

  test('a paused resource is never named', () => {
    const paused = prepareResources(
      resources.map((resource) => ({ ...resource, paused: resource.id === 'DR031' })),
    )
    const { suggestions, nearMisses } = suggest(
      { id: 'n', text: '马桶堵了', beneficiary: ['全体居民'], headcount: 1, mobilityImpaired: false },
      paused,
    )
    expect([...suggestions, ...nearMisses].map(({ resourceId }) => resourceId)).not.toContain('DR031')
  })

  test('without resources nobody can serve', () => {
    expect(
      rankForNeed(
        { ...needs[0], id: 'n', text: '马桶堵了', beneficiary: [], headcount: 1, mobilityImpaired: false },
        prepareResources([]),
      ),
    ).toEqual([])
  })
})

describe('figures do not fall behind', () => {
  test.each([
    [sample, 0.9, 0.7],
    ['test/lists/fixtures/matching-heldout', 0.9, 0.6],
    ['test/lists/fixtures/matching-blind', 0.75, 0.6],
  ])('%s', (folder, ndcg, empty) => {
    const prepared = prepareResources(rows<MatchableResource>(folder, 'resources'))
    const asked = rows<MatchableNeed>(folder, 'needs')
    const answers = asked.map((need) => ({ need: need.id, ranked: rankForNeed(need, prepared) }))
    const figures = scoreRun(asked, rows<Label>(folder, 'qrels'), answers)
    expect(figures.ndcg5).toBeGreaterThan(ndcg)
    expect(figures.noMatchLeftEmpty).toBeGreaterThanOrEqual(empty)
    expect(figures.matchableLeftEmpty).toBeLessThan(0.1)
  })
})
