import type { OutputOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import type { MatterDocument, StoryLine } from '../../_kit/documents/matters'
import { never } from './matter.rule'
import type { ListedMatter } from './matter.store'
import { stepToTake } from './step.rule'

type Hall = typeof hallContract
type MatterRow = OutputOf<Hall, 'matters'>['rows'][number]
type StoryOf<A extends 'matter' | 'matterOfStaff'> = OutputOf<Hall, A>

const row = (matter: ListedMatter, openid: string, by: string): MatterRow => {
  const { _id: matterId, text, place, state, tier, raisedAt, backing, backed, sessions, dueAt, late } = matter
  return {
    ...{ matterId, text, place, state, tier, by, raisedAt, backing, backed, sessions, dueAt, late },
    mine: matter.by === openid,
  }
}

/** Who raised it, as other residents may know. */
const shownRaiser = ({ anonymous, by, byMasked }: ListedMatter, openid: string): string =>
  anonymous && by !== openid ? '匿名居民' : byMasked

/** A matter in a list of residents. */
export const residentRow = (matter: ListedMatter, openid: string): MatterRow =>
  row(matter, openid, shownRaiser(matter, openid))

/** A matter in a list of the staff, who always see who raised it. */
export const staffRow = (matter: ListedMatter, openid: string): MatterRow =>
  row(matter, openid, matter.byMasked)

const listed = ({ backers, sessions, ...matter }: MatterDocument, openid: string): ListedMatter => ({
  ...matter,
  backing: backers.length,
  backed: backers.includes(openid),
  sessions: sessions.length,
})

/** The tier's table, each step with when it was done. */
const progressOf = ({ procedure, done, story }: MatterDocument) =>
  (procedure?.steps ?? []).map((step) => {
    const at = story.findLast(({ kind }) => kind === step)?.at
    const isDone = done.includes(step)
    return { step, done: isDone, ...(isDone && at !== undefined && { at }) }
  })

const facts = (matter: MatterDocument) => ({
  photos: [...matter.photos],
  progress: progressOf(matter),
  publicNoticeUntil: matter.publicNoticeUntil,
  answer: matter.answer,
  answerPhotos: [...matter.answerPhotos],
})

const line = ({ at, kind, text, about }: StoryLine, by: string) => ({ at, kind, text, about, by })

/** Lines about 公开 that only the staff and who raised it read. */
const ownLines = ['hidden', 'shown']

/** A matter as a resident reads it: without what is internal, and without the names of the staff. */
export const residentStory = (matter: MatterDocument, openid: string): StoryOf<'matter'> => {
  const short = listed(matter, openid)
  const mine = matter.by === openid
  const by = shownRaiser(short, openid)
  const isShown = ({ internal, kind }: StoryLine) => !internal || (mine && ownLines.includes(kind))
  const shownBy = (writer: string) => (writer === '' ? '' : writer === matter.by ? by : '社区')
  return {
    ...residentRow(short, openid),
    ...facts(matter),
    story: matter.story.filter(isShown).map((one) => line(one, shownBy(one.by))),
    confirmBy: mine ? matter.confirmBy : never,
  }
}

/** A matter as the staff work on it. */
export const staffStory = (matter: MatterDocument, openid: string): StoryOf<'matterOfStaff'> => ({
  ...staffRow(listed(matter, openid), openid),
  ...facts(matter),
  story: matter.story.map((one) => line(one, one.byMasked)),
  confirmBy: matter.confirmBy,
  source: matter.source,
  anonymous: matter.anonymous,
  hiddenBecause: matter.hiddenBecause,
  officer: matter.officer,
  officerName: matter.officerMasked,
  next: stepToTake(matter),
  consulted: Object.values(matter.consulted).map(({ who, nameMasked, opinion, at }) => ({
    ...{ who, name: nameMasked, opinion, own: who === openid },
    ...(opinion !== '' && { at }),
  })),
  openProblems: matter.openProblems,
  changes: matter.changes,
})
