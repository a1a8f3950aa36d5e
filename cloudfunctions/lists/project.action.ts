import type { listsContract } from '../../types/lists.contract'
import { tell } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { countOnce } from './count.store'
import { movedUpByGrowth } from './enrolment.rule'
import { freeNeeds } from './need.store'
import { decideEdit } from './project.rule'
import { cancelProjectRow, changeProject, findProject, findProjects } from './project.store'
import { projectView } from './project.view'
import { cancelledNotices, movedUpNotices } from './told'

type Lists = typeof listsContract

export const projects: Action<Lists, 'projects'> = async ({ centreId, state, after }) => {
  const { rows, next } = pageOf(await findProjects(centreId, state, after))
  return { data: { rows: rows.map(projectView), ...(next && { next }) } }
}

/** Others who enrol at the same moment change the list; each try sees it anew. */
const tries = 12

export const editProject: Action<Lists, 'editProject'> = async ({ centreId, projectId, ...edit }, ask) => {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const project = await findProject(centreId, projectId)
    if (!project) return refuse('COMMON.NOT_FOUND')
    const before = project.moves.find((move) => move.requestKey === ask.requestKey)
    const decision = decideEdit(project, edit, ask.now)
    if (!before && 'refused' in decision) return refuse(decision.refused)

    const up = before?.up ?? movedUpByGrowth(project.entries, project.cap, edit.cap)
    const last = project.entries.at(-1)?.key
    const change = 'change' in decision ? decision.change : {}
    if (before || (await changeProject(project, last, change, { requestKey: ask.requestKey, up }))) {
      await tell(movedUpNotices(project, up, ask.now), ask.now)
      return { data: { projectId }, target: projectId }
    }
  }
  return refuse('COMMON.BUSY')
}

/** Every step recognises that it was done, and the audit row comes last: a repeat carries on where it stopped. */
export const cancelProject: Action<Lists, 'cancelProject'> = async ({ centreId, projectId, reason }, ask) => {
  const cancelled = await cancelProjectRow(centreId, projectId, ask.requestKey)
  const project = await findProject(centreId, projectId)
  if (!project) return refuse('COMMON.NOT_FOUND')
  if (!cancelled && project.cancelledIn !== ask.requestKey) return refuse('LISTS.NOT_OPEN')

  const { needIds, entries } = project
  await freeNeeds(projectId, needIds)
  if (needIds.length > 0) {
    await countOnce(centreId, ask.requestKey, { open: needIds.length, matched: -needIds.length })
  }
  await tell(cancelledNotices(project, entries, reason, ask.now), ask.now)

  return { data: { projectId, told: entries.length }, target: projectId }
}
