import type { OutputOf } from '../../types/common/contract'
import { digestOf } from '../../types/common/digest'
import type { listsContract } from '../../types/lists.contract'
import type { EditionDocument } from '../_kit/documents/lists'
import { shareTitleOf } from './edition.rule'
import type { LiveEdition } from './edition.store'
import { placeAt, projectView } from './project.view'

type Lists = typeof listsContract
type EditionView = OutputOf<Lists, 'edition'>

/** An edition in the list of editions. */
export const editionItem = (edition: EditionDocument): OutputOf<Lists, 'editions'>['rows'][number] => ({
  id: edition._id,
  no: edition.no,
  month: edition.month,
  publishedAt: edition.publishedAt,
  size: edition.rows.length,
})

/** An edition as published, with the seats as they are now and where the viewer stands. */
export const editionView = (edition: LiveEdition): EditionView => {
  const byId = new Map(edition.projects.map((project) => [project._id, project]))
  const rows = edition.rows.flatMap(({ projectId, cap: _promised, ...frozen }, index) => {
    const project = byId.get(projectId)
    if (!project) return []
    const { needs: _needs, ...live } = projectView(project)
    return [{ ...live, ...frozen, no: index + 1, mine: placeAt(project.mineAt, project.cap) }]
  })
  const running = rows.filter(({ state }) => state === 'published')
  return {
    id: edition._id,
    no: edition.no,
    month: edition.month,
    centreName: edition.centreName,
    publishedAt: edition.publishedAt,
    rows,
    digest: digestOf({
      centreName: edition.centreName,
      month: edition.month,
      no: edition.no,
      rows: running.map(({ title, startsAt, place, cap, taken }) => ({
        title,
        startsAt: startsAt,
        place,
        left: cap - taken,
      })),
    }),
    shareTitle: shareTitleOf(edition.month, rows),
  }
}
