import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { cloud } from './cloud'
import { readAgain } from './read-again'
import { asRefusal, type Refusal } from './refusal'
import { newRequestId } from './request-id'
import type { WriteAction } from './room'

/** A write of a page. */
export interface Writing<Input, Output> {
  /** Sends once per tap; answers undefined when refused (then `refusal` says why) or already under way. */
  readonly send: (input: Input) => Promise<Output | undefined>
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  /** Forgets the last refusal, for example when the user corrects a field. */
  readonly clear: () => void
}

/**
 * Writes through an action. A tap gets one request id; when it stays unknown whether it was done, sending the
 * same input again repeats the same request, so it happens at most once. A success refreshes the room's reads, and so
 * does a refusal that says they are stale.
 */
export function useWrite<Input, Output>(action: WriteAction<Input, Output>): Writing<Input, Output> {
  const client = useQueryClient()
  const open = useRef<{ input: string; requestId: string }>()
  const under = useRef(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()

  const send = async (input: Input): Promise<Output | undefined> => {
    if (under.current) return undefined
    const text = JSON.stringify(input)
    if (open.current?.input !== text) open.current = { input: text, requestId: newRequestId() }
    under.current = true
    setBusy(true)
    setRefusal(undefined)
    const refresh = () => readAgain(client, cloud.identity(), action.room)
    try {
      const output = await action(input, open.current.requestId)
      open.current = undefined
      refresh()
      return output
    } catch (thrown) {
      const failed = asRefusal(thrown)
      if (!failed.uncertain) open.current = undefined
      if (failed.stale) refresh()
      setRefusal(failed)
      return undefined
    } finally {
      under.current = false
      setBusy(false)
    }
  }
  return { send, busy, refusal, clear: () => setRefusal(undefined) }
}
