import type { listsContract } from '../../types/lists.contract'
import { type Ask, transact } from '../_kit/ask'
import { pageOf } from '../_kit/page.rule'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { isDuplicate } from '../_kit/table'
import { decideEdition } from './edition.rule'
import {
  findEditions,
  loadEdition,
  loadPublishing,
  type PublishingFacts,
  publish,
  whyChanged,
} from './edition.store'
import { editionItem, editionView } from './edition.view'
import { findSayers } from './need.store'
import { answeredNotices } from './told'

type Lists = typeof listsContract

/** Times that somebody else may take the number first. */
const tries = 10

const publishAs = async (
  facts: PublishingFacts,
  input: { readonly month: string; readonly projectIds: readonly string[] },
  ask: Ask,
) => {
  const { centre, lastNo, projects } = facts
  const asked = { month: input.month, requestKey: ask.requestKey, now: ask.now }
  const decision = decideEdition(
    { centreId: centre._id, centreName: centre.name, lastNo, projects },
    input.projectIds,
    asked,
  )
  const edition = 'edition' in decision ? decision.edition : undefined
  const sayers = edition ? await findSayers(projects.flatMap(({ needIds }) => needIds)) : []

  return transact(ask, async (transaction) => {
    // refused inside, so that a repeat of a request that just went through finds its own answer
    if ('refused' in decision) return refuse(decision.refused)
    const changed = await whyChanged(transaction, projects)
    if (changed) return refuse(changed)
    const notices = answeredNotices(decision.edition, projects, sayers, ask.now)
    await publish(transaction, decision.edition, notices)
    const { _id, no } = decision.edition
    return { data: { editionId: _id, no }, target: _id }
  })
}

export const publishEdition: Action<Lists, 'publishEdition'> = async (
  { centreId, month, projectIds },
  ask,
) => {
  let lastNo = -1
  for (let attempt = 1; ; attempt += 1) {
    const facts = await loadPublishing(centreId, projectIds)
    if (!facts) return refuse('COMMON.NOT_FOUND')
    try {
      return await publishAs(facts, { month, projectIds }, ask)
    } catch (error) {
      // a duplicate is the number somebody else just took, unless the number did not move: then it is this request
      if (!isDuplicate(error) || facts.lastNo === lastNo || attempt === tries) throw error
      lastNo = facts.lastNo
    }
  }
}

export const editions: Action<Lists, 'editions'> = async ({ centreId, after }) => {
  const { rows, next } = pageOf(await findEditions(centreId, after))
  return { data: { rows: rows.map(editionItem), ...(next && { next }) } }
}

export const edition: Action<Lists, 'edition'> = async ({ centreId, editionId }, ask) => {
  const found = await loadEdition(centreId, editionId, ask.caller.openid)
  if (!found) return refuse('COMMON.NOT_FOUND')
  return { data: editionView(found) }
}
