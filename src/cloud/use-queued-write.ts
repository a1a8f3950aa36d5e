import { useRef, useState } from 'react'
import { type Queued, queueWrite, type Sent } from './queue.store'
import type { WriteAction } from './room'

/** A write that waits on the phone while there is no reception. */
export interface QueuedWriting<Input> {
  /** Sends or keeps it once per tap; answers undefined while the tap before is under way. */
  readonly send: (input: Input, words: string, photo?: Queued['photo']) => Promise<Sent | undefined>
  readonly busy: boolean
}

/** Writes through the queue of this phone. `words` tell the user what waits. */
export function useQueuedWrite<Input, Output>(action: WriteAction<Input, Output>): QueuedWriting<Input> {
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const send = async (input: Input, words: string, photo?: Queued['photo']): Promise<Sent | undefined> => {
    if (under.current) return undefined
    under.current = true
    setBusy(true)
    try {
      return await queueWrite(action, input, words, photo)
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { send, busy }
}
