import { Query } from 'mingo/query'
import { isFields } from '../values'
import { type MatchOperator, type Predicate, refusal } from './operator'

const combined =
  (name: string, combine: (tests: Predicate[], document: unknown) => boolean): MatchOperator =>
  (_selector, conditions, options) => {
    if (!Array.isArray(conditions) || conditions.length === 0)
      throw refusal(`${name} must be a nonempty array`)
    const tests = conditions.map((condition): Predicate => {
      const query = new Query(condition, options)
      return (document) => isFields(document) && query.test(document)
    })
    return (document) => combine(tests, document)
  }

const some = (tests: Predicate[], document: unknown): boolean => tests.some((test) => test(document))

/** Conditions joined; mingo takes an empty list, which MongoDB refuses. */
export const logicMatches = {
  $and: combined('$and', (tests, document) => tests.every((test) => test(document))),
  $or: combined('$or', some),
  $nor: combined('$nor', (tests, document) => !some(tests, document)),
}
