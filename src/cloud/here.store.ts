import Taro from '@tarojs/taro'
import { create } from 'zustand'

const KEY = 'linli.here'

/** The centre (社区) the user is looking at: their own, or the one of the shared link they came by. */
export interface Here {
  readonly centreId: string
  readonly name: string
  /** Empty when the centre gave none. */
  readonly phone: string
}

const stored = (): Here | undefined => {
  const value: unknown = Taro.getStorageSync(KEY)
  if (typeof value !== 'object' || value === null || !('centreId' in value)) return undefined
  const { centreId, name = '', phone = '' } = value as Partial<Record<keyof Here, unknown>>
  return { centreId: String(centreId), name: String(name), phone: String(phone) }
}

const useStore = create<{ here: Here | undefined }>(() => ({ here: stored() }))

/** Where the user is; undefined before a centre is known. */
export const useHere = (): Here | undefined => useStore((state) => state.here)

/** Moves the user to a centre and remembers it on the phone. */
export const goTo = (here: Here): void => {
  Taro.setStorageSync(KEY, here)
  useStore.setState({ here })
}
