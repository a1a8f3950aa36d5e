import { CloudError } from '../../cloud-error'
import { compareValues } from '../compare'
import { OPERATORS } from '../operators'
import { checkOperators } from '../supported'
import { type Fields, isFields } from '../values'
import { readNearness } from './geo-near'

type Fault = string | undefined

const wholeFrom =
  (least: number, message: string) =>
  (value: unknown): Fault =>
    typeof value === 'number' && Number.isInteger(value) && value >= least ? undefined : message

const accumulates = (value: unknown): boolean => {
  const [name = '', ...others] = isFields(value) ? Object.keys(value) : []
  return others.length === 0 && name in OPERATORS.accumulator
}

const outputFault = (fields: Fields): Fault => {
  const [wrong] = Object.entries(fields).find(([, value]) => !accumulates(value)) ?? []
  return wrong && `The field '${wrong}' must be an accumulator object`
}

const groupFault = (spec: unknown): Fault => {
  if (!isFields(spec)) return "a group's fields must be specified in an object"
  const { _id, ...fields } = spec
  return '_id' in spec ? outputFault(fields) : 'a group specification must include an _id'
}

const bucketFault = (spec: unknown): Fault => {
  const { groupBy, boundaries, output } = isFields(spec) ? spec : {}
  if (groupBy === undefined || !Array.isArray(boundaries) || boundaries.length < 2) {
    return "$bucket requires 'groupBy' and at least 2 'boundaries'"
  }
  if (boundaries.some((value, at) => at > 0 && compareValues(boundaries[at - 1], value) >= 0)) {
    return "The 'boundaries' option to $bucket must be sorted"
  }
  return isFields(output) ? outputFault(output) : undefined
}

const countFault = (name: unknown): Fault =>
  typeof name === 'string' && /^[^$.][^.]*$/.test(name)
    ? undefined
    : 'the count field must be a non-empty name'

const unwindFault = (spec: unknown): Fault => {
  const path = isFields(spec) ? spec.path : spec
  return typeof path === 'string' && path.startsWith('$')
    ? undefined
    : "path option to $unwind stage should be prefixed with a '$'"
}

const projectFault = (spec: unknown): Fault =>
  isFields(spec) && Object.keys(spec).length > 0 ? undefined : '$project must output at least one field'

const sampleFault = (spec: unknown): Fault =>
  wholeFrom(
    0,
    'the size argument to $sample must be a non-negative integer',
  )(isFields(spec) ? spec.size : spec)

const geoNearFault = (spec: unknown): Fault => {
  readNearness(spec)
  return undefined
}

const FAULTS: Record<string, (spec: unknown) => Fault> = {
  $limit: wholeFrom(1, 'the limit must be positive'),
  $skip: wholeFrom(0, 'Argument to $skip cannot be negative'),
  $count: countFault,
  $group: groupFault,
  $bucket: bucketFault,
  $unwind: unwindFault,
  $project: projectFault,
  $sample: sampleFault,
  $geoNear: geoNearFault,
}

const innerPipelines = ({ $lookup, $facet }: Fields): unknown[] => [
  ...(isFields($lookup) ? [$lookup.pipeline] : []),
  ...(isFields($facet) ? Object.values($facet) : []),
]

/** Refuses, before anything is read, a pipeline that MongoDB would not begin. */
export const checkStages = (stages: Fields[]): void => {
  checkOperators(stages)
  for (const [at, stage] of stages.entries()) {
    const [[name, spec] = ['', undefined], ...others] = Object.entries(stage)
    const fault =
      name === '' || others.length > 0
        ? 'A pipeline stage specification object must contain exactly one field.'
        : FAULTS[name]?.(spec)
    if (fault) throw new CloudError('DATABASE_REQUEST_FAILED', fault)
    if (name === '$geoNear' && at > 0) {
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        '$geoNear is only valid as the first stage in a pipeline.',
      )
    }
    for (const inner of innerPipelines(stage)) if (Array.isArray(inner)) checkStages(inner.filter(isFields))
  }
}
