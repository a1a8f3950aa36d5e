import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { type Reading, useRead } from '../../cloud/use-read'
import type { CanteenOfStaff } from '../shown'

/** The canteens of a centre and the one the page works on. */
export interface CanteenChosen {
  readonly canteens: Reading<{ readonly rows: readonly CanteenOfStaff[] }>
  readonly canteen: CanteenOfStaff | undefined
  readonly choose: (canteenId: string) => void
}

/** Most centres run one canteen: it is the one unless another is chosen. */
export function useCanteen(centreId: string): CanteenChosen {
  const [chosen, choose] = useState<string>()
  const canteens = useRead(canteen.canteenOfStaff, { centreId })
  const rows = canteens.data?.rows ?? []
  return { canteens, canteen: rows.find(({ canteenId }) => canteenId === chosen) ?? rows[0], choose }
}
