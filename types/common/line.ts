/** A centre and everything above it, the district first: whose roles and rules reach it. Read off its id. */
export const lineOf = (centreId: string): readonly string[] =>
  centreId.split('.').map((_, depth, segments) => segments.slice(0, depth + 1).join('.'))
