import { compareValues } from '../compare'
import { copy, isFields } from '../values'
import type { Field } from './field'
import { refusal, typeName, type UpdateOperator } from './operator'

const numberIn = (field: Field, operator: string): number | undefined => {
  const value = field.get()
  if (value === undefined || typeof value === 'number') return value
  throw refusal(
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${field.document._id}} has the field '${field.path}' of non-numeric type ${typeName(value)}`,
  )
}

const amount = (argument: unknown, operator: string): number => {
  if (typeof argument === 'number') return argument
  throw refusal(`Cannot ${operator} with non-numeric argument of type ${typeName(argument)}`)
}

export const $inc: UpdateOperator = (field, argument) => {
  const by = amount(argument, '$inc')
  field.set((numberIn(field, '$inc') ?? 0) + by)
}

export const $mul: UpdateOperator = (field, argument) => {
  const by = amount(argument, '$mul')
  field.set((numberIn(field, '$mul') ?? 0) * by)
}

export const $min: UpdateOperator = (field, argument) => {
  const value = field.get()
  if (value === undefined || compareValues(argument, value) < 0) field.set(copy(argument))
}

export const $max: UpdateOperator = (field, argument) => {
  const value = field.get()
  if (value === undefined || compareValues(argument, value) > 0) field.set(copy(argument))
}

const BITS: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

export const $bit: UpdateOperator = (field, argument) => {
  const value = numberIn(field, '$bit') ?? 0
  if (!isFields(argument) || Object.keys(argument).length === 0)
    throw refusal('$bit needs {and|or|xor: number}')
  let bits = value
  for (const [name, operand] of Object.entries(argument)) {
    const operation = BITS[name]
    if (!operation || !Number.isInteger(operand) || !Number.isInteger(bits)) {
      throw refusal(`$bit ${name} works on integers only`)
    }
    bits = Number(operation(BigInt(bits), BigInt(Number(operand))))
  }
  field.set(bits)
}
