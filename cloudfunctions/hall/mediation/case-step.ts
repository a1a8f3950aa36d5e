import { type Ask, type Recorded, transact } from '../../_kit/ask'
import type { MediationDocument } from '../../_kit/documents/mediation'
import { isRefused, type Outcome, type Refused, refuse } from '../../_kit/refusal'
import { changeMediation, type MediationChange, mediationForUpdate } from './mediation.store'
import { newsOf } from './mediation-told.rule'

/** What a mediator's step does, and what is answered. */
export interface Step<Data> extends Omit<MediationChange, 'news'> {
  readonly data: Data
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
    const { data, ...change } = step
    const news = newsOf(found, openid, ask.requestKey)
    await changeMediation(transaction, found, { ...change, news }, ask.now)
    return { data, target: mediationId }
  })
