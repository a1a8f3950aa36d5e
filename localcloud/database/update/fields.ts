import { copy } from '../values'
import { fieldAt } from './field'
import { refusal, type UpdateOperator } from './operator'

export const $set: UpdateOperator = (field, value) => field.set(copy(value))

export const $unset: UpdateOperator = (field) => field.remove()

export const $rename: UpdateOperator = (field, target) => {
  if (typeof target !== 'string') throw refusal(`The 'to' field of $rename must be a string`)
  const value = field.get()
  if (value === undefined) return
  field.remove()
  fieldAt(field.document, target).set(value)
}
