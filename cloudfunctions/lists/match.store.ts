import { command } from '../_kit/cloud'
import type { NeedDocument, ProjectDocument, ResourceDocument } from '../_kit/documents/lists'
import type { Transaction } from '../_kit/transaction'
import { countWithin } from './count.store'

/** What accepting a match looks at: the need, the resource and the draft that further needs of it join. */
export interface MatchFacts {
  readonly need: NeedDocument
  readonly resource: ResourceDocument
  readonly draft?: ProjectDocument
}

/** Loads them inside a transaction; undefined when the need or the resource is not this centre's. */
export const loadMatch = async (
  transaction: Transaction,
  centreId: string,
  needId: string,
  resourceId: string,
): Promise<MatchFacts | undefined> => {
  const need = await transaction.get('needs', needId)
  const resource = await transaction.get('resources', resourceId)
  if (need?.centreId !== centreId || resource?.centreId !== centreId) return undefined
  const draft = resource.draftId ? await transaction.get('projects', resource.draftId) : undefined
  return { need, resource, ...(draft && { draft }) }
}

const needMatched = async (
  transaction: Transaction,
  need: NeedDocument,
  projectId: string,
  requestKey: string,
): Promise<void> => {
  await transaction.update('needs', need._id, { state: 'matched', projectId, decidedIn: requestKey })
  await countWithin(transaction, need.centreId, { open: -1, matched: 1 })
}

/** Adds a need to a draft project. */
export const joinDraft = async (
  transaction: Transaction,
  need: NeedDocument,
  draft: ProjectDocument,
  requestKey: string,
): Promise<void> => {
  await transaction.update('projects', draft._id, {
    needIds: command.push([need._id]),
    headcount: command.inc(need.headcount),
  })
  await needMatched(transaction, need, draft._id, requestKey)
}

/** Begins a draft project; the resource's row is written too, so that two who begin one at once cannot both. */
export const beginDraft = async (
  transaction: Transaction,
  need: NeedDocument,
  project: ProjectDocument,
  requestKey: string,
): Promise<void> => {
  await transaction.insert('projects', project)
  await transaction.update('resources', project.resourceId, { draftId: project._id })
  await needMatched(transaction, need, project._id, requestKey)
}

/** Loads a need inside a transaction, with the project it was matched to; undefined when it is not this centre's. */
export const loadMatched = async (
  transaction: Transaction,
  centreId: string,
  needId: string,
): Promise<{ readonly need: NeedDocument; readonly project?: ProjectDocument } | undefined> => {
  const need = await transaction.get('needs', needId)
  if (need?.centreId !== centreId) return undefined
  const project = need.projectId ? await transaction.get('projects', need.projectId) : undefined
  return { need, ...(project && { project }) }
}

/** Puts a need back among the open ones and takes it out of its draft; a draft that answers no need goes. */
export const reopen = async (
  transaction: Transaction,
  need: NeedDocument,
  draft: ProjectDocument | undefined,
  requestKey: string,
): Promise<void> => {
  if (draft?.needIds.every((id) => id === need._id)) await transaction.remove('projects', draft._id)
  else if (draft) {
    await transaction.update('projects', draft._id, {
      needIds: command.pull(need._id),
      headcount: command.inc(-need.headcount),
    })
  }
  await transaction.update('needs', need._id, {
    state: 'open',
    projectId: command.remove(),
    decidedIn: requestKey,
  })
  await countWithin(transaction, need.centreId, { open: 1, [need.state]: -1 })
}
