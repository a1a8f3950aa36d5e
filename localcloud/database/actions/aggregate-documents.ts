import { CloudError } from '../../cloud-error'
import { pipelineRunner } from '../pipeline'
import { type Action, collectionOf, type Params, type Session } from '../session'
import { type Fields, isFields } from '../values'
import { decode, encode } from '../wire'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 10_000

const readStages = (stages: unknown, now: number): Fields[] => {
  if (!Array.isArray(stages)) throw new CloudError('INVALID_PARAM', 'stages must be an array')
  return stages.map((stage) => {
    if (!isFields(stage) || typeof stage.stageKey !== 'string') {
      throw new CloudError('INVALID_PARAM', 'a stage needs stageKey and stageValue')
    }
    return { [stage.stageKey]: decode(stage.stageValue, now) }
  })
}

const run = (session: Session, params: Params): string[] => {
  const collection = collectionOf(session, params)
  const stages = readStages(params.stages, session.now)
  const limit = stages.some((stage) => '$limit' in stage) ? MAX_LIMIT : DEFAULT_LIMIT
  const list = pipelineRunner(session)(collection, [...stages, { $limit: limit }], {}).map(encode)
  session.meter.returned += list.length
  return list
}

/** `database.aggregateDocuments`: the result of a pipeline; 20 documents when it sets no limit itself. */
export const aggregateDocuments: Action = (session, params) => ({
  body: { data: { list: run(session, params) } },
})

/** `database.aggregate`: the same for older SDKs (node-sdk 2.1), which read the list as one text. */
export const aggregate: Action = (session, params) => ({
  body: { data: { list: JSON.stringify(run(session, params)) } },
})
