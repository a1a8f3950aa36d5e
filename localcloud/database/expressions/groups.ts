import { ordered } from '../order'
import { type Evaluation, valuesOf } from './expression'

type Accumulation = [documents: unknown[], argument: Evaluation[1], options: Evaluation[2]]

const $push = (...[documents, argument, options]: Accumulation): unknown[] =>
  valuesOf(documents, argument, options).filter((value) => value !== undefined)

const $addToSet = (...accumulation: Accumulation): unknown[] => [
  ...new Map($push(...accumulation).map((value) => [ordered(value).toString('latin1'), value])).values(),
]

/** Accumulators that gather values. A missing field adds nothing to them; in mingo it adds null. */
export const groupAccumulators = { $push, $addToSet }
