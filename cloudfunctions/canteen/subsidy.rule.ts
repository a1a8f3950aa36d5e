import type { ShanghaiDay } from '../../types/common/time'
import type { CareTag } from '../../types/common/words'
import type { SubsidyRuleDocument, SubsidyShare } from '../_kit/documents/canteen'

type Tier = SubsidyRuleDocument['tiers'][number]

/** What one meal costs somebody, in fen: price = toPay + Σ subsidies. */
export interface MealPrice {
  readonly price: number
  readonly subsidies: readonly SubsidyShare[]
  readonly toPay: number
  /** Title of the tier that paid; empty when none did. */
  readonly tier: string
  /** `_id` of the rule it was worked out by; empty when there is none. */
  readonly rule: string
}

/** Who eats, as far as the subsidy asks. */
export interface Eater {
  /** Empty while the staff have not confirmed it: then no tier fits. */
  readonly birthDay: ShanghaiDay | ''
  readonly careTags: readonly CareTag[]
}

/** Whole years somebody has lived on a day; born on 29 February counts from 1 March in common years. */
export const ageOn = (birthDay: ShanghaiDay, day: ShanghaiDay): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4))
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years
}

/**
 * The rule in force on a day, of all versions of a centre and those above it: the nearest centre that has one decides
 * (a street's own goes before its district's), and of its versions the last that has begun.
 */
export const ruleOn = (
  rules: readonly SubsidyRuleDocument[],
  day: ShanghaiDay,
): SubsidyRuleDocument | undefined =>
  rules
    .filter(({ startsOn }) => startsOn <= day)
    .toSorted(
      (a, b) =>
        b.centreId.length - a.centreId.length ||
        (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : b.version - a.version),
    )[0]

const reduction = (tier: Tier, price: number): number =>
  Math.min(price, Math.max(0, tier.kind === 'off' ? tier.fen : price - tier.fen))

const fits = (tier: Tier, eater: Eater, day: ShanghaiDay): boolean =>
  eater.birthDay !== '' &&
  ageOn(eater.birthDay, day) >= tier.fromAge &&
  (tier.careTags.length === 0 || tier.careTags.some((tag) => eater.careTags.includes(tag)))

/** The tier that gives somebody the most on a meal of this price; of equals the first. */
export const tierFor = (
  rule: SubsidyRuleDocument | undefined,
  eater: Eater,
  day: ShanghaiDay,
  price: number,
): Tier | undefined =>
  rule?.tiers
    .filter((tier) => fits(tier, eater, day))
    .toSorted((a, b) => reduction(b, price) - reduction(a, price))[0]

/** A subsidy split between funds by their shares, to the fen: what does not divide goes to the last. */
export const splitBetween = (funds: SubsidyRuleDocument['funds'], fen: number): readonly SubsidyShare[] => {
  let given = 0
  return funds.map(({ name, share }, at) => {
    const part = at === funds.length - 1 ? fen - given : Math.floor((fen * share) / 100)
    given += part
    return { fund: name, fen: part }
  })
}

/** 助餐补贴: what a meal costs somebody on a day under the rule then in force. */
export const priceFor = (
  price: number,
  eater: Eater,
  day: ShanghaiDay,
  rules: readonly SubsidyRuleDocument[],
): MealPrice => {
  const rule = ruleOn(rules, day)
  const tier = tierFor(rule, eater, day, price)
  const off = tier ? reduction(tier, price) : 0
  const subsidies = rule && off > 0 ? splitBetween(rule.funds, off).filter(({ fen }) => fen > 0) : []
  return {
    price,
    subsidies,
    toPay: price - off,
    tier: off > 0 ? (tier?.title ?? '') : '',
    rule: rule?._id ?? '',
  }
}
