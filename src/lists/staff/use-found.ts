import { useEffect } from 'react'
import type { Reading } from '../../cloud/use-read'
import type { PagedReading } from '../../cloud/use-read-pages'

/** One row of a paged list by its id: the list is usually cached already; pages are read on until it turns up. */
export function useFound<Row extends { readonly id: string }>(
  pages: Pick<PagedReading<Row>, keyof Reading<unknown> | 'more' | 'loadingMore'>,
  id: string,
): Reading<Row> & { readonly absent: boolean } {
  const found = pages.data?.find((row) => row.id === id)
  const { more, loadingMore } = pages
  useEffect(() => {
    if (!found && more && !loadingMore) void more()
  }, [found, more, loadingMore])
  return { ...pages, data: found, absent: pages.data !== undefined && !found && !more && !loadingMore }
}
