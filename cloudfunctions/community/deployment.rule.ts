import { createHash, timingSafeEqual } from 'node:crypto'

/** A shorter code could be guessed; it counts as none. */
const shortestCode = 8

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Whether the code somebody typed is the one the deployment was set up with. Takes the same time wherever they differ.
 * A deployment without a code, or with one of fewer than 8 characters, cannot be started.
 */
export const isStartCode = (typed: string, expected: string | undefined): boolean =>
  expected !== undefined &&
  expected.length >= shortestCode &&
  timingSafeEqual(digest(typed), digest(expected))
