import { listsContract } from '../../types/lists.contract'
import { serve } from '../_kit/serve'
import { edition, editions, publishEdition } from './edition.action'
import { cancelEnrolment, enrol, enrolments, myEnrolments, project } from './enrolment.action'
import { commitImport, importProblems, previewImport } from './import.action'
import { acceptMatch, matchBoard, rejectMatch, reopenNeed } from './match.action'
import { enterNeed, markGap, myNeeds, needs, stateNeed, withdrawNeed } from './need.action'
import { nightly } from './nightly.timer'
import { cancelProject, editProject, projects } from './project.action'
import { addResource, editResource, resources, revealContact } from './resource.action'

/** The cloud function of room `lists`: 三张清单. */
export const main = serve(
  listsContract,
  {
    stateNeed,
    withdrawNeed,
    myNeeds,
    enterNeed,
    needs,
    addResource,
    editResource,
    resources,
    revealContact,
    previewImport,
    importProblems,
    commitImport,
    matchBoard,
    acceptMatch,
    rejectMatch,
    markGap,
    reopenNeed,
    projects,
    editProject,
    cancelProject,
    publishEdition,
    editions,
    edition,
    project,
    enrol,
    cancelEnrolment,
    myEnrolments,
    enrolments,
  },
  { nightly },
)
