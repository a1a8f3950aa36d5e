import type { communityContract } from '../../types/community.contract'
import type { listsContract } from '../../types/lists.contract'
import { room } from './room'

/** 社区、住户、职务. */
export const community = room<typeof communityContract>('community')

/** 三张清单: needs, resources, projects. */
export const lists = room<typeof listsContract>('lists')
