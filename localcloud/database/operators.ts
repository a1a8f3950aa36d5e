import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { comparisonExpressions } from './expressions/comparison'
import { datePartExpressions } from './expressions/date-parts'
import { dateTextExpressions } from './expressions/date-text'
import { groupAccumulators } from './expressions/groups'
import { listExpressions } from './expressions/lists'
import { numberExpressions } from './expressions/numbers'
import { textExpressions } from './expressions/text'
import { geoOperators } from './geo/geo-operators'
import { comparisonMatches } from './match/comparison'
import { listMatches } from './match/lists'
import { logicMatches } from './match/logic'

/** All operators the query engine knows: mingo's, with our own in place of those that differ from MongoDB. */
export const OPERATORS = {
  accumulator: { ...accumulator, ...groupAccumulators },
  expression: {
    ...expression,
    ...comparisonExpressions,
    ...numberExpressions,
    ...listExpressions,
    ...textExpressions,
    ...datePartExpressions,
    ...dateTextExpressions,
  },
  pipeline,
  projection,
  query: { ...query, ...comparisonMatches, ...listMatches, ...logicMatches, ...geoOperators },
  window,
}
