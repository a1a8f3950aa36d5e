import { sameValue } from '../compare'
import { readSort, sorted } from '../sort'
import { copy, isFields } from '../values'
import { arrayIn, refusal, typeName, type UpdateOperator } from './operator'

interface Pushed {
  each: unknown[]
  position: number
  slice: number | undefined
  sort: unknown
}

const MODIFIERS = ['$each', '$position', '$slice', '$sort']

const whole = (value: unknown, name: string): number | undefined => {
  if (value === undefined || (typeof value === 'number' && Number.isInteger(value))) return value
  throw refusal(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
}

const readPush = (argument: unknown): Pushed => {
  if (!isFields(argument) || !('$each' in argument)) {
    return { each: [argument], position: Number.POSITIVE_INFINITY, slice: undefined, sort: undefined }
  }
  const unknown = Object.keys(argument).find((name) => !MODIFIERS.includes(name))
  if (unknown) throw refusal(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray(argument.$each)) throw refusal('The argument to $each in $push must be an array')
  return {
    each: argument.$each,
    position: whole(argument.$position, '$position') ?? Number.POSITIVE_INFINITY,
    slice: whole(argument.$slice, '$slice'),
    sort: argument.$sort,
  }
}

const inOrder = (items: unknown[], sort: unknown): unknown[] => {
  if (sort === undefined) return items
  if (sort === 1 || sort === -1) return sorted(items, [['item', sort]], (item) => ({ item }))
  return sorted(items, readSort(sort), (item) => item)
}

export const $push: UpdateOperator = (field, argument) => {
  const { each, position, slice, sort } = readPush(argument)
  const items = [...(arrayIn(field) ?? [])]
  items.splice(position, 0, ...each.map(copy))
  const ordered = inOrder(items, sort)
  if (slice === undefined) field.set(ordered)
  else field.set(slice < 0 ? ordered.slice(slice) : ordered.slice(0, slice))
}

export const $addToSet: UpdateOperator = (field, argument) => {
  const each = isFields(argument) && '$each' in argument ? argument.$each : [argument]
  if (!Array.isArray(each)) throw refusal('The argument to $each in $addToSet must be an array')
  const items = [...(arrayIn(field) ?? [])]
  for (const item of each) if (!items.some((known) => sameValue(known, item))) items.push(copy(item))
  field.set(items)
}
