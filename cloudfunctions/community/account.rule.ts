import type { ResidentDocument } from '../_kit/documents/community'
import { type Refused, refuse } from '../_kit/refusal'

type WhyNotDeleted =
  | 'COMMUNITY.WRONG_NAME'
  | 'COMMUNITY.HOLDS_ROLE'
  | 'COMMUNITY.STILL_EXPECTED'
  | 'COMMUNITY.LAST_RELATIVE'

/**
 * Why somebody's account cannot be deleted (注销账号); undefined when it can: who holds a role is released by a
 * colleague first, who is expected somewhere cancels first, who is the last to order for an elder sees to the elder
 * first, and the full name says that it is meant.
 */
export const whyNotDeleted = (
  { roles }: Pick<ResidentDocument, 'roles'>,
  names: { readonly own: string; readonly written: string },
  { isExpected, isNeeded }: { readonly isExpected: boolean; readonly isNeeded: boolean },
): Refused<WhyNotDeleted> | undefined => {
  if (names.own !== names.written) return refuse('COMMUNITY.WRONG_NAME')
  if (roles.length > 0) return refuse('COMMUNITY.HOLDS_ROLE')
  if (isExpected) return refuse('COMMUNITY.STILL_EXPECTED')
  return isNeeded ? refuse('COMMUNITY.LAST_RELATIVE') : undefined
}

/** What stands in lists instead of somebody who left, made of a keyed hash of the openid so that it leads to nobody. */
export const aliasOf = (hash: string): string => `gone-${hash}`
