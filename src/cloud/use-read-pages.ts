import { useInfiniteQuery } from '@tanstack/react-query'
import { asRefusal } from './refusal'
import type { ReadAction } from './room'
import { type Reading, readKey, useSlow } from './use-read'

/** One answer of a list read page by page. */
interface RowsPage<Row> {
  rows: Row[]
  next?: string | undefined
}

/** A list read page by page; `more` is undefined at the end. */
export interface PagedReading<Row, Answer = RowsPage<Row>> extends Reading<readonly Row[]> {
  /** The first answer whole, for what stands beside the rows (counts). */
  readonly first: Answer | undefined
  readonly more: (() => Promise<unknown>) | undefined
  readonly loadingMore: boolean
}

/** Reads an action that answers `{ rows, next? }` and takes `after`: all pages so far as one list. */
export function useReadPages<Input extends { after?: string | undefined }, Answer extends RowsPage<unknown>>(
  action: ReadAction<Input, Answer>,
  input: Input | undefined,
): PagedReading<Answer['rows'][number], Answer> {
  const query = useInfiniteQuery({
    queryKey: [...readKey(action, input), 'pages'],
    enabled: input !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      action({ ...(input as Input), ...(pageParam !== undefined && { after: pageParam }) }),
    getNextPageParam: (page) => page.next,
  })
  return {
    first: query.data?.pages[0],
    data: query.data?.pages.flatMap((page) => page.rows),
    at: query.dataUpdatedAt || undefined,
    slow: useSlow(query.data === undefined && query.fetchStatus === 'fetching'),
    refusal: query.error ? asRefusal(query.error) : undefined,
    offline: query.fetchStatus === 'paused',
    refresh: () => query.refetch(),
    more: query.hasNextPage ? () => query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
  }
}
