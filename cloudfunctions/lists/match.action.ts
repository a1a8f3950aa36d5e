import type { OutputOf, RefusalOf } from '../../types/common/contract'
import type { listsContract } from '../../types/lists.contract'
import { transact } from '../_kit/ask'
import { idOf } from '../_kit/ids'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { loadBoard } from './board.store'
import { boardView } from './board.view'
import { beginDraft, joinDraft, loadMatch, loadMatched, reopen } from './match.store'
import { addRejection, findNeed } from './need.store'
import { fitsDraft, newProject } from './session.rule'

type Lists = typeof listsContract

export const matchBoard: Action<Lists, 'matchBoard'> = async ({ centreId, state, after }) => {
  const board = await loadBoard(centreId, state, after)
  return { data: boardView(board) }
}

export const acceptMatch: Action<Lists, 'acceptMatch'> = ({ centreId, needId, resourceId }, ask) =>
  transact<OutputOf<Lists, 'acceptMatch'>, RefusalOf<Lists, 'acceptMatch'>>(ask, async (transaction) => {
    const facts = await loadMatch(transaction, centreId, needId, resourceId)
    if (!facts) return refuse('COMMON.NOT_FOUND')

    const { need, resource, draft } = facts
    if (need.state !== 'open') return refuse('LISTS.ALREADY_DECIDED')
    if (resource.paused) return refuse('LISTS.PAUSED')

    if (draft && fitsDraft(need, draft)) {
      await joinDraft(transaction, need, draft, ask.requestKey)
      return { data: { projectId: draft._id, joined: true }, target: needId }
    }
    const project = newProject(idOf('project', ask.requestKey), need, resource, ask.now)
    await beginDraft(transaction, need, project, ask.requestKey)
    return { data: { projectId: project._id, joined: false }, target: needId }
  })

export const rejectMatch: Action<Lists, 'rejectMatch'> = async ({ centreId, needId, resourceId, reason }) => {
  const added = await addRejection(centreId, needId, { resourceId, reason })
  if (!added) {
    const need = await findNeed(centreId, needId)
    if (!need) return refuse('COMMON.NOT_FOUND')
    if (!need.rejected.some((one) => one.resourceId === resourceId)) return refuse('LISTS.ALREADY_DECIDED')
  }

  return { data: { needId }, target: needId }
}

export const reopenNeed: Action<Lists, 'reopenNeed'> = ({ centreId, needId }, ask) =>
  transact(ask, async (transaction) => {
    const facts = await loadMatched(transaction, centreId, needId)
    if (!facts) return refuse('COMMON.NOT_FOUND')

    const { need, project } = facts
    const inDraft = need.state === 'matched' && project?.state === 'draft'
    if (need.state !== 'gap' && !inDraft) return refuse('LISTS.ALREADY_DECIDED')

    await reopen(transaction, need, inDraft ? project : undefined, ask.requestKey)
    return { data: { needId }, target: needId }
  })
