import { sameValue } from '../compare'
import { matcher, mingoOptions } from '../mingo'
import { isFields } from '../values'
import { arrayIn, refusal, type UpdateOperator } from './operator'

const itemTest = (condition: unknown): ((item: unknown) => boolean) => {
  if (condition instanceof RegExp) return (item) => typeof item === 'string' && condition.test(item)
  if (!isFields(condition)) return (item) => sameValue(item, condition)
  if (Object.keys(condition).some((key) => key.startsWith('$'))) {
    const test = matcher({ item: condition }, mingoOptions())
    return (item) => test({ item })
  }
  const test = matcher(condition, mingoOptions())
  return (item) => isFields(item) && test(item)
}

export const $pull: UpdateOperator = (field, condition) => {
  const items = arrayIn(field)
  const test = itemTest(condition)
  if (items?.some(test)) field.set(items.filter((item) => !test(item)))
}

export const $pullAll: UpdateOperator = (field, values) => {
  if (!Array.isArray(values)) throw refusal('$pullAll requires an array argument')
  const items = arrayIn(field)
  if (items) field.set(items.filter((item) => !values.some((value) => sameValue(item, value))))
}

export const $pop: UpdateOperator = (field, end) => {
  if (end !== 1 && end !== -1) throw refusal('$pop expects 1 or -1')
  const items = arrayIn(field)
  if (items) field.set(end === 1 ? items.slice(0, -1) : items.slice(1))
}
