import { evalExpr } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import type { Options } from 'mingo/types'
import { type Fields, isFields } from '../values'

type Evaluate = (expression: unknown) => unknown

const isExpression = (spec: Fields): boolean => {
  const [first] = Object.keys(spec)
  return first === undefined || first.startsWith('$')
}

const changed = (value: unknown, path: string, spec: unknown, evaluate: Evaluate): unknown => {
  if (path !== '') return withFields(value, { [path]: spec }, evaluate)
  return isFields(spec) && !isExpression(spec) ? withFields(value, spec, evaluate) : evaluate(spec)
}

// Fields of objects in an array are set in each of them; what is no object becomes one.
const withFields = (target: unknown, spec: Fields, evaluate: Evaluate): unknown => {
  if (Array.isArray(target)) return target.map((item) => withFields(item, spec, evaluate))
  const result = isFields(target) ? { ...target } : {}
  for (const [path, each] of Object.entries(spec)) {
    const [name = '', ...rest] = path.split('.')
    const value = changed(result[name], rest.join('.'), each, evaluate)
    if (value === undefined) delete result[name]
    else result[name] = value
  }
  return result
}

/** `$addFields`: nested specifications and dotted paths reach into objects and arrays, which mingo's would replace. */
export const addFields = (documents: Iterator, spec: unknown, options: Options): Iterator =>
  documents.map((document: Fields) =>
    withFields(document, isFields(spec) ? spec : {}, (expression) => evalExpr(document, expression, options)),
  )
