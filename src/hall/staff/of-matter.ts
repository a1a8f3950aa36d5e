import type { MatterOfStaff } from '../shown'

/** What every part of the desk of one matter is given. */
export interface OfMatter {
  readonly centreId: string
  readonly matter: MatterOfStaff
}
