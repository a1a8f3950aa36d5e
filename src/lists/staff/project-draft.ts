import type { InputOf } from '../../../types/common/contract'
import {
  addDays,
  asInstant,
  dayLength,
  instantOf,
  minutesOfDay,
  shanghaiDay,
} from '../../../types/common/time'
import type { listsContract } from '../../../types/lists.contract'
import type { ProjectRow } from './rows'

/** What staff may change of a project; moments in epoch ms. */
export interface ProjectDraft {
  readonly title: string
  readonly startsAt: number
  readonly endsAt: number
  readonly closesAt: number
  readonly place: string
  readonly cap: number
  readonly waitCap: number
}

export const draftOfProject = (row: ProjectRow): ProjectDraft => ({
  title: row.title,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  closesAt: row.closesAt,
  place: row.place,
  cap: row.cap,
  waitCap: row.waitCap,
})

/** Moves the start and with it the end and the closing time, so that length and notice stay as they were. */
export const startingAt = (draft: ProjectDraft, startsAt: number): ProjectDraft => ({
  ...draft,
  startsAt,
  endsAt: draft.endsAt + startsAt - draft.startsAt,
  closesAt: draft.closesAt + startsAt - draft.startsAt,
})

/** 「前一天 18:00 截止」: a usual closing time, offered as one tap. */
export const eveningBefore = (startsAt: number): number =>
  instantOf(addDays(shanghaiDay(asInstant(startsAt)), -1), 18 * 60)

/** The same day at another time of day would end before it starts: then it ends the next day. */
export const endingAt = (draft: ProjectDraft, minutes: number): ProjectDraft => {
  const start = asInstant(draft.startsAt)
  const onDay = instantOf(shanghaiDay(start), minutes)
  return { ...draft, endsAt: minutes > minutesOfDay(start) ? onDay : onDay + dayLength }
}

/** What `lists.editProject` takes. */
export const projectInput = (
  centreId: string,
  projectId: string,
  draft: ProjectDraft,
): InputOf<typeof listsContract, 'editProject'> => ({ centreId, projectId, ...draft })
