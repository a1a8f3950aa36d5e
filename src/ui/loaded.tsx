import type { ReactNode } from 'react'
import type { Reading } from '../cloud/use-read'
import { EmptyState } from './empty-state'
import { RefusalNotice } from './refusal-notice'
import { Skeleton } from './skeleton'

interface LoadedProps<Data> {
  reading: Reading<Data>
  /** How many rows the skeleton stands for. */
  rows?: number
  children: (data: Data) => ReactNode
}

/** Shows what was read; until then a skeleton after 300 ms, or why it cannot be read and what to do. */
export function Loaded<Data>({ reading, rows = 3, children }: LoadedProps<Data>) {
  const { data, slow, refusal, offline, refresh } = reading
  const again = () => void refresh()
  if (data !== undefined) return <>{children(data)}</>
  if (offline)
    return <EmptyState why="现在没有网络,连上后会自动显示" action={{ text: '再试一次', onTap: again }} />
  if (refusal) return <RefusalNotice refusal={refusal} again={again} />
  return slow ? <Skeleton rows={rows} /> : null
}
