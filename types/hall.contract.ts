import { defineContract } from './common/contract'
import { ballotActions } from './hall.ballot'
import { matterActions } from './hall.matter'
import { mediationActions } from './hall.mediation'
import { problemActions } from './hall.problem'
import { receptionActions } from './hall.reception'
import { hallRefusals } from './hall.refusals'
import { sessionActions } from './hall.session'

/** 议事厅: matters, sessions, reception days, the problem list, mediation, ballots. */
export const hallContract = defineContract({
  room: 'hall',
  refusals: hallRefusals,
  actions: {
    ...matterActions,
    ...sessionActions,
    ...receptionActions,
    ...problemActions,
    ...mediationActions,
    ...ballotActions,
  },
})
