import type { communityContract } from '../../types/community.contract'
import { transact } from '../_kit/ask'
import { maskName } from '../_kit/mask.rule'
import { seal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { district } from './centre.rule'
import { isStarted, startWith } from './community.store'
import { isStartCode } from './deployment.rule'
import { becomeOfficer } from './resident.store'

/** Sets up the district at the root and makes the caller its first officer. Works once in the life of a deployment. */
export const startDeployment: Action<typeof communityContract, 'startDeployment'> = async (
  { code, personName, segment, ...facts },
  ask,
) => {
  if (!isStartCode(code, process.env.LINLI_FIRST_STAFF_CODE)) return refuse('COMMUNITY.WRONG_CODE')
  const person = { nameSealed: seal(personName), nameMasked: maskName(personName) }
  return transact({ ...ask, centreId: segment }, async (transaction) => {
    if (await isStarted(transaction)) return refuse('COMMUNITY.ALREADY_STARTED')
    await startWith(transaction, district(segment, facts, ask.requestKey))
    await becomeOfficer(transaction, ask.caller.openid, person, segment)
    return { data: { centreId: segment }, target: segment }
  })
}
