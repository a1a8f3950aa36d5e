import type { Answer } from '../harness/town'

/** `done`, or the code somebody was refused with. */
export const codeOf = ({ reply }: Answer<unknown>): string => (reply.ok ? 'done' : reply.code)

/** How often each answer was given. */
export const tally = (answers: readonly Answer<unknown>[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const answer of answers) counts[codeOf(answer)] = (counts[codeOf(answer)] ?? 0) + 1
  return counts
}
