import type { ShanghaiDay } from '../../types/common/time'
import type { SubsidyRuleDocument } from '../_kit/documents/canteen'
import { type Refused, refuse } from '../_kit/refusal'
import { ruleOn } from './subsidy.rule'

/** Where a version stands for a centre: in force there today, not begun, or without effect there. */
export const standingOf = (
  rule: SubsidyRuleDocument,
  rules: readonly SubsidyRuleDocument[],
  today: ShanghaiDay,
): 'current' | 'coming' | 'past' => {
  if (rule.startsOn > today) return 'coming'
  return ruleOn(rules, today)?._id === rule._id ? 'current' : 'past'
}

type Draft = Pick<SubsidyRuleDocument, 'startsOn' | 'funds'>

/**
 * Why a rule cannot be set; undefined when it can. It may begin today, because orders keep what they were priced by;
 * what began before is not changed.
 */
export const whyNotSet = (
  { startsOn, funds }: Draft,
  today: ShanghaiDay,
): Refused<'CANTEEN.RULE_STARTED' | 'CANTEEN.SHARES_NOT_100'> | undefined => {
  if (startsOn < today) return refuse('CANTEEN.RULE_STARTED')
  if (funds.reduce((sum, { share }) => sum + share, 0) !== 100) return refuse('CANTEEN.SHARES_NOT_100')
  const isTwice = new Set(funds.map(({ name }) => name)).size < funds.length
  return isTwice ? refuse('COMMON.BAD_INPUT', { funds: '同一项资金写了两次' }) : undefined
}

/** The number a centre's next version gets. */
export const nextVersion = (rules: readonly Pick<SubsidyRuleDocument, 'version'>[]): number =>
  1 + rules.reduce((most, { version }) => Math.max(most, version), 0)
