import type { OutputOf } from '../../types/common/contract'
import type { listsContract } from '../../types/lists.contract'
import type { ListedProject } from './seen'

export type ProjectView = OutputOf<typeof listsContract, 'projects'>['rows'][number]
export type Mine = OutputOf<typeof listsContract, 'enrol'>

/** How many stand in a project's list, seats and waiting list together. */
const peopleIn = ({ cap, waitCap, open }: Pick<ListedProject, 'cap' | 'waitCap' | 'open'>): number =>
  cap + waitCap - open

/** Where the entry at an index of the list stands; −1 is nowhere. */
export const placeAt = (index: number, cap: number): Mine => {
  if (index < 0) return { state: 'none', position: 0 }
  return index < cap
    ? { state: 'seat', position: index + 1 }
    : { state: 'waiting', position: index - cap + 1 }
}

/** A project as lists and pages show it, without names. */
export const projectView = (project: ListedProject): ProjectView => {
  const people = peopleIn(project)
  const taken = Math.min(project.cap, people)
  return {
    id: project._id,
    centreId: project.centreId,
    title: project.title,
    unit: project.unit,
    description: project.description,
    state: project.state,
    startsAt: project.startsAt,
    endsAt: project.endsAt,
    closesAt: project.closesAt,
    place: project.place,
    audience: [...project.audience],
    homeVisit: project.homeVisit,
    cap: project.cap,
    waitCap: project.waitCap,
    taken,
    waiting: people - taken,
    needs: project.needIds.length,
  }
}
