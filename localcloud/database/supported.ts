import { CloudError } from '../cloud-error'
import { OPERATORS } from './operators'
import { isFields } from './values'

const KNOWN = new Set(Object.values(OPERATORS).flatMap((operators) => Object.keys(operators)))
const ARGUMENTS = [
  '$options',
  '$geometry',
  '$centerSphere',
  '$minDistance',
  '$maxDistance',

  '$geoNear',
]
for (const name of ARGUMENTS) KNOWN.add(name)

// Scripts cannot run in the real cloud either; the others would need more than mingo gives.
const REFUSED = [
  '$where',
  '$function',
  '$accumulator',
  '$out',
  '$merge',
  '$graphLookup',
  '$unionWith',
  '$documents',
]
for (const name of REFUSED) KNOWN.delete(name)

const refuse = (name: string): never => {
  throw new CloudError('LOCALCLOUD.UNSUPPORTED', `${name} is not supported by the local cloud`)
}

/**
 * Refuses, before anything is read, every operator that the query engine lacks: text, scripts. Otherwise an
 * unknown operator over no documents would look like an honest empty answer.
 */
export const checkOperators = (value: unknown): void => {
  if (Array.isArray(value)) value.forEach(checkOperators)
  if (!isFields(value)) return
  for (const [name, item] of Object.entries(value)) {
    if (name.startsWith('$') && !KNOWN.has(name)) refuse(name)
    if (name === '$options' && /[^ims]/.test(String(item))) refuse(`the regular expression option ${item}`)
    if (name !== '$literal') checkOperators(item)
  }
}
