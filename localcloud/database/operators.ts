import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { expressionOperators } from './expression-operators'
import { geoOperators } from './geo/geo-operators'
import { matchOperators } from './match-operators'

/** All operators the query engine knows: mingo's, with our own in place of those that differ from MongoDB. */
export const OPERATORS = {
  accumulator,
  expression: { ...expression, ...expressionOperators },
  pipeline,
  projection,
  query: { ...query, ...matchOperators, ...geoOperators },
  window,
}
