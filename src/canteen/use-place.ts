import { useState } from 'react'
import type { canteenContract } from '../../types/canteen.contract'
import type { InputOf } from '../../types/common/contract'
import { Refusal } from '../cloud/refusal'
import { canteen } from '../cloud/rooms'
import { useWrite } from '../cloud/use-write'
import { say } from '../ui/say'
import type { MyDiner } from './shown'
import { money } from './words'

type Picks = InputOf<typeof canteenContract, 'placeOrders'>['picks']

/** Ordering of a page. */
export interface Placing {
  /** Orders and says what came of it; answers how many stand, 0 when none does (then `refusal` says why). */
  readonly place: (picks: Picks) => Promise<number>
  readonly busy: boolean
  readonly refusal: Refusal | undefined
}

/** Orders meals for a diner. A meal that was refused by itself (full, too late) is told like any refusal. */
export function usePlace(diner: Pick<MyDiner, 'centreId' | 'dinerId'>, canteenId: string): Placing {
  const write = useWrite(canteen.placeOrders)
  const [refused, setRefused] = useState<Refusal>()
  const place = async (picks: Picks): Promise<number> => {
    setRefused(undefined)
    const { centreId, dinerId } = diner
    const done = await write.send({ centreId, dinerId, canteenId, picks })
    if (!done) return 0
    const placed = done.results.filter(({ state }) => state === 'placed')
    const [no] = done.results.filter(({ state }) => state === 'refused')
    if (no) setRefused(new Refusal(no.code, no.why))
    const cost = placed.reduce((sum, { toPay }) => sum + toPay, 0)
    if (placed.length > 0) {
      const rest = no ? `,${picks.length - placed.length} 顿没订上` : ''
      say(`订好了 ${placed.length} 顿,付 ${money(cost)}${rest}`)
    }
    return placed.length
  }
  return { place, busy: write.busy, refusal: write.refusal ?? refused }
}
