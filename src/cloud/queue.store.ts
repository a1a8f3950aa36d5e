import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { callAction } from './call'
import { cloud } from './cloud'
import { asRefusal } from './refusal'
import { newRequestId } from './request-id'
import type { WriteAction } from './room'

const KEY = 'linli.queue'

/** A write that waits for reception. Its request id is made once, so sending it twice does it once. */
export interface Queued {
  readonly requestId: string
  readonly identity: string
  readonly room: string
  readonly action: string
  readonly input: unknown
  /** What the user reads in the list of what waits. */
  readonly words: string
  /** Chinese, when the cloud refused it; it then waits for the user to remove it. */
  readonly refused?: string
}

const isQueue = (value: unknown): value is Queued[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'requestId' in one)

const stored = (): Queued[] => {
  const value: unknown = Taro.getStorageSync(KEY)
  return isQueue(value) ? value : []
}

const useStore = create<{ queue: readonly Queued[] }>(() => ({ queue: stored() }))

const change = (to: (queue: readonly Queued[]) => readonly Queued[]): void => {
  const queue = to(useStore.getState().queue)
  Taro.setStorageSync(KEY, queue)
  useStore.setState({ queue })
}

/** What waits on this phone, oldest first, of the person who uses it. */
export const useQueue = (): readonly Queued[] =>
  useStore((state) => state.queue).filter(({ identity }) => identity === cloud.identity())

/** Takes a write out of the queue, for example one that was refused. */
export const forget = (requestId: string): void =>
  change((queue) => queue.filter((one) => one.requestId !== requestId))

let sending = false

/**
 * Sends what waits, in order, and stops at the first that gets no answer. Refused ones stay with the reason. Answers
 * how many were done. Called when the app is shown, when the network is back, and by hand.
 */
export const sendQueue = async (): Promise<number> => {
  if (sending) return 0
  sending = true
  let done = 0
  try {
    const mine = useStore.getState().queue.filter((one) => one.identity === cloud.identity() && !one.refused)
    for (const { room, action, input, requestId } of mine) {
      try {
        await callAction(room, action, input, requestId)
        forget(requestId)
        done += 1
      } catch (thrown) {
        const refusal = asRefusal(thrown)
        if (refusal.uncertain) break
        change((queue) =>
          queue.map((one) => (one.requestId === requestId ? { ...one, refused: refusal.message } : one)),
        )
      }
    }
  } finally {
    sending = false
  }
  return done
}

/** Puts a write into the queue and tries at once; a stairwell without reception loses nothing. */
export const queueWrite = <Input, Output>(
  action: WriteAction<Input, Output>,
  input: Input,
  words: string,
): Promise<number> => {
  const { room, action: name } = action
  const one: Queued = {
    requestId: newRequestId(),
    identity: cloud.identity(),
    room,
    action: name,
    input,
    words,
  }
  change((queue) => [...queue, one])
  return sendQueue()
}
