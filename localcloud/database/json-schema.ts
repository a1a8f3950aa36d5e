import { CloudError } from '../cloud-error'
import { sameValue } from './compare'
import { type Fields, isFields } from './values'

type Test = (value: unknown) => boolean

const TYPES: Record<string, Test> = {
  object: isFields,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  date: (value) => value instanceof Date,
  number: (value) => typeof value === 'number',
  double: (value) => typeof value === 'number',
  int: Number.isInteger,
  long: Number.isInteger,
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const typeTest = (names: unknown): Test => {
  const tests = list(names).map((name) => TYPES[String(name)])
  if (tests.includes(undefined)) {
    throw new CloudError('LOCALCLOUD.UNSUPPORTED', `$jsonSchema: the type ${String(names)} is not supported`)
  }
  return (value) => tests.some((test) => test?.(value))
}

const ifNumber =
  (test: (value: number) => boolean): Test =>
  (value) =>
    typeof value !== 'number' || test(value)

const ifText =
  (test: (value: string) => boolean): Test =>
  (value) =>
    typeof value !== 'string' || test(value)

const ifList =
  (test: (value: unknown[]) => boolean): Test =>
  (value) =>
    !Array.isArray(value) || test(value)

const ifFields =
  (test: (value: Fields) => boolean): Test =>
  (value) =>
    !isFields(value) || test(value)

const propertiesTest = (properties: unknown): Test => {
  const tests = Object.entries(isFields(properties) ? properties : {}).map(
    ([name, schema]) => [name, schemaTest(schema)] as const,
  )
  return (value) =>
    !isFields(value) || tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value[name]))
}

const KEYWORDS: Record<string, (argument: unknown) => Test> = {
  bsonType: typeTest,
  type: typeTest,
  required: (names) => (value) =>
    !isFields(value) || list(names).every((name) => Object.hasOwn(value, String(name))),
  properties: propertiesTest,
  enum: (values) => (value) => list(values).some((one) => sameValue(one, value)),
  minimum: (least) => ifNumber((value) => value >= Number(least)),
  maximum: (most) => ifNumber((value) => value <= Number(most)),
  minLength: (least) => ifText((value) => [...value].length >= Number(least)),
  maxLength: (most) => ifText((value) => [...value].length <= Number(most)),
  pattern: (pattern) => ifText((value) => new RegExp(String(pattern)).test(value)),
  multipleOf: (step) => ifNumber((value) => value % Number(step) === 0),
  minItems: (least) => ifList((value) => value.length >= Number(least)),
  maxItems: (most) => ifList((value) => value.length <= Number(most)),
  uniqueItems: (unique) =>
    ifList(
      (value) =>
        !unique || value.every((item, at) => !value.slice(0, at).some((one) => sameValue(one, item))),
    ),
  minProperties: (least) => ifFields((value) => Object.keys(value).length >= Number(least)),
  maxProperties: (most) => ifFields((value) => Object.keys(value).length <= Number(most)),
  items: (schema) => {
    const test = schemaTest(schema)
    return ifList((value) => value.every(test))
  },
  allOf: (schemas) => every(list(schemas).map(schemaTest)),
  anyOf: (schemas) => {
    const tests = list(schemas).map(schemaTest)
    return (value) => tests.some((test) => test(value))
  },
  oneOf: (schemas) => {
    const tests = list(schemas).map(schemaTest)
    return (value) => tests.filter((test) => test(value)).length === 1
  },
  not: (schema) => {
    const test = schemaTest(schema)
    return (value) => !test(value)
  },
}

const NOTES = new Set(['title', 'description'])

const every =
  (tests: Test[]): Test =>
  (value) =>
    tests.every((test) => test(value))

/** Reads a schema of `$jsonSchema` into a test; keywords that are not known here are refused. */
export const schemaTest = (schema: unknown): Test => {
  const fields: Fields = isFields(schema) ? schema : {}
  const keywords = Object.entries(fields).filter(([name]) => !NOTES.has(name))
  return every(
    keywords.map(([name, argument]) => {
      const keyword = KEYWORDS[name]
      if (keyword) return keyword(argument)
      throw new CloudError('LOCALCLOUD.UNSUPPORTED', `$jsonSchema: ${name} is not supported`)
    }),
  )
}
