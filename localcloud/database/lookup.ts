import { evalExpr } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import { CloudError } from '../cloud-error'
import { reach } from './match/reach'
import { mingoOptions } from './mingo'
import type { RunPipeline } from './pipeline'
import { collectionOf, type Session } from './session'
import { fieldAt } from './update/field'
import { type Fields, isFields } from './values'

interface Join {
  from: string
  as: string
  localField: string | undefined
  foreignField: string | undefined
  bindings: Fields
  pipeline: Fields[]
}

const refusal = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

const text = (value: unknown, name: string): string => {
  if (typeof value === 'string' && value !== '') return value
  throw refusal(`$lookup needs ${name}`)
}

const readJoin = (spec: unknown): Join => {
  if (!isFields(spec)) throw refusal('$lookup needs an object')
  const { localField, foreignField, let: bindings = {}, pipeline } = spec
  const byField = localField !== undefined || foreignField !== undefined
  if (!byField && pipeline === undefined)
    throw refusal('$lookup needs localField and foreignField, or a pipeline')
  if (!isFields(bindings)) throw refusal('$lookup: let needs an object')
  if (pipeline !== undefined && !Array.isArray(pipeline)) throw refusal('$lookup: pipeline needs an array')
  return {
    from: text(spec.from, 'from'),
    as: text(spec.as, 'as'),
    localField: byField ? text(localField, 'localField') : undefined,
    foreignField: byField ? text(foreignField, 'foreignField') : undefined,
    bindings,
    pipeline: (pipeline ?? []).filter(isFields),
  }
}

// A local array stands for its items; a missing field for null.
const localValues = (document: unknown, path: string): unknown[] =>
  reach(document, path.split('.'))
    .filter((value) => !Array.isArray(value))
    .map((value) => value ?? null)

const joinOne = (
  session: Session,
  run: RunPipeline,
  join: Join,
  variables: Fields,
  document: Fields,
): Fields => {
  const { localField, foreignField, bindings, pipeline } = join
  const bound = evalExpr(document, bindings, mingoOptions(variables))
  const head =
    localField && foreignField
      ? [{ $match: { [foreignField]: { $in: localValues(document, localField) } } }]
      : []
  const collection = collectionOf(session, { collectionName: join.from })
  const joined = run(collection, [...head, ...pipeline], { ...variables, ...(isFields(bound) ? bound : {}) })
  const result = { ...document }
  fieldAt(result, join.as).set(joined)
  return result
}

/**
 * `$lookup` through the planner, once per document: mingo's own would read the whole foreign collection. A foreign
 * collection that does not exist is refused.
 */
export const lookup =
  (session: Session, run: RunPipeline, variables: Fields) =>
  (documents: Iterator, spec: unknown): Iterator => {
    const join = readJoin(spec)
    collectionOf(session, { collectionName: join.from })
    return documents.map((document: Fields) => joinOne(session, run, join, variables, document))
  }
