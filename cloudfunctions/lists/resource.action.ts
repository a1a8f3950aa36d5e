import type { listsContract } from '../../types/lists.contract'
import { maskContact } from '../_kit/mask.rule'
import { pageOf } from '../_kit/page.rule'
import { seal, unseal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { newResource, resourceFields } from './resource.rule'
import { changeResource, claimResource, findResource, findResources } from './resource.store'
import { resourceView } from './resource.view'

type Lists = typeof listsContract

const sealedContact = (contact: string) => ({
  contactSealed: seal(contact),
  contactMasked: maskContact(contact),
})

export const addResource: Action<Lists, 'addResource'> = async (
  { centreId, contact = '', ...offered },
  ask,
) => {
  const resource = newResource(centreId, offered, sealedContact(contact), ask)

  await claimResource(resource)

  return { data: { resourceId: resource._id }, target: resource._id }
}

/** An absent contact stays as it is; an empty one is taken away. */
export const editResource: Action<Lists, 'editResource'> = async ({
  centreId,
  resourceId,
  contact,
  paused,
  ...offered
}) => {
  const changed = await changeResource(centreId, resourceId, {
    ...resourceFields(offered),
    ...(contact !== undefined && sealedContact(contact)),
    paused,
  })
  if (!changed && !(await findResource(centreId, resourceId))) return refuse('COMMON.NOT_FOUND')

  return { data: { resourceId }, target: resourceId }
}

export const resources: Action<Lists, 'resources'> = async ({ centreId, after }) => {
  const { rows, next } = pageOf(await findResources(centreId, after))
  return { data: { rows: rows.map(resourceView), ...(next && { next }) } }
}

export const revealContact: Action<Lists, 'revealContact'> = async ({ centreId, resourceId, reason }) => {
  const resource = await findResource(centreId, resourceId)
  if (!resource) return refuse('COMMON.NOT_FOUND')

  return { data: { contact: unseal(resource.contactSealed) }, target: `${resourceId} ${reason}` }
}
