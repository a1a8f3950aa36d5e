import { command } from '../_kit/cloud'
import type { NeedDocument } from '../_kit/documents/lists'
import { type Change, table } from '../_kit/table'
import { fetchSize, olderThan } from './paging'

/** A need as lists show it: without what is sealed. */
export type ListedNeed = Omit<NeedDocument, 'personSealed' | 'addressSealed'>

const listed = { personSealed: false, addressSealed: false }

/** Inserts a need unless it is there already. */
export const claimNeed = (need: NeedDocument): Promise<boolean> => table('needs').claim(need)

/** A centre's needs in one state, newest first. */
export const findNeeds = (
  centreId: string,
  state: NeedDocument['state'],
  after: string | undefined,
): Promise<ListedNeed[]> =>
  table('needs').find(
    { centreId, state, ...olderThan(after) },
    { order: [['order', 'desc']], limit: fetchSize, fields: listed },
  )

/** What one resident asked for at a centre, newest first. */
export const findNeedsBy = (by: string, centreId: string, after: string | undefined): Promise<ListedNeed[]> =>
  table('needs').find(
    { by, centreId, ...olderThan(after) },
    { order: [['order', 'desc']], limit: fetchSize, fields: listed },
  )

/** One need of a centre. */
export const findNeed = async (centreId: string, needId: string): Promise<ListedNeed | undefined> => {
  const [need] = await table('needs').find({ _id: needId, centreId }, { limit: 1, fields: listed })
  return need
}

/** Changes an open need (of `by` only, when given); answers whether there was one. */
export const changeOpenNeed = async (
  where: { readonly _id: string; readonly centreId: string; readonly by?: string },
  change: Change,
): Promise<boolean> => (await table('needs').update({ ...where, state: 'open' }, change)) > 0

/** Notes that a resource was turned down for an open need; answers whether the need was open and did not say so. */
export const addRejection = async (
  centreId: string,
  needId: string,
  rejection: NeedDocument['rejected'][number],
): Promise<boolean> =>
  (await table('needs').update(
    {
      _id: needId,
      centreId,
      state: 'open',
      'rejected.resourceId': command.neq(rejection.resourceId),
    },
    { rejected: command.push([rejection]) },
  )) > 0

/** Puts the needs of a project back among the open ones. */
export const freeNeeds = async (projectId: string, needIds: readonly string[]): Promise<void> => {
  if (needIds.length === 0) return
  await table('needs').update(
    { _id: command.in([...needIds]), projectId, state: 'matched' },
    { state: 'open', projectId: command.remove() },
  )
}

/** Which residents stated these needs themselves, and which project answers each. */
export const findSayers = (
  needIds: readonly string[],
): Promise<Pick<NeedDocument, '_id' | 'by' | 'projectId'>[]> =>
  needIds.length === 0
    ? Promise.resolve([])
    : table('needs').find(
        { _id: command.in([...needIds]), by: command.neq('') },
        { limit: 1000, fields: { by: true, projectId: true } },
      )
