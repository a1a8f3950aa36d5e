import type { MatchableNeed, MatchableResource } from '../../cloudfunctions/lists/matching/matchable'
import type { Label } from './scorer'

/** Needs, resources and graded pairs. */
export interface DataSet {
  needs: MatchableNeed[]
  resources: MatchableResource[]
  labels: Label[]
}

/** Parts a set is cut into where anything is learnt. */
export const folds = 5
