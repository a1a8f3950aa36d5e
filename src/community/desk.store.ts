import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { cloud } from '../cloud/cloud'

/** Of one identity: in a browser several people may sit down at the same desk. */
const key = (): string => `linli.desk.${cloud.identity()}`

const stored = (): string => {
  const value: unknown = Taro.getStorageSync(key())
  return typeof value === 'string' ? value : ''
}

const useStore = create<{ centreId: string }>(() => ({ centreId: stored() }))

/** The centre a member of staff worked at last; empty before the first visit to the desk. */
export const useDeskCentre = (): string => useStore((state) => state.centreId)

/** Moves the desk (工作台) to another centre and remembers it on this phone or computer. */
export const workAt = (centreId: string): void => {
  Taro.setStorageSync(key(), centreId)
  useStore.setState({ centreId })
}
