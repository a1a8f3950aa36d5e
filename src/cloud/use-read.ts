import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { cloud } from './cloud'
import { keep, readKept } from './kept'
import { asRefusal, type Refusal } from './refusal'
import type { ReadAction } from './room'

const SKELETON_AFTER_MS = 300

/** What a page knows about something it reads. Show it with `<Loaded>`. */
export interface Reading<Output> {
  readonly data: Output | undefined
  /** When `data` came, epoch ms. */
  readonly at: number | undefined
  /** Waiting for the first data for longer than 300 ms. */
  readonly slow: boolean
  /** Why the last try failed; there may still be older `data`. */
  readonly refusal: Refusal | undefined
  /** The phone has no network: `data`, if any, is the last known. */
  readonly offline: boolean
  readonly refresh: () => Promise<unknown>
}

/** True once `waiting` has lasted 300 ms, so that quick answers never flash a skeleton. */
export const useSlow = (waiting: boolean): boolean => {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waiting) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), SKELETON_AFTER_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return slow
}

/** The cache key of a read; writes of a room refresh everything under `[identity, room]`. */
export const readKey = (action: { room: string; action: string }, input: unknown): readonly unknown[] => [
  cloud.identity(),
  action.room,
  action.action,
  input,
]

/**
 * Reads through an action and keeps the page current: again when the page is shown and the data is older than
 * half a minute, and after any write to the same room. Waits while `input` is undefined.
 */
export function useRead<Input, Output>(
  action: ReadAction<Input, Output>,
  input: Input | undefined,
): Reading<Output> {
  const queryKey = readKey(action, input)
  const storageKey = JSON.stringify(queryKey)
  const query = useQuery({
    queryKey,
    enabled: input !== undefined,
    initialData: () => readKept(storageKey)?.data as Output | undefined,
    initialDataUpdatedAt: () => readKept(storageKey)?.at,
    queryFn: async () => {
      const data = await action(input as Input)
      keep(storageKey, data, Date.now())
      return data
    },
  })
  useDidShow(() => {
    if (input !== undefined && query.isStale) void query.refetch({ cancelRefetch: false })
  })
  return {
    data: query.data,
    at: query.dataUpdatedAt || undefined,
    slow: useSlow(query.data === undefined && query.fetchStatus === 'fetching'),
    refusal: query.error ? asRefusal(query.error) : undefined,
    offline: query.fetchStatus === 'paused',
    refresh: () => query.refetch(),
  }
}
