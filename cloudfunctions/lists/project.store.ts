import type { Instant } from '../../types/common/time'
import { command } from '../_kit/cloud'
import type { Enrolment, Move, ProjectDocument } from '../_kit/documents/lists'
import { type Change, list, table } from '../_kit/table'
import { fetchSize, laterThan, olderThan } from './paging'
import type { ListedProject, OpenProject } from './seen'

/** Moves up that are remembered: a repeat comes soon after. */
const remembered = 50

/** A centre's projects in one state, soonest first; past ones latest first. */
export const findProjects = (
  centreId: string,
  state: ProjectDocument['state'],
  after: string | undefined,
): Promise<ListedProject[]> => {
  const isOver = state === 'done' || state === 'cancelled'
  return table('projects').find(
    { centreId, state, ...(isOver ? olderThan(after) : laterThan(after)) },
    {
      order: [['order', isOver ? 'desc' : 'asc']],
      limit: fetchSize,
      fields: { entries: false, moves: false },
    },
  )
}

/** One project of a centre with its list. */
export const findProject = async (centreId: string, projectId: string): Promise<OpenProject | undefined> => {
  const [project] = await table('projects').find(
    { _id: projectId, centreId },
    { limit: 1, fields: { 'entries.nameSealed': false, 'entries.forSealed': false } },
  )
  return project
}

/** Projects in whose list somebody stands, soonest last, each with that person's places only. */
export const findEnrolledProjects = (
  who: string,
  after: string | undefined,
): Promise<
  (ListedProject & {
    readonly keys: readonly string[]
    readonly own: readonly Pick<Enrolment, 'key' | 'forSealed'>[]
  })[]
> =>
  list(
    table('projects')
      .aggregate()
      .match({ 'entries.who': who, ...olderThan(after) })
      .sort({ order: -1 })
      .limit(fetchSize)
      .addFields({
        keys: '$entries.key',
        own: {
          $filter: { input: '$entries', as: 'entry', cond: { $eq: ['$$entry.who', { $literal: who }] } },
        },
      })
      .project({ entries: 0, moves: 0, 'own.nameSealed': 0 }),
  )

/**
 * Takes a place in a project's list (报名), in one conditional update: published, not closed, room left, not in the
 * list yet. Answers whether it was given. Seat or waiting list follows from the place.
 */
export const takePlace = async (
  centreId: string,
  projectId: string,
  entry: Enrolment,
  now: Instant,
): Promise<boolean> =>
  (await table('projects').update(
    {
      _id: projectId,
      centreId,
      state: 'published',
      closesAt: command.gt(now),
      open: command.gt(0),
      'entries.key': command.neq(entry.key),
    },
    { open: command.inc(-1), entries: command.push([entry]) },
  )) > 0

/**
 * Gives a place back, in one conditional update that holds only as long as the list stands as it was seen: own entry
 * at `index`, and at the place after the last seat who moves up, or nobody. So exactly those move up who are told.
 */
export const givePlaceBack = async (
  project: Pick<ProjectDocument, '_id' | 'centreId' | 'cap'>,
  key: string,
  index: number,
  move: Move,
): Promise<boolean> => {
  const frees = index < project.cap
  const [next] = move.up
  return (
    (await table('projects').update(
      {
        _id: project._id,
        centreId: project.centreId,
        state: 'published',
        cap: project.cap,
        [`entries.${index}.key`]: key,
        ...(frees && { [`entries.${project.cap}.key`]: next ? next.key : command.exists(false) }),
      },
      {
        open: command.inc(1),
        entries: command.pull({ key }),
        moves: command.push({ each: [move], slice: -remembered }),
      },
    )) > 0
  )
}

/** Changes a project that still stands as it was seen; answers whether it did. */
export const changeProject = async (
  seen: Pick<ProjectDocument, '_id' | 'centreId' | 'state' | 'open' | 'cap' | 'waitCap'>,
  last: string | undefined,
  change: Change,
  move: Move,
): Promise<boolean> => {
  const { _id, centreId, state, open, cap, waitCap } = seen
  const count = cap + waitCap - open
  return (
    (await table('projects').update(
      {
        _id,
        centreId,
        state,
        open,
        cap,
        waitCap,
        // with the same number of people and the same last one, the list is the same
        ...(count > 0 && { [`entries.${count - 1}.key`]: last }),
      },
      { ...change, moves: command.push({ each: [move], slice: -remembered }) },
    )) > 0
  )
}

/** Cancels a project that is a draft or published; answers whether it was. */
export const cancelProjectRow = async (
  centreId: string,
  projectId: string,
  cancelledIn: string,
): Promise<boolean> =>
  (await table('projects').update(
    { _id: projectId, centreId, state: command.in(['draft', 'published']) },
    { state: 'cancelled', cancelledIn },
  )) > 0

/** Marks every published project whose time is over as done. */
export const endProjects = async (now: Instant): Promise<void> => {
  await table('projects').update({ state: 'published', endsAt: command.lt(now) }, { state: 'done' })
}
