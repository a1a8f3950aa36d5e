import { evalExpr, ProcessingMode } from 'mingo/core'
import { CloudError } from '../../cloud-error'

/** What mingo hands to an operator: the document (or a group's documents), the operator's argument, its options. */
export type Evaluation = Parameters<typeof evalExpr>

/** One operator of the aggregation's expressions. */
export type ExpressionOperator = (...evaluation: Evaluation) => unknown

/** The refusal of an expression that MongoDB would refuse. */
export const refusal = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

/** An operator's operands, each evaluated by itself, so that a missing field stays undefined and is told from null. */
export const operands = (...[document, argument, options]: Evaluation): unknown[] =>
  (Array.isArray(argument) ? argument : [argument]).map((each) => evalExpr(document, each, options))

/** True for null and for a missing field. */
export const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined

const ENGINE = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
}

/** An expression's values over a group's documents, each as its own root. */
export const valuesOf = (
  documents: unknown[],
  ...[argument, options]: [Evaluation[1], Evaluation[2]]
): unknown[] => {
  const { context, variables } = options
  const own = { ...ENGINE, context, ...(variables ? { variables } : {}) }
  return documents.map((document) => evalExpr(document, argument, own))
}
