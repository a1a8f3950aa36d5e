import { focusManager, onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { sendQueue, whenSent } from './queue.store'
import { readAgain } from './read-again'

const FRESH_MS = 30_000

const client = new QueryClient({
  defaultOptions: {
    // Repeating is the work of `callAction`, which knows the request id.
    queries: {
      retry: false,
      // What was kept on the phone is shown at once and asked for again, however young it is.
      staleTime: ({ state }) => (state.dataUpdateCount === 0 ? 0 : FRESH_MS),
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
    },
  },
})

// WeChat has no window events: being shown and the network come from the mini-program's own.
if (process.env.TARO_ENV === 'weapp') {
  focusManager.setEventListener(() => () => {})
  onlineManager.setEventListener((setOnline) => {
    const listen = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    Taro.onNetworkStatusChange(listen)
    return () => Taro.offNetworkStatusChange(listen)
  })
}

/** Gives every page its cache of answers, and sends what waits on the phone as soon as there is a network: what it changed is read again. */
export function CloudProvider({ children }: PropsWithChildren) {
  useEffect(() => onlineManager.subscribe((online) => void (online && sendQueue())), [])
  useEffect(() => whenSent(({ identity, room }) => readAgain(client, identity, room)), [])
  useDidShow(() => {
    focusManager.setFocused(true)
    void sendQueue()
  })
  useDidHide(() => focusManager.setFocused(false))
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
