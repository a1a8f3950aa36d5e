import type { canteenContract } from '../../types/canteen.contract'
import { shanghaiDay } from '../../types/common/time'
import type { SubsidyRuleDocument } from '../_kit/documents/canteen'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { claimRule, rulesAlong, rulesOnLine } from './subsidy.store'
import { nextVersion, standingOf, whyNotSet } from './subsidy-version.rule'

type Canteen = typeof canteenContract

/** The subsidy rules that reach a centre, every version of them. */
export const subsidyRules: Action<Canteen, 'subsidyRules'> = async ({ centreId }, ask) => {
  const rules = await rulesOnLine(centreId)
  const today = shanghaiDay(ask.now)
  return {
    data: {
      rows: rules.map((rule) => ({
        ruleId: rule._id,
        centreId: rule.centreId,
        version: rule.version,
        startsOn: rule.startsOn,
        tiers: rule.tiers.map((tier) => ({ ...tier, careTags: [...tier.careTags] })),
        funds: [...rule.funds],
        state: standingOf(rule, rules, today),
      })),
    },
  }
}

/** Sets the subsidy from a coming day on, as a version of its own. */
export const saveSubsidyRule: Action<Canteen, 'saveSubsidyRule'> = along(
  ({ centreId }) => [rulesAlong(centreId)],
  async ({ centreId, startsOn, tiers, funds }, ask) => {
    const own = (ask.lists.subsidyRules ?? []).filter((rule) => rule.centreId === centreId)
    const answer = ({ _id, version }: SubsidyRuleDocument) => ({
      data: { ruleId: _id, version },
      target: _id,
    })
    const made = own.find(({ madeBy }) => madeBy === ask.requestKey)
    if (made) return answer(made)
    const why = whyNotSet({ startsOn, funds }, shanghaiDay(ask.now))
    if (why) return why
    const version = nextVersion(own)
    const _id = `${centreId}:${version}`
    const rule = { _id, centreId, version, startsOn, tiers, funds, madeBy: ask.requestKey, order: _id }
    // somebody else set a rule at the same moment: look at it first
    return (await claimRule(rule)) ? answer(rule) : refuse('COMMON.CHANGED')
  },
)
