import { copy } from '../values'
import { type Field, fieldAt } from './field'
import { refusal, type UpdateOperator } from './operator'

export const $set: UpdateOperator = (field, value) => field.set(copy(value))

export const $unset: UpdateOperator = (field) => field.remove()

const throughList = (field: Field): boolean => {
  const segments = field.path.split('.')
  return segments.some(
    (_, at) => at > 0 && Array.isArray(fieldAt(field.document, segments.slice(0, at).join('.')).get()),
  )
}

export const $rename: UpdateOperator = (field, target) => {
  if (typeof target !== 'string') throw refusal(`The 'to' field of $rename must be a string`)
  const to = fieldAt(field.document, target)
  if (throughList(field) || throughList(to)) throw refusal('$rename cannot go through an array element')
  const value = field.get()
  if (value === undefined) return
  field.remove()
  to.set(value)
}
