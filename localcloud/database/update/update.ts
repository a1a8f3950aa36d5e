import { CloudError } from '../../cloud-error'
import { copyDocument, type Doc, type Fields, isFields } from '../values'
import { checkNames } from '../wire'
import { fieldAt } from './field'
import { $rename, $set, $unset } from './fields'
import { $bit, $inc, $max, $min, $mul } from './numbers'
import { refusal, type UpdateOperator } from './operator'
import { placed } from './positions'
import { $pop, $pull, $pullAll } from './pull'
import { $addToSet, $push } from './push'

const OPERATORS: Record<string, UpdateOperator> = {
  $set,
  $unset,
  $rename,
  $inc,
  $mul,
  $min,
  $max,
  $bit,
  $push,
  $addToSet,
  $pop,
  $pull,
  $pullAll,
}

// What these store must have storable names; the others hold conditions or modifiers.
const STORING = new Set(['$set', '$min', '$max'])

const contentOf = (argument: unknown): unknown =>
  isFields(argument) && '$each' in argument ? argument.$each : argument

const checkContent = (name: string, argument: unknown): void => {
  if (STORING.has(name)) checkNames(argument)
  if (name === '$push' || name === '$addToSet') checkNames(contentOf(argument))
}

const checkPath = (path: string): void => {
  if (path === '_id' || path.startsWith('_id.')) {
    throw refusal(`Performing an update on the path '${path}' would modify the immutable field '_id'`)
  }
  const segments = path.split('.')
  if (segments.some((segment) => segment === '')) throw refusal(`The update path '${path}' has an empty name`)
  const [, identifier] = /\.\$\[([^\]]+)\]/.exec(path) ?? []
  if (identifier) throw refusal(`No array filter found for identifier '${identifier}' in path '${path}'`)
  const names = segments.filter((segment, at) => at === 0 || !/^\$(\[\])?$/.test(segment))
  if (names.some((segment) => segment.startsWith('$') || segment === '__proto__')) {
    throw refusal(`The dollar ($) prefixed field in '${path}' is not valid for storage.`)
  }
}

const checkConflicts = (paths: string[]): void => {
  const sortedPaths = [...paths].sort()
  for (const [at, path] of sortedPaths.entries()) {
    const clash = sortedPaths.slice(at + 1).find((other) => other === path || other.startsWith(`${path}.`))
    if (clash) throw refusal(`Updating the path '${clash}' would create a conflict at '${path}'`)
  }
}

interface Step {
  operator: UpdateOperator
  path: string
  argument: unknown
}

const stepsOf = (modifier: Fields): Step[] =>
  Object.entries(modifier).flatMap(([name, fields]) => {
    const operator = OPERATORS[name]
    if (!operator) {
      if (name.startsWith('$')) throw new CloudError('LOCALCLOUD.UNSUPPORTED', `${name} is not supported`)
      throw refusal(`an update holds operators only, not the field '${name}'`)
    }
    if (!isFields(fields)) throw refusal(`Modifiers operate on fields but ${name} has none`)
    if (Object.keys(fields).length === 0)
      throw refusal(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`)
    return Object.entries(fields).map(([path, argument]) => {
      checkPath(path)
      if (name === '$rename' && typeof argument === 'string') checkPath(argument)
      checkContent(name, argument)
      return { operator, path, argument }
    })
  })

/**
 * Checks an update and answers how to carry it out on a document that `filter` found; the document handed in stays
 * as it is.
 */
export const updater = (modifier: Fields, filter: Fields): ((document: Doc) => Doc) => {
  const steps = stepsOf(modifier)
  const targets = Object.values(isFields(modifier.$rename) ? modifier.$rename : {}).map(String)
  checkConflicts([...steps.map(({ path }) => path), ...targets])
  return (document) => {
    const changed = copyDocument(document)
    for (const { operator, path, argument } of steps) {
      for (const place of placed(document, path, filter)) operator(fieldAt(changed, place), argument)
    }
    return changed
  }
}
