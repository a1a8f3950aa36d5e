import type { Options } from 'mingo/types'
import { CloudError } from '../../cloud-error'
import { reach } from './reach'

export type Predicate = (document: unknown) => boolean

/** One operator of a filter, for the field `selector`; throws at once what MongoDB would refuse to compile. */
export type MatchOperator = (selector: string, value: unknown, options: Options) => Predicate

/** The refusal of a filter that MongoDB would refuse. */
export const refusal = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

/** True when one of the values that a condition is held against passes. */
export const onSome =
  (test: (value: unknown, wanted: unknown) => boolean): MatchOperator =>
  (selector, wanted) => {
    const segments = selector.split('.')
    return (document) => reach(document, segments).some((value) => test(value, wanted))
  }
