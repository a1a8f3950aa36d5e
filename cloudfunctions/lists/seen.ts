import type { Enrolment, ProjectDocument } from '../_kit/documents/lists'

/** A project without its list of people; how many there are follows from `open`. */
export type ListedProject = Omit<ProjectDocument, 'entries' | 'moves'>

/** One place of a project's list as far as anybody but its owner may see it. */
export type SeenEnrolment = Omit<Enrolment, 'nameSealed' | 'forSealed'>

/** A project with its list of people, names masked. */
export type OpenProject = Omit<ProjectDocument, 'entries'> & { readonly entries: readonly SeenEnrolment[] }
