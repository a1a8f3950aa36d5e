import { type Fields, isFields } from '../values'

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})

const lists = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const group = (spec: unknown): Fields[] => {
  const { _id, ...fields } = fieldsOf(spec)
  return [{ $group: { _id: { $ifNull: [_id, null] }, ...fields } }]
}

const count = (name: unknown): Fields[] => [
  ...group({ _id: null, [String(name)]: { $sum: 1 } }),
  { $project: { _id: 0 } },
]

const bucket = (spec: unknown): Fields[] => {
  const { groupBy, boundaries, output = { count: { $sum: 1 } }, ...rest } = fieldsOf(spec)
  const lower = lists(boundaries).slice(0, -1)
  const branches = lower.map((from, at) => {
    const to = lists(boundaries)[at + 1]
    const inside = { $and: [{ $gte: [groupBy, { $literal: from }] }, { $lt: [groupBy, { $literal: to }] }] }
    return Object.fromEntries([
      ['case', inside],
      ['then', { $literal: from }],
    ])
  })
  const otherwise = 'default' in rest ? { default: { $literal: rest.default } } : {}
  return [
    ...group({ _id: { $switch: { branches, ...otherwise } }, ...fieldsOf(output) }),
    { $sort: { _id: 1 } },
  ]
}

const facet = (spec: unknown): Fields[] => {
  const pipelines = Object.entries(fieldsOf(spec))
  return [
    {
      $facet: Object.fromEntries(
        pipelines.map(([name, stages]) => [name, rewritten(lists(stages).filter(isFields))]),
      ),
    },
  ]
}

const geoNear = (spec: unknown): Fields[] => {
  const { query } = fieldsOf(spec)
  return isFields(query) ? [{ $match: query }, { $geoNear: spec }] : [{ $geoNear: spec }]
}

const REWRITES: Record<string, (spec: unknown) => Fields[]> = {
  $group: group,
  $count: count,
  $bucket: bucket,
  $facet: facet,
  $geoNear: geoNear,
}

/**
 * Puts some stages into terms of others, as MongoDB's own definitions of them do: a group by nothing is the group
 * of null, nothing counted is no document, a bucket is a group by a switch.
 */
export const rewritten = (stages: Fields[]): Fields[] =>
  stages.flatMap((stage) => {
    const [[name, spec] = ['', undefined]] = Object.entries(stage)
    return REWRITES[name]?.(spec) ?? [stage]
  })
