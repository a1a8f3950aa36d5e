import Taro from '@tarojs/taro'
import { create } from 'zustand'

const KEY = 'linli.desk'

const stored: unknown = Taro.getStorageSync(KEY)

const useStore = create<{ centreId: string }>(() => ({ centreId: typeof stored === 'string' ? stored : '' }))

/** The centre a member of staff worked at last; empty before the first choice. */
export const useDeskCentre = (): string => useStore((state) => state.centreId)

/** Moves the desk (工作台) to another centre and remembers it on this phone or computer. */
export const workAt = (centreId: string): void => {
  Taro.setStorageSync(KEY, centreId)
  useStore.setState({ centreId })
}
