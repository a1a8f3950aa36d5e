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

const nextToSend = (): Queued | undefined =>
  useStore.getState().queue.find(({ identity, refused }) => identity === cloud.identity() && !refused)

/** Sends one; answers whether the next may follow. */
const sendOne = async ({ room, action, input, requestId }: Queued): Promise<boolean> => {
  try {
    await callAction(room, action, input, requestId)
    forget(requestId)
  } catch (thrown) {
    const refusal = asRefusal(thrown)
    if (refusal.uncertain) return false
    change((queue) =>
      queue.map((one) => (one.requestId === requestId ? { ...one, refused: refusal.message } : one)),
    )
  }
  return true
}

const sendAll = async (): Promise<void> => {
  for (let one = nextToSend(); one && (await sendOne(one)); ) one = nextToSend()
}

let underWay: Promise<void> | undefined

/**
 * Sends what waits, in order, and stops at the first that gets no answer. Refused ones stay with the reason. Called
 * when the app is shown, when the network is back, and by hand; whoever calls meanwhile waits for the same sending.
 */
export const sendQueue = (): Promise<void> => {
  underWay ??= sendAll().finally(() => {
    underWay = undefined
  })
  return underWay
}

/** What became of a write that was put into the queue. */
export type Sent =
  | { readonly state: 'done' | 'waiting' }
  | { readonly state: 'refused'; readonly why: string }

/** Puts a write into the queue and tries at once; a stairwell without reception loses nothing. */
export const queueWrite = async <Input, Output>(
  action: WriteAction<Input, Output>,
  input: Input,
  words: string,
): Promise<Sent> => {
  const { room, action: name } = action
  const requestId = newRequestId()
  const one: Queued = { requestId, identity: cloud.identity(), room, action: name, input, words }
  change((queue) => [...queue, one])
  await sendQueue()
  const left = useStore.getState().queue.find((waiting) => waiting.requestId === requestId)
  if (!left) return { state: 'done' }
  return left.refused === undefined ? { state: 'waiting' } : { state: 'refused', why: left.refused }
}
