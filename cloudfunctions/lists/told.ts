import { type Instant, momentText } from '../../types/common/time'
import type { EditionDocument, Enrolment, ProjectDocument } from '../_kit/documents/lists'
import type { NoticeToSend } from '../_kit/notices'

type TellableProject = Pick<ProjectDocument, '_id' | 'centreId' | 'title' | 'startsAt' | 'place'>
type Told = Pick<Enrolment, 'key' | 'who' | 'nameMasked' | 'requestKey'>

const pageOf = ({ centreId, _id }: TellableProject): string =>
  `/lists/resident/service-page?centreId=${centreId}&projectId=${_id}`

const whatAndWhen = ({ title, startsAt, place }: TellableProject, now: Instant): string =>
  `「${title}」${momentText(startsAt, now)},${place}`

/** 您 or the family member somebody signed up. */
const whom = ({ key, who, nameMasked }: Told): string => (key === who ? '您' : `您家的${nameMasked}`)

/** To those who moved up from the waiting list; once per enrolment. */
export const movedUpNotices = (project: TellableProject, up: readonly Told[], now: Instant): NoticeToSend[] =>
  up.map((entry) => ({
    to: entry.who,
    title: '候补有名额了',
    text: `${whom(entry)}候补的${whatAndWhen(project, now)},已转为正式名额。`,
    page: pageOf(project),
    once: `moved-up:${project._id}:${entry.key}:${entry.requestKey}`,
  }))

/** To everybody in the list of a cancelled project; once per place. */
export const cancelledNotices = (
  project: TellableProject,
  entries: readonly Told[],
  reason: string,
  now: Instant,
): NoticeToSend[] =>
  entries.map((entry) => ({
    to: entry.who,
    title: '报名的服务取消了',
    text: `${whom(entry)}报名的${whatAndWhen(project, now)},已取消:${reason}`,
    page: pageOf(project),
    once: `cancelled:${project._id}:${entry.key}`,
  }))

/** To the residents whose needs an edition answers; once per person and project. */
export const answeredNotices = (
  edition: Pick<EditionDocument, '_id' | 'centreId'>,
  projects: readonly TellableProject[],
  sayers: readonly { readonly by: string; readonly projectId?: string }[],
  now: Instant,
): NoticeToSend[] => {
  const byId = new Map(projects.map((project) => [project._id, project]))
  const told = new Map<string, NoticeToSend>()
  for (const { by, projectId } of sayers) {
    const project = byId.get(projectId ?? '')
    if (!project || by === '') continue
    const once = `answered:${edition._id}:${project._id}`
    told.set(`${by} ${once}`, {
      to: by,
      title: '您说的需求有回应了',
      text: `${whatAndWhen(project, now)},可以报名了。`,
      page: `/lists/resident/edition-page?centreId=${edition.centreId}&editionId=${edition._id}`,
      once,
    })
  }
  return [...told.values()]
}
