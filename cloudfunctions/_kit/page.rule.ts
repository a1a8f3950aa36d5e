/** Rows of one page of a list. */
export const pageSize = 20

/**
 * One page of rows that were fetched with a limit of `pageSize + 1`: the row too many says that another page follows.
 * `next` is the `order` of the last row shown, where the following page begins.
 */
export const pageOf = <Row extends { readonly order: string }>(
  fetched: readonly Row[],
): { readonly rows: readonly Row[]; readonly next?: string } => {
  const rows = fetched.slice(0, pageSize)
  const last = rows.at(-1)
  return fetched.length > pageSize && last ? { rows, next: last.order } : { rows }
}
