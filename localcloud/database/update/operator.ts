import { CloudError } from '../../cloud-error'
import type { Field } from './field'

/** Changes one field as an update operator says; throws DATABASE_REQUEST_FAILED where MongoDB would. */
export type UpdateOperator = (field: Field, argument: unknown) => void

/** The refusal of an update that does not fit the document. */
export const refusal = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

/** The name of a value's type in MongoDB's messages. */
export const typeName = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (typeof value === 'boolean') return 'bool'
  return typeof value
}

/** The array in a field; undefined when there is no field; refuses any other value. */
export const arrayIn = (field: Field): unknown[] | undefined => {
  const value = field.get()
  if (value === undefined || Array.isArray(value)) return value
  throw refusal(
    `The field '${field.path}' must be an array but is of type ${typeName(value)} in document {_id: ${field.document._id}}`,
  )
}
