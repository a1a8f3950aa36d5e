import fc from 'fast-check'
import type { SubsidyRuleDocument } from '../../cloudfunctions/_kit/documents/canteen'
import { ageOn, priceFor, ruleOn, splitBetween, tierFor } from '../../cloudfunctions/canteen/subsidy.rule'
import { addDays, isShanghaiDay, type ShanghaiDay } from '../../types/common/time'
import { careTags } from '../../types/common/words'
import { ruleRow } from './rows'

const day = (text: string): ShanghaiDay => text as ShanghaiDay
const today = day('2026-11-23')
const tier = (facts: Partial<SubsidyRuleDocument['tiers'][number]> = {}) => ({
  title: '一档',
  fromAge: 60,
  careTags: [],
  kind: 'off' as const,
  fen: 300,
  ...facts,
})
const born = (birthDay: string) => ({ birthDay: day(birthDay), careTags: [] })

describe('age', () => {
  test.each([
    ['1946-11-24', '2026-11-23', 79],
    ['1946-11-23', '2026-11-23', 80],
    ['1946-11-22', '2026-11-23', 80],
    ['1946-12-31', '2027-01-01', 80],
    ['2026-11-23', '2026-11-23', 0],
    ['1944-02-29', '2026-02-28', 81],
    ['1944-02-29', '2026-03-01', 82],
    ['1944-02-29', '2028-02-28', 83],
    ['1944-02-29', '2028-02-29', 84],
    ['1900-01-01', '2026-11-23', 126],
  ])('of somebody born on %s is, on %s, %i', (birth, on, years) => {
    expect(ageOn(day(birth), day(on))).toBe(years)
  })

  test('grows by one on each birthday and on no other day', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1900-01-01'), n))
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [birth, on] = one < other ? [one, other] : [other, one]
        const isBirthday =
          on.slice(5) === birth.slice(5) ||
          (birth.endsWith('02-29') && on.endsWith('03-01') && !isShanghaiDay(`${on.slice(0, 4)}-02-29`))
        const grown = ageOn(birth, on) - ageOn(birth, addDays(on, -1))
        expect(grown).toBe(isBirthday && on > birth ? 1 : on === birth ? 1 : 0)
      }),
    )
  })
})

describe('the rule in force', () => {
  const district = ruleRow({ _id: 'hudong:1', centreId: 'hudong', startsOn: day('2026-01-01') })
  const street = ruleRow({
    _id: 'hudong.chunjiang:1',
    centreId: 'hudong.chunjiang',
    startsOn: day('2026-06-01'),
  })
  const community = ruleRow({
    _id: 'hudong.chunjiang.jingui:1',
    centreId: 'hudong.chunjiang.jingui',
    startsOn: day('2027-01-01'),
  })
  const all = [district, community, street]
  test('is the nearest centre’s that has begun: the street’s before the district’s', () => {
    expect(ruleOn(all, day('2025-12-31'))).toBe(undefined)
    expect(ruleOn(all, day('2026-01-01'))).toBe(district)
    expect(ruleOn(all, day('2026-05-31'))).toBe(district)
    expect(ruleOn(all, day('2026-06-01'))).toBe(street)
    expect(ruleOn(all, day('2026-12-31'))).toBe(street)
    expect(ruleOn(all, day('2027-01-01'))).toBe(community)
  })
  test('is the last version that has begun, and of two that begin together the later one', () => {
    const version = (number: number, startsOn: string) =>
      ruleRow({ _id: `hudong:${number}`, version: number, startsOn: day(startsOn) })
    const versions = [version(2, '2026-12-01'), version(1, '2026-01-01'), version(3, '2026-12-01')]
    expect(ruleOn(versions, day('2026-11-30'))?.version).toBe(1)
    expect(ruleOn(versions, day('2026-12-01'))?.version).toBe(3)
    expect(ruleOn(versions.toReversed(), day('2026-12-01'))?.version).toBe(3)
    expect(ruleOn([...versions, version(4, '2026-06-01')], day('2026-12-02'))?.version).toBe(3)
  })
})

describe('the tier', () => {
  const rule = ruleRow({
    tiers: [
      tier({ title: '60', fromAge: 60, fen: 300 }),
      tier({ title: '80', fromAge: 80, fen: 700 }),
      tier({ title: '低保', fromAge: 60, careTags: ['低保', '失能'], kind: 'pay', fen: 200 }),
    ],
  })
  const title = (birth: string, tags: readonly (typeof careTags)[number][], price = 1500) =>
    tierFor(rule, { birthDay: day(birth), careTags: tags }, today, price)?.title
  test('is the one that gives the most on this meal', () => {
    expect(title('1966-11-24', [])).toBe(undefined)
    expect(title('1966-11-23', [])).toBe('60')
    expect(title('1946-11-23', [])).toBe('80')
    expect(title('1946-11-23', ['低保'])).toBe('低保')
    expect(title('1946-11-23', ['失能', '独居'])).toBe('低保')
    expect(title('1946-11-23', ['独居'])).toBe('80')
    expect(title('1946-11-23', ['低保'], 800)).toBe('80')
    expect(title('1970-01-01', ['低保'])).toBe(undefined)
  })
  test('is, of equals, the first', () => {
    const equals = ruleRow({ tiers: [tier({ title: '甲' }), tier({ title: '乙' })] })
    expect(tierFor(equals, born('1940-01-01'), today, 1500)?.title).toBe('甲')
  })
  test('is none while the birth day is not confirmed, or without a rule', () => {
    expect(tierFor(rule, { birthDay: '', careTags: ['低保'] }, today, 1500)).toBe(undefined)
    expect(tierFor(undefined, born('1940-01-01'), today, 1500)).toBe(undefined)
  })
})

describe('what a meal costs', () => {
  const rule = (facts: Partial<SubsidyRuleDocument['tiers'][number]>) => [ruleRow({ tiers: [tier(facts)] })]
  const old = born('1940-01-01')
  test('less by the tier, split between the funds, by the rule it names', () => {
    expect(priceFor(1500, old, today, rule({ fen: 705 }))).toEqual({
      price: 1500,
      subsidies: [
        { fund: '区级补贴', fen: 423 },
        { fund: '街道补贴', fen: 282 },
      ],
      toPay: 795,
      tier: '一档',
      rule: 'hudong:1',
    })
  })
  test('what the tier says, whatever it costs', () => {
    const pays = rule({ kind: 'pay', fen: 500 })
    expect([400, 500, 501, 1500].map((price) => priceFor(price, old, today, pays).toPay)).toEqual([
      400, 500, 500, 500,
    ])
  })
  test('never less than nothing', () => {
    expect(priceFor(200, old, today, rule({ fen: 700 }))).toMatchObject({
      price: 200,
      toPay: 0,
      tier: '一档',
    })
    expect(priceFor(0, old, today, rule({ fen: 700 }))).toMatchObject({ toPay: 0, subsidies: [], tier: '' })
  })
  test('the whole price when no tier fits or gives anything', () => {
    const full = { price: 1500, subsidies: [], toPay: 1500, tier: '' }
    expect(priceFor(1500, born('1990-01-01'), today, rule({}))).toEqual({ ...full, rule: 'hudong:1' })
    expect(priceFor(1500, old, today, rule({ fen: 0 }))).toEqual({ ...full, rule: 'hudong:1' })
    expect(priceFor(1500, old, today, [])).toEqual({ ...full, rule: '' })
  })
  test('by the age on the day of the meal', () => {
    const rules = rule({ fromAge: 80, fen: 700 })
    const eater = born('1946-11-26')
    expect(priceFor(1500, eater, day('2026-11-25'), rules).toPay).toBe(1500)
    expect(priceFor(1500, eater, day('2026-11-26'), rules).toPay).toBe(800)
  })

  const fen = fc.integer({ min: 0, max: 10_000 })
  const anyTier = fc.record({
    title: fc.string(),
    fromAge: fc.integer({ min: 0, max: 120 }),
    careTags: fc.subarray([...careTags]),
    kind: fc.constantFrom('off' as const, 'pay' as const),
    fen,
  })
  /** One to four shares that make a hundred. */
  const anyFunds = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 })
    .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100])
    .map((cuts) => cuts.slice(1).map((cut, n) => ({ name: `资金${n}`, share: cut - (cuts[n] ?? 0) })))
  test('is price = to pay + Σ subsidies, to the fen, for every price, tier and share', () => {
    const eater = fc.record({
      birthDay: fc.integer({ min: 0, max: 45_000 }).map((n) => addDays(day('1900-01-01'), n)),
      careTags: fc.subarray([...careTags]),
    })
    fc.assert(
      fc.property(
        fen,
        fc.array(anyTier, { minLength: 1, maxLength: 12 }),
        anyFunds,
        eater,
        (price, tiers, funds, who) => {
          const priced = priceFor(price, who, today, [ruleRow({ tiers, funds })])
          const given = priced.subsidies.reduce((sum, share) => sum + share.fen, 0)
          expect(priced.toPay + given).toBe(price)
          expect(priced.toPay).toBeGreaterThanOrEqual(0)
          expect(priced.subsidies.every((share) => Number.isInteger(share.fen) && share.fen > 0)).toBe(true)
          for (const fitting of tiers.filter(({ fromAge }) => fromAge <= ageOn(who.birthDay, today))) {
            if (fitting.careTags.length > 0) continue
            const least = fitting.kind === 'off' ? price - fitting.fen : fitting.fen
            expect(priced.toPay).toBeLessThanOrEqual(Math.max(0, least, 0))
          }
        },
      ),
      { numRuns: 500 },
    )
  })
  test('is split by shares: no fund is more than a fen a fund away from its share', () => {
    fc.assert(
      fc.property(fen, anyFunds, (sum, funds) => {
        const parts = splitBetween(funds, sum)
        expect(parts.reduce((total, part) => total + part.fen, 0)).toBe(sum)
        for (const [n, part] of parts.entries()) {
          const exact = (sum * (funds[n]?.share ?? 0)) / 100
          expect(Math.abs(part.fen - exact)).toBeLessThan(funds.length)
        }
      }),
    )
  })
})
