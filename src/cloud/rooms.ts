import type { canteenContract } from '../../types/canteen.contract'
import type { communityContract } from '../../types/community.contract'
import type { hallContract } from '../../types/hall.contract'
import type { listsContract } from '../../types/lists.contract'
import type { pointsContract } from '../../types/points.contract'
import { room } from './room'

/** 社区、住户、职务. */
export const community = room<typeof communityContract>('community')

/** 三张清单: needs, resources, projects. */
export const lists = room<typeof listsContract>('lists')

/** 长者食堂. */
export const canteen = room<typeof canteenContract>('canteen')

/** 积分存折 and 党群服务超市. */
export const points = room<typeof pointsContract>('points')

/** 议事厅. */
export const hall = room<typeof hallContract>('hall')
