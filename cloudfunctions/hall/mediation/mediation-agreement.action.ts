import type { OutputOf, RefusalOf } from '../../../types/common/contract'
import { allows } from '../../../types/common/roles'
import type { hallContract } from '../../../types/hall.contract'
import { command as _ } from '../../_kit/cloud'
import { seal } from '../../_kit/privacy'
import { isRefused, type Outcome, refuse } from '../../_kit/refusal'
import type { Action } from '../../_kit/serve'
import { checkText } from '../../_kit/text-check'
import { onOwnCase } from './case-step.store'
import { mostNotes, partyKeyOf, roleIn } from './mediation.rule'
import { changeMediation, mediationForUpdate } from './mediation.store'
import { isFollowUpDay, proposed, replied, unconfirmed } from './mediation-agreement.rule'
import { newsOf } from './mediation-told.rule'
import { privately } from './privately'

type Hall = typeof hallContract
type Confirmed = Outcome<OutputOf<Hall, 'confirmAgreement'>, RefusalOf<Hall, 'confirmAgreement'>>

const commentScene = 2

/** 调解协议, its first or next version; what was confirmed before counts no longer. */
export const proposeAgreement: Action<Hall, 'proposeAgreement'> = ({ mediationId, text, followUpOn }, ask) =>
  onOwnCase(ask, mediationId, (found) => {
    const agreement = proposed(found, seal(text), followUpOn, ask.now)
    if (isRefused(agreement)) return agreement
    return { data: { version: agreement.version }, fields: { agreement: _.set(agreement), followUpOn } }
  })

/**
 * A party says yes or no on their own phone to the version they read. With the last yes it is agreed, in the same
 * transaction, so that it is counted once; a no needs words, which the others read.
 */
export const confirmAgreement: Action<Hall, 'confirmAgreement'> = async (input, ask) => {
  const { centreId, mediationId, version, agree, text } = input
  if (!agree && text === '') return refuse('HALL.REASON_MISSING')
  const { openid, resident } = ask.caller
  const risky = text === '' ? undefined : await checkText(openid, text, commentScene)
  if (risky) return refuse(risky)
  return privately(async (transaction): Promise<Confirmed> => {
    const found = await mediationForUpdate(transaction, centreId, mediationId)
    const role = found && roleIn(found, openid, allows(resident?.roles ?? [], 'mediation.mediate', centreId))
    if (!role) return refuse('COMMON.NOT_FOUND')
    if (role === 'mediator') return refuse('HALL.NOT_A_PARTY')
    const reply = {
      key: ask.requestKey,
      party: partyKeyOf(mediationId, openid),
      agrees: agree,
      at: ask.now,
      textSealed: seal(text),
    }
    const agreement = replied(found, version, reply)
    const waiting = (stands: typeof found.agreement) =>
      unconfirmed({ parties: found.parties, agreement: stands }).length
    if (!agreement) return { data: { state: found.state, waiting: waiting(found.agreement) } }
    if (isRefused(agreement)) return agreement
    const isAgreed = waiting(agreement) === 0
    const change = {
      fields: {
        agreement: _.set(agreement),
        ...(isAgreed && { state: 'agreed', remindOn: found.followUpOn }),
      },
      ...(isAgreed && { counts: { agreed: 1 } }),
      news: newsOf(found, openid, ask.requestKey),
    }
    await changeMediation(transaction, found, change, ask.now)
    return { data: { state: isAgreed ? 'agreed' : found.state, waiting: waiting(agreement) } }
  })
}

/** 回访: whether what was agreed was kept, and when to look again, if at all. */
export const followUpMediation: Action<Hall, 'followUpMediation'> = ({ mediationId, text, nextOn }, ask) =>
  onOwnCase(ask, mediationId, ({ state, followUps }) => {
    if (state !== 'agreed') return refuse('HALL.NO_AGREEMENT')
    if (nextOn !== undefined && !isFollowUpDay(nextOn, ask.now)) return refuse('HALL.WRONG_DAY')
    if (followUps.length >= mostNotes) return refuse('HALL.NOTES_FULL')
    const followUp = { key: ask.requestKey, at: ask.now, textSealed: seal(text) }
    const next = nextOn ?? ''
    return {
      data: { followUps: followUps.length + 1 },
      fields: { followUps: _.push([followUp]), followUpOn: next, remindOn: next },
    }
  })
