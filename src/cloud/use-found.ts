import { useEffect } from 'react'
import type { Reading } from './use-read'
import type { PagedReading } from './use-read-pages'

/** One row of a paged list: the list is usually cached already; pages are read on until it turns up. */
export function useFound<Row>(
  pages: Pick<PagedReading<Row>, keyof Reading<unknown> | 'more' | 'loadingMore'>,
  isIt: (row: Row) => boolean,
): Reading<Row> & { readonly absent: boolean } {
  const found = pages.data?.find(isIt)
  const { more, loadingMore } = pages
  useEffect(() => {
    if (found === undefined && more && !loadingMore) void more()
  }, [found, more, loadingMore])
  return {
    ...pages,
    data: found,
    absent: pages.data !== undefined && found === undefined && !more && !loadingMore,
  }
}
