import { type Ask, type Recorded, transact } from '../../_kit/ask'
import type { MediationDocument } from '../../_kit/documents/mediation'
import type { NoticeToSend } from '../../_kit/notices'
import { isRefused, type Outcome, type Refused, refuse } from '../../_kit/refusal'
import { changeMediation, type MediationChange, mediationForUpdate } from './mediation.store'
import { newsOf } from './mediation-told.rule'

/** What a mediator's step does, what is answered, and who is told besides the parties. */
export interface Step<Data> extends Omit<MediationChange, 'news'> {
  readonly data: Data
  readonly alsoTold?: readonly NoticeToSend[]
}

/**
 * A step of a mediator on their own case, and word of it to the parties, all or nothing. For every other member of
 * staff the case is not there.
 */
export const onOwnCase = <Data extends object, Code extends string>(
  ask: Ask,
  mediationId: string,
  decide: (found: MediationDocument) => Step<Data> | Refused<Code>,
): Promise<Outcome<Data, Code> | Recorded<Data>> =>
  transact(ask, async (transaction): Promise<Outcome<Data, Code>> => {
    const { openid } = ask.caller
    const found = await mediationForUpdate(transaction, ask.centreId, mediationId)
    if (found?.mediator !== openid) return refuse('COMMON.NOT_FOUND')
    const step = decide(found)
    if (isRefused(step)) return step
    const { data, alsoTold = [], ...change } = step
    const news = [...newsOf(found, openid, ask.requestKey), ...alsoTold]
    await changeMediation(transaction, found, { ...change, news }, ask.now)
    return { data, target: mediationId }
  })
