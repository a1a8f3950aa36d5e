import { lists } from '../../cloud/rooms'
import type { Reading } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import type { ProjectRow } from './rows'
import { useFound } from './use-found'

type Found = Reading<ProjectRow> & { readonly absent: boolean }

/** A project of any state by its id: drafts and published first, the past only when it is in neither. */
export function useProject(centreId: string, projectId: string): Found {
  const draft = useFound(useReadPages(lists.projects, { centreId, state: 'draft' }), projectId)
  const published = useFound(
    useReadPages(lists.projects, draft.absent ? { centreId, state: 'published' } : undefined),
    projectId,
  )
  const done = useFound(
    useReadPages(lists.projects, published.absent ? { centreId, state: 'done' } : undefined),
    projectId,
  )
  const cancelled = useFound(
    useReadPages(lists.projects, done.absent ? { centreId, state: 'cancelled' } : undefined),
    projectId,
  )
  if (!draft.absent) return draft
  if (!published.absent) return published
  return done.absent ? cancelled : done
}
