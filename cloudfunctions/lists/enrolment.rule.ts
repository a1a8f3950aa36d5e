import type { Instant } from '../../types/common/time'
import type { Move } from '../_kit/documents/lists'
import type { OpenProject, SeenEnrolment } from './seen'

/** Who is signed up: the resident, or a family member by the hash of the name. One place per person. */
export const entryKey = (openid: string, nameHash: string): string =>
  nameHash === '' ? openid : `${openid}:${nameHash}`

/** Why a place was not given; `there` when the person already has one, and where. */
export type WhyNoPlace =
  | { readonly because: 'missing' | 'not-open' | 'closed' | 'full' }
  | { readonly because: 'there'; readonly index: number }

/** Explains an enrolment that did not go through, by the project as it stands now. */
export const whyNoPlace = (project: OpenProject | undefined, key: string, now: Instant): WhyNoPlace => {
  if (!project || project.state === 'draft') return { because: 'missing' }
  const index = project.entries.findIndex((entry) => entry.key === key)
  if (index >= 0 && project.state === 'published') return { because: 'there', index }
  if (project.state !== 'published') return { because: 'not-open' }
  return { because: project.closesAt <= now ? 'closed' : 'full' }
}

const mover = ({ key, who, nameMasked, requestKey }: SeenEnrolment): Move['up'][number] => ({
  key,
  who,
  nameMasked,
  requestKey,
})

/** What cancelling an enrolment comes to. */
export type Cancelling =
  | { readonly kind: 'give-back'; readonly index: number; readonly up: Move['up'] }
  /** This very request did it before; those it moved up. */
  | { readonly kind: 'done'; readonly up: Move['up'] }
  | {
      readonly kind: 'refused'
      readonly because: 'COMMON.NOT_FOUND' | 'LISTS.NOT_ENROLLED' | 'LISTS.TOO_LATE' | 'LISTS.NOT_OPEN'
    }

/**
 * Decides a cancellation by the list as it stands: whoever gives back a seat moves up the first of the waiting list;
 * giving back a place on the waiting list moves nobody into a seat. Possible until the service begins.
 */
export const decideCancelling = (
  project: OpenProject | undefined,
  key: string,
  requestKey: string,
  now: Instant,
): Cancelling => {
  if (!project || project.state === 'draft') return { kind: 'refused', because: 'COMMON.NOT_FOUND' }
  const before = project.moves.find((move) => move.requestKey === requestKey)
  if (before) return { kind: 'done', up: before.up }
  const index = project.entries.findIndex((entry) => entry.key === key)
  if (index < 0) return { kind: 'refused', because: 'LISTS.NOT_ENROLLED' }
  if (project.state !== 'published') return { kind: 'refused', because: 'LISTS.NOT_OPEN' }
  if (project.startsAt <= now) return { kind: 'refused', because: 'LISTS.TOO_LATE' }
  const next = index < project.cap ? project.entries[project.cap] : undefined
  return { kind: 'give-back', index, up: next ? [mover(next)] : [] }
}

/** Who moves from the waiting list to a seat when the seats grow from `from` to `to`. */
export const movedUpByGrowth = (entries: readonly SeenEnrolment[], from: number, to: number): Move['up'] =>
  entries.slice(from, to).map(mover)
