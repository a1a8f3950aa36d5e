import type { Permission } from '../../../../types/common/roles'

/** A page of the desk and who may open it. */
export interface DeskEntry {
  readonly page: string
  readonly title: string
  readonly note: string
  readonly may: Permission
  /** Levels of centre (depth of the id) that have such a page. */
  readonly depths: readonly number[]
}

/** Communities and stations, where the work with residents is done. */
export const working = [3, 4]
export const everywhere = [1, 2, 3, 4]
