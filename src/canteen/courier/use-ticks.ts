import type { canteenContract } from '../../../types/canteen.contract'
import type { InputOf } from '../../../types/common/contract'
import { type Queued, queueWrite, useQueue } from '../../cloud/queue.store'
import { canteen } from '../../cloud/rooms'
import { say } from '../../ui/say'
import type { Route } from '../shown'
import { outcomeWords } from './outcome-words'

type Stop = Route['stops'][number]
export type Tick = NonNullable<Stop['tick']>
export type Outcome = Tick['outcome']

/** The ticks of a route, those that still wait on this phone included. */
export interface Ticks {
  readonly of: (stop: Stop) => Tick | undefined
  readonly tick: (stop: Stop, outcome: Outcome) => Promise<void>
}

const inputOf = ({ room, action, input, refused }: Queued) =>
  room === 'canteen' && action === 'tickStop' && !refused
    ? (input as InputOf<typeof canteenContract, 'tickStop'>)
    : undefined

/**
 * Ticks stops through the queue of the phone: with the time it happened, sent once when there is reception. The next
 * door never waits for the one before; the same tick twice is one at the cloud.
 */
export function useTicks(centreId: string, routeId: string): Ticks {
  const waiting = useQueue()
    .map(inputOf)
    .filter((input) => input?.routeId === routeId)
  return {
    of: (stop) => {
      const own = waiting.filter((input) => input?.dinerId === stop.dinerId).at(-1)
      return own ? { outcome: own.outcome, at: own.at, by: '还没发出去' } : stop.tick
    },
    tick: async ({ dinerId, building, room }, outcome) => {
      const words = `${building} ${room} ${outcomeWords[outcome].word}`
      const input = { centreId, routeId, dinerId, outcome, at: Date.now(), note: '' }
      const sent = await queueWrite(canteen.tickStop, input, words)
      if (sent.state === 'refused') say(`没记上:${sent.why}`)
      else if (outcome === 'noAnswer' && sent.state === 'done') say('已通知社区,有人会去看老人')
      // nobody has been told yet: the courier has to know
      else if (outcome === 'noAnswer' && sent.state === 'waiting')
        say('没有信号,社区还不知道,请到有信号的地方再看一眼')
    },
  }
}
