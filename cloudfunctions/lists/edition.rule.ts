import type { Instant } from '../../types/common/time'
import type { EditionDocument, ProjectDocument } from '../_kit/documents/lists'
import { orderOf } from '../_kit/ids'

/** What publishing looks at: the centre, its last number, the projects that were chosen. */
export interface PublishFacts {
  readonly centreId: string
  readonly centreName: string
  readonly lastNo: number
  readonly projects: readonly Pick<
    ProjectDocument,
    '_id' | 'state' | 'title' | 'unit' | 'startsAt' | 'endsAt' | 'closesAt' | 'place' | 'cap'
  >[]
}

export type PublishRefusal = 'LISTS.EMPTY_EDITION' | 'LISTS.NOT_DRAFT' | 'LISTS.PAST' | 'COMMON.NOT_FOUND'

/** An edition's id: one number exists once, so two who publish at once cannot both take it. */
const editionId = (centreId: string, no: number): string => `${centreId}:${no}`

/**
 * Decides a publication: all chosen projects are the centre's, drafts, and still open to enrolment. The rows are
 * frozen in the order in which the services take place.
 */
export const decideEdition = (
  { centreId, centreName, lastNo, projects }: PublishFacts,
  chosen: readonly string[],
  asked: { readonly month: string; readonly requestKey: string; readonly now: Instant },
): { readonly edition: EditionDocument } | { readonly refused: PublishRefusal } => {
  if (chosen.length === 0) return { refused: 'LISTS.EMPTY_EDITION' }
  if (projects.length < chosen.length) return { refused: 'COMMON.NOT_FOUND' }
  if (projects.some(({ state }) => state !== 'draft')) return { refused: 'LISTS.NOT_DRAFT' }
  if (projects.some(({ closesAt }) => closesAt <= asked.now)) return { refused: 'LISTS.PAST' }
  const no = lastNo + 1
  const _id = editionId(centreId, no)
  const sorted = [...projects].sort((a, b) => a.startsAt - b.startsAt || (a._id < b._id ? -1 : 1))
  return {
    edition: {
      _id,
      centreId,
      centreName,
      no,
      month: asked.month,
      publishedAt: asked.now,
      projectIds: sorted.map((project) => project._id),
      rows: sorted.map(({ _id: projectId, title, unit, startsAt, endsAt, place, cap }) => ({
        projectId,
        title,
        unit,
        startsAt,
        endsAt,
        place,
        cap,
      })),
      requestKey: asked.requestKey,
      // by number: two published in the same second may get their numbers the other way round
      order: orderOf(no, _id),
    },
  }
}

/** The title of the card in the group: which month, how many services, how many seats are left. */
export const shareTitleOf = (
  month: string,
  rows: readonly { readonly cap: number; readonly taken: number; readonly state: string }[],
): string => {
  const running = rows.filter(({ state }) => state === 'published')
  const left = running.reduce((sum, { cap, taken }) => sum + cap - taken, 0)
  const what = `${Number(month.slice(5))}月服务菜单,${running.length}项服务`
  return left > 0 ? `${what},还有${left}个名额` : `${what},名额已满可候补`
}
