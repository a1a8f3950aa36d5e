import { Context, ProcessingMode } from 'mingo/core'
import { Iterator } from 'mingo/lazy'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { CloudError } from '../cloud-error'
import { schemaTest } from './json-schema'
import { OPERATORS } from './operators'
import { checkOperators } from './supported'
import { type Fields, isFields } from './values'

const CONTEXT = Context.init(OPERATORS)

/** Options for mingo: no scripts; `variables` are what `$$name` stands for in a sub-pipeline. */
export const mingoOptions = (variables: Fields = {}, context: Context = CONTEXT): Options => ({
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  jsonSchemaValidator: schemaTest,
  variables,
  context,
})

type PipelineOperators = Parameters<Context['addPipelineOps']>[0]

/** A pipeline stage for mingo, whose own type of it cannot be written down (an intersection of all its stages). */
export const stage =
  (run: (documents: Iterator, argument: unknown, options: Options) => Iterator) =>
  (documents: unknown, argument: unknown, options: Options): Iterator => {
    if (!(documents instanceof Iterator)) throw new TypeError('a stage reads documents')
    return run(documents, argument, options)
  }

/** The context with some stages replaced. */
export const withStages = (stages: PipelineOperators): Context =>
  Context.init({ ...OPERATORS, pipeline: { ...OPERATORS.pipeline, ...stages } })

/** Runs mingo; what it rejects is the request's fault (DATABASE_REQUEST_FAILED). */
export const evaluate = <T>(run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw new CloudError('DATABASE_REQUEST_FAILED', error instanceof Error ? error.message : String(error))
  }
}

/** A filter as a test of documents; refuses operators that do not exist here. */
export const matcher = (filter: Fields, options: Options): ((document: unknown) => boolean) => {
  checkOperators(filter)
  const compiled = evaluate(() => new Query(filter, options))
  return (document) => evaluate(() => isFields(document) && compiled.test(document))
}
