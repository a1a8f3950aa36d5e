import type { Instant } from '../../types/common/time'
import type { ProjectDocument } from '../_kit/documents/lists'
import { orderOf } from '../_kit/ids'

/** What staff may change of a project. */
export interface ProjectEdit {
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly closesAt: Instant
  readonly place: string
  readonly cap: number
  readonly waitCap: number
}

type Edited = Pick<
  ProjectDocument,
  '_id' | 'state' | 'title' | 'startsAt' | 'endsAt' | 'closesAt' | 'place' | 'cap' | 'waitCap' | 'open'
>

/** The change to write, or why it may not be. */
export type EditDecision =
  | { readonly change: ProjectEdit & { readonly open: number; readonly order: string } }
  | { readonly refused: 'LISTS.PAST' | 'LISTS.TOO_MANY' | 'LISTS.NOT_DRAFT' }

/**
 * Decides an edit. A draft may change in everything; what was published stands (a correction is a new edition), only
 * its seats, waiting list and closing time may still move. Times must lie ahead and in order: closing, beginning, end.
 */
export const decideEdit = (project: Edited, edit: ProjectEdit, now: Instant): EditDecision => {
  const { state } = project
  if (state !== 'draft' && state !== 'published') return { refused: 'LISTS.NOT_DRAFT' }
  const promised =
    edit.title === project.title &&
    edit.startsAt === project.startsAt &&
    edit.endsAt === project.endsAt &&
    edit.place === project.place
  if (state === 'published' && !promised) return { refused: 'LISTS.NOT_DRAFT' }
  const inOrder = edit.closesAt <= edit.startsAt && edit.startsAt < edit.endsAt
  const ahead = edit.startsAt > now && (edit.closesAt > now || edit.closesAt === project.closesAt)
  if (!inOrder || !ahead) return { refused: 'LISTS.PAST' }
  const people = project.cap + project.waitCap - project.open
  const open = edit.cap + edit.waitCap - people
  // whoever has a seat keeps it
  const seated = Math.min(people, project.cap)
  if (open < 0 || edit.cap < seated) return { refused: 'LISTS.TOO_MANY' }
  return { change: { ...edit, open, order: orderOf(edit.startsAt, project._id) } }
}
