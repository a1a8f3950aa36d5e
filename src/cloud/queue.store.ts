import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { callAction } from './call'
import { cloud } from './cloud'
import { asRefusal, Refusal } from './refusal'
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
  /** A photo kept on this phone that has to be in the cloud first; its file id becomes this field of the input. */
  readonly photo?: { readonly as: string; readonly kept: string }
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

/** Takes a write out of the queue, for example one that was refused, and its photo off the phone. */
export const forget = (requestId: string): void => {
  const { photo } = useStore.getState().queue.find((one) => one.requestId === requestId) ?? {}
  if (photo) cloud.dropPhoto(photo.kept)
  change((queue) => queue.filter((one) => one.requestId !== requestId))
}

const nextToSend = (): Queued | undefined =>
  useStore.getState().queue.find(({ identity, refused }) => identity === cloud.identity() && !refused)

const replace = (requestId: string, by: (one: Queued) => Queued): void =>
  change((queue) => queue.map((one) => (one.requestId === requestId ? by(one) : one)))

const refuse = (requestId: string, why: string): void =>
  replace(requestId, (one) => ({ ...one, refused: why }))

const listeners = new Set<(sent: Queued) => void>()

/** Calls `listener` for each write that was done, to read again what it changed. Answers how to stop that. */
export const whenSent = (listener: (sent: Queued) => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The write with its photo in the cloud's storage: remembered, so that it is put there once. */
const withPhotoSent = async (one: Queued): Promise<Queued> => {
  const { photo, ...rest } = one
  if (!photo) return one
  const fileId = await cloud.sendPhoto(photo.kept)
  if (fileId === undefined) throw new Refusal('CLIENT.PHOTO_LOST', '照片不在手机里了,请重新拍一张再记')
  const ready = { ...rest, input: { ...Object(rest.input), [photo.as]: fileId } }
  replace(one.requestId, () => ready)
  cloud.dropPhoto(photo.kept)
  return ready
}

/** What of a list was refused: such an answer has a row for each, with its state and what to say. */
const refusedOf = (output: unknown): string | undefined => {
  const rows: unknown = Reflect.get(Object(output), 'rows')
  const refused = (Array.isArray(rows) ? rows : []).filter(({ state }) => state === 'refused')
  return refused.length > 0 ? `其中 ${refused.length} 户,${refused[0].message}` : undefined
}

/** Sends one; answers whether the next may follow. */
const sendOne = async (one: Queued): Promise<boolean> => {
  try {
    const { room, action, input, requestId } = await withPhotoSent(one)
    const refused = refusedOf(await callAction(room, action, input, requestId))
    if (refused) refuse(requestId, refused)
    else forget(requestId)
    for (const listener of listeners) listener(one)
  } catch (thrown) {
    const refusal = asRefusal(thrown)
    if (refusal.uncertain) return false
    refuse(one.requestId, refusal.message)
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

/** Puts a write, with its photo, into the queue and tries at once; a stairwell without reception loses nothing. */
export const queueWrite = async <Input, Output>(
  action: WriteAction<Input, Output>,
  input: Input,
  words: string,
  photo?: Queued['photo'],
): Promise<Sent> => {
  const { room, action: name } = action
  const requestId = newRequestId()
  const one: Queued = {
    requestId,
    identity: cloud.identity(),
    room,
    action: name,
    input,
    words,
    ...(photo && { photo }),
  }
  change((queue) => [...queue, one])
  await sendQueue()
  const left = useStore.getState().queue.find((waiting) => waiting.requestId === requestId)
  if (!left) return { state: 'done' }
  return left.refused === undefined ? { state: 'waiting' } : { state: 'refused', why: left.refused }
}
