import { lists } from '../../cloud/rooms'
import { useFound } from '../../cloud/use-found'
import type { Reading } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import type { ProjectRow } from './rows'

type Found = Reading<ProjectRow> & { readonly absent: boolean }

/** A project of any state by its id: drafts and published first, the past only when it is in neither. */
export function useProject(centreId: string, projectId: string): Found {
  const isIt = (row: ProjectRow) => row.id === projectId
  const draft = useFound(useReadPages(lists.projects, { centreId, state: 'draft' }), isIt)
  const published = useFound(
    useReadPages(lists.projects, draft.absent ? { centreId, state: 'published' } : undefined),
    isIt,
  )
  const done = useFound(
    useReadPages(lists.projects, published.absent ? { centreId, state: 'done' } : undefined),
    isIt,
  )
  const cancelled = useFound(
    useReadPages(lists.projects, done.absent ? { centreId, state: 'cancelled' } : undefined),
    isIt,
  )
  if (!draft.absent) return draft
  if (!published.absent) return published
  return done.absent ? cancelled : done
}
