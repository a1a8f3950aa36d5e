import { yuan } from '../../types/common/money'
import type { ShanghaiDay } from '../../types/common/time'
import type { DinerDocument, MealAccountDocument, SubsidyRuleDocument } from '../_kit/documents/canteen'
import type { ResidentDocument } from '../_kit/documents/community'
import { ageOn, type Eater, ruleOn, tierFor } from './subsidy.rule'

/** Nobody who eats here was born before this day. */
const earliestBirth = '1900-01-01'

/** The most relatives who may order for one diner. */
export const mostFamily = 12

/** Whether somebody can have been born on a day, as of today. */
export const isBirthDay = (birthDay: ShanghaiDay, today: ShanghaiDay): boolean =>
  birthDay >= earliestBirth && birthDay <= today

/** Whether somebody is registered here or works here, so that they may register elders or bind themselves to one. */
export const mayBind = (
  resident: Pick<ResidentDocument, 'membership' | 'roles'> | undefined,
): resident is ResidentDocument =>
  resident !== undefined &&
  (resident.membership === 'pending' || resident.membership === 'approved' || resident.roles.length > 0)

type Person = Pick<ResidentDocument, '_id' | 'householdId' | 'centreId' | 'building' | 'room'>
type AtHome = Pick<DinerDocument, 'centreId' | 'householdId' | 'building' | 'room' | 'family'>

/**
 * Whether a diner is somebody's own affair, which a colleague has to decide: they are bound as family, live in the
 * diner's household, or gave that door when they asked to join.
 */
export const isOwnDiner = (resident: Person | undefined, diner: AtHome): boolean =>
  resident !== undefined &&
  (diner.family.some(({ who }) => who === resident._id) ||
    (diner.householdId !== '' && resident.householdId === diner.householdId) ||
    (resident.centreId === diner.centreId &&
      resident.building === diner.building &&
      resident.room === diner.room))

/** Why staff cannot decide about a diner's application; undefined when they can. */
export const whyNotDecided = (
  diner: AtHome & Pick<DinerDocument, 'state'>,
  decider: Person | undefined,
  decision: 'approve' | 'reject',
  reason: string,
): 'CANTEEN.OWN_AFFAIR' | 'CANTEEN.ALREADY_DECIDED' | 'CANTEEN.REASON_MISSING' | undefined => {
  if (isOwnDiner(decider, diner)) return 'CANTEEN.OWN_AFFAIR'
  if (diner.state !== 'pending') return 'CANTEEN.ALREADY_DECIDED'
  return decision === 'reject' && reason === '' ? 'CANTEEN.REASON_MISSING' : undefined
}

/** Whether money is still on an account, owed on it, or on its way. */
export const owesOrHas = ({ balance, pending }: Pick<MealAccountDocument, 'balance' | 'pending'>): boolean =>
  balance !== 0 || pending.length > 0

/** Whether a diner may have meals brought to the door (送餐上门) on a day. */
export const mayHaveDelivery = (diner: Pick<DinerDocument, 'deliveryUntil'>, day: ShanghaiDay): boolean =>
  diner.deliveryUntil !== '' && day <= diner.deliveryUntil

/** What a meal usually costs, fen: where tiers of both kinds fit, words name the one that gives most on it. */
const usualPrice = 15_00

/** The subsidy in words, as of a day: 「80 岁以上,每顿补 7.00 元」; empty when no tier fits. */
export const subsidyText = (
  rules: readonly SubsidyRuleDocument[],
  eater: Eater,
  day: ShanghaiDay,
): string => {
  const tier = tierFor(ruleOn(rules, day), eater, day, usualPrice)
  if (!tier) return ''
  return `${tier.title},${tier.kind === 'off' ? '每顿补' : '每顿只付'} ${yuan(tier.fen)} 元`
}

/** Whole years today; −1 while nobody confirmed the birth date. */
export const ageOf = (eater: Eater, today: ShanghaiDay): number =>
  eater.birthDay === '' ? -1 : ageOn(eater.birthDay, today)
