import type { OutputOf } from '../../types/common/contract'
import type { listsContract } from '../../types/lists.contract'
import type { findEnrolledProjects } from './project.store'
import { placeAt, projectView } from './project.view'
import type { OpenProject } from './seen'

type Lists = typeof listsContract

/** A published project as anybody sees it: names masked, and where the viewer stands. */
export const projectPageView = (project: OpenProject, viewer: string): OutputOf<Lists, 'project'> => ({
  ...projectView(project),
  mine: placeAt(
    project.entries.findIndex(({ key }) => key === viewer),
    project.cap,
  ),
  people: project.entries.map(({ nameMasked }) => nameMasked),
})

/** The list of a project for those who serve: in order, names masked, who signed a family member up. */
export const enrolmentListView = (project: OpenProject): OutputOf<Lists, 'enrolments'> => ({
  project: projectView(project),
  rows: project.entries.map((entry, index) => {
    const { state, position } = placeAt(index, project.cap)
    return {
      position,
      state: state === 'seat' ? ('seat' as const) : ('waiting' as const),
      name: entry.nameMasked,
      ...(entry.byMasked && { by: entry.byMasked }),
      at: entry.at,
    }
  }),
})

/** A person's own places, one row each; `reveal` opens the sealed name of a family member for the one who gave it. */
export const ownEnrolmentsView = (
  project: Awaited<ReturnType<typeof findEnrolledProjects>>[number],
  reveal: (sealed: string) => string,
): OutputOf<Lists, 'myEnrolments'>['rows'] =>
  project.own.map((entry) => {
    const forName = reveal(entry.forSealed)
    return {
      project: projectView(project),
      ...(forName && { forName }),
      mine: placeAt(project.keys.indexOf(entry.key), project.cap),
    }
  })
