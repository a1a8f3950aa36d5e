import { useRef, useState } from 'react'
import type { Refusal } from '../../cloud/refusal'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { say } from '../../ui/say'
import { chunksOf, type Takes } from '../many.rule'
import { money } from '../words'

/** Most elders in one request. */
const atOnce = 40

/** Ordering for several elders on one menu. */
export interface OrderingForMany {
  /** Orders all of it and says what came of it; answers who has their meal, also when it stopped half-way. */
  readonly order: (takes: Takes) => Promise<readonly string[]>
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  /** Why somebody's meal was not ordered, by diner. */
  readonly refused: Readonly<Record<string, string>>
}

/** Orders in as many requests as it takes, one after the other. Elders are refused one by one (full, no money). */
export function useOrderForMany(centreId: string, menuId: string): OrderingForMany {
  const write = useWrite(canteen.orderForMany)
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})

  const sendAll = async (takes: Takes) => {
    const results = []
    for (const rows of chunksOf(takes, atOnce)) {
      const done = await write.send({ centreId, menuId, rows })
      if (!done) break
      results.push(...done.results)
    }
    return results
  }
  const order = async (takes: Takes): Promise<readonly string[]> => {
    if (under.current) return []
    under.current = true
    setBusy(true)
    setRefused({})
    try {
      const results = await sendAll(takes)
      const placed = results.filter(({ state }) => state === 'placed')
      const no = results.filter(({ state }) => state === 'refused')
      setRefused(Object.fromEntries(no.map(({ dinerId, why }) => [dinerId, why])))
      const sum = placed.reduce((fen, { toPay }) => fen + toPay, 0)
      const rest = no.length > 0 ? `,${no.length} 位没订上,原因写在名字下面` : ''
      if (results.length > 0) say(`订好了 ${placed.length} 位,共付 ${money(sum)}${rest}`)
      return placed.map(({ dinerId }) => dinerId)
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { order, busy, refusal: write.refusal, refused }
}
