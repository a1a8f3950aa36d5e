import type { Instant } from '../../types/common/time'
import type { Documents } from './collections'
import { list, table } from './table'

/** One thing that is kept about a person, as they read it in the export of their own data. */
export interface OwnRow {
  /** 说过的需求, 报名, 兑换… */
  readonly what: string
  readonly at: Instant
  readonly text: string
}

/** More rows than a person ever has in one list. */
const mostRows = 1000

type WithEntries = 'projects' | 'shifts'

/** Rows somebody stands in, newest first: some fields of each, and of its entries only theirs. One request. */
export const rowsWithOwn = <N extends WithEntries, F extends keyof Documents[N] & string>(
  name: N,
  openid: string,
  fields: readonly F[],
): Promise<(Pick<Documents[N], F> & { readonly own: Documents[N]['entries'] })[]> =>
  list(
    table(name)
      .aggregate()
      .match({ 'entries.who': openid })
      .sort({ order: -1 })
      .limit(mostRows)
      .project({
        ...Object.fromEntries(fields.map((field) => [field, 1])),
        own: {
          $filter: { input: '$entries', as: 'entry', cond: { $eq: ['$$entry.who', { $literal: openid }] } },
        },
      }),
  )
