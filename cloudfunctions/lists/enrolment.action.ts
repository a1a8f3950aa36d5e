import type { listsContract } from '../../types/lists.contract'
import type { Ask } from '../_kit/ask'
import type { Enrolment } from '../_kit/documents/lists'
import { maskName } from '../_kit/mask.rule'
import { tell } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { blindHash, seal, unseal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { checkText } from '../_kit/text-check'
import { decideCancelling, entryKey, whyNoPlace } from './enrolment.rule'
import { enrolmentListView, ownEnrolmentsView, projectPageView } from './enrolment.view'
import { findEnrolledProjects, findProject, givePlaceBack, takePlace } from './project.store'
import { placeAt } from './project.view'
import { movedUpNotices } from './told'

type Lists = typeof listsContract

/** How WeChat's text check counts a name. */
const profileScene = 1

const newEntry = (ask: Ask, key: string, forName: string): Enrolment => {
  const { openid, resident } = ask.caller
  const own = { nameMasked: resident?.nameMasked ?? '', nameSealed: resident?.nameSealed ?? '' }
  const forSealed = seal(forName)
  return {
    key,
    who: openid,
    ...(forName === '' ? own : { nameMasked: maskName(forName), nameSealed: forSealed }),
    byMasked: forName === '' ? '' : own.nameMasked,
    forSealed,
    at: ask.now,
    requestKey: ask.requestKey,
  }
}

export const enrol: Action<Lists, 'enrol'> = async ({ centreId, projectId, forName = '' }, ask) => {
  const refused = forName === '' ? undefined : await checkText(ask.caller.openid, forName, profileScene)
  if (refused) return refuse(refused)
  const key = entryKey(ask.caller.openid, blindHash(forName))

  const taken = await takePlace(centreId, projectId, newEntry(ask, key, forName), ask.now)

  const project = await findProject(centreId, projectId)
  const why = whyNoPlace(project, key, ask.now)
  if (project && why.because === 'there') {
    return { data: placeAt(why.index, project.cap), target: projectId }
  }
  if (taken || why.because === 'not-open') return refuse('LISTS.NOT_OPEN') // taken back or cancelled just now
  if (why.because === 'missing') return refuse('COMMON.NOT_FOUND')
  return refuse(why.because === 'closed' ? 'LISTS.CLOSED' : 'LISTS.FULL')
}

/** Others who cancel at the same moment shift the list; each try sees it anew. */
const tries = 12

export const cancelEnrolment: Action<Lists, 'cancelEnrolment'> = async (
  { centreId, projectId, forName = '' },
  ask,
) => {
  const key = entryKey(ask.caller.openid, blindHash(forName))
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const project = await findProject(centreId, projectId)
    const decision = decideCancelling(project, key, ask.requestKey, ask.now)
    if (!project) return refuse('COMMON.NOT_FOUND')
    if (decision.kind === 'refused') return refuse(decision.because)

    const { up } = decision
    const move = { requestKey: ask.requestKey, up }
    if (decision.kind === 'done' || (await givePlaceBack(project, key, decision.index, move))) {
      await tell(movedUpNotices(project, up, ask.now), ask.now)
      return { data: { projectId }, target: projectId }
    }
  }
  return refuse('COMMON.BUSY')
}

export const project: Action<Lists, 'project'> = async ({ centreId, projectId }, ask) => {
  const found = await findProject(centreId, projectId)
  if (!found || found.state === 'draft') return refuse('COMMON.NOT_FOUND')
  return { data: projectPageView(found, ask.caller.openid) }
}

export const myEnrolments: Action<Lists, 'myEnrolments'> = async ({ after }, ask) => {
  const { rows, next } = pageOf(await findEnrolledProjects(ask.caller.openid, after))
  return {
    data: { rows: rows.flatMap((row) => ownEnrolmentsView(row, unseal)), ...(next && { next }) },
  }
}

export const enrolments: Action<Lists, 'enrolments'> = async ({ centreId, projectId }) => {
  const found = await findProject(centreId, projectId)
  if (!found) return refuse('COMMON.NOT_FOUND')
  return { data: enrolmentListView(found) }
}
