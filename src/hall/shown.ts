import type { OutputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'

type Hall = typeof hallContract
export type MatterRow = OutputOf<Hall, 'matters'>['rows'][number]
