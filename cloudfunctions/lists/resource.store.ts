import type { ResourceDocument } from '../_kit/documents/lists'
import { type Change, table } from '../_kit/table'
import { fetchSize, olderThan } from './paging'

/** A resource as lists show it: without what is sealed. */
export type ListedResource = Omit<ResourceDocument, 'contactSealed'>

const listed = { contactSealed: false }

/** Inserts a resource unless it is there already. */
export const claimResource = (resource: ResourceDocument): Promise<boolean> =>
  table('resources').claim(resource)

/** A centre's resources, newest first. */
export const findResources = (centreId: string, after: string | undefined): Promise<ListedResource[]> =>
  table('resources').find(
    { centreId, ...olderThan(after) },
    { order: [['order', 'desc']], limit: fetchSize, fields: listed },
  )

/** One resource of a centre, whole. */
export const findResource = async (
  centreId: string,
  resourceId: string,
): Promise<ResourceDocument | undefined> => {
  const [resource] = await table('resources').find({ _id: resourceId, centreId }, { limit: 1 })
  return resource
}

/** Changes a resource of a centre; answers whether anything changed. */
export const changeResource = async (
  centreId: string,
  resourceId: string,
  change: Change,
): Promise<boolean> => (await table('resources').update({ _id: resourceId, centreId }, change)) > 0
