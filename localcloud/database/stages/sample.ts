import { randomInt } from 'node:crypto'
import { type Iterator, Lazy } from 'mingo/lazy'
import { isFields } from '../values'

const drawn = (all: unknown[], size: number): unknown[] => {
  const left = [...all]
  return Array.from({ length: Math.min(size, all.length) }, () =>
    left.splice(randomInt(left.length), 1),
  ).flat()
}

/** `$sample`: so many documents by chance, each at most once, which mingo's does not promise. */
export const sample = (documents: Iterator, spec: unknown): Iterator =>
  documents.transform((all: unknown[]) => Lazy(drawn(all, isFields(spec) ? Number(spec.size) : 0)))
