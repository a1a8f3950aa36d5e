import { Aggregator } from 'mingo/aggregator'
import { Lazy } from 'mingo/lazy'
import type { Collection } from './catalog'
import { find } from './find'
import { lookup } from './lookup'
import { evaluate, mingoOptions, stage, withStages } from './mingo'
import type { Sort } from './planner'
import type { Session } from './session'
import { readSort, sorted } from './sort'
import { addFields } from './stages/add-fields'
import { checkStages } from './stages/check'
import { geoNear } from './stages/geo-near'
import { rewritten } from './stages/rewrite'
import { sample } from './stages/sample'
import { type Fields, isFields } from './values'

/** Runs a pipeline on a collection; `variables` are what an enclosing `$lookup` handed in by `let`. */
export type RunPipeline = (collection: Collection, stages: Fields[], variables: Fields) => Fields[]

interface Head {
  filter: Fields
  sort: Sort
  skip: number
  limit: number
  rest: Fields[]
}

/** Takes off the front of a pipeline what a search can do through an index: match, sort, skip, limit. */
const headOf = (stages: Fields[]): Head => {
  const rest = [...stages]
  const filters: Fields[] = []
  for (let match = rest[0]?.$match; isFields(match); match = rest[0]?.$match) {
    filters.push(match)
    rest.shift()
  }
  const sort = rest[0] && '$sort' in rest[0] ? readSort(rest.shift()?.$sort) : []
  const skip = typeof rest[0]?.$skip === 'number' ? Number(rest.shift()?.$skip) : 0
  const limit = typeof rest[0]?.$limit === 'number' ? Number(rest.shift()?.$limit) : Number.POSITIVE_INFINITY
  const [only = {}, ...others] = filters
  return { filter: others.length > 0 ? { $and: filters } : only, sort, skip, limit, rest }
}

const $sort = stage((documents, order) => {
  const sort = readSort(order)
  return documents.transform((all: unknown[]) => Lazy(sorted(all, sort, (document) => document)))
})

const OWN_STAGES = {
  $sort,
  $addFields: stage(addFields),
  $set: stage(addFields),
  $sample: stage(sample),
  $geoNear: stage(geoNear),
}

/** How a request runs pipelines: the front through the planner, `$lookup` too, the rest by mingo. */
export const pipelineRunner = (session: Session): RunPipeline => {
  const run: RunPipeline = (collection, stages, variables) => {
    checkStages(stages)
    const { rest, ...search } = headOf(rewritten(stages))
    const context = withStages({ ...OWN_STAGES, $lookup: stage(lookup(session, run, variables)) })
    const options = mingoOptions(variables, context)
    const documents = find(session, collection, { ...search, options }, session.meter)
    return evaluate(() =>
      new Aggregator(rest, options).run<Fields>(documents.map(({ document }) => document)),
    )
  }
  return run
}
