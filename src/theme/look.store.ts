import Taro from '@tarojs/taro'
import { create } from 'zustand'

const KEY = 'linli.look'
const STANDARD_PX = 17
/** WeChat's font size (375-wide px) from which elder mode is on by itself. */
const ELDER_FROM_PX = 22
const LARGEST_SCALE = 1.4

/** 长辈版: follow WeChat's font size, or what the user chose by hand. */
export type LookChoice = 'follow' | 'elder' | 'standard'

interface Look {
  readonly choice: LookChoice
  /** WeChat's font size in px; 17 is its standard. */
  readonly wechatPx: number
}

const storedChoice = (): LookChoice => {
  const stored: unknown = Taro.getStorageSync(KEY)
  return stored === 'elder' || stored === 'standard' ? stored : 'follow'
}

const wechatPx = (): number => {
  if (process.env.TARO_ENV !== 'weapp') return STANDARD_PX
  const info = Taro.getAppBaseInfo()
  return 'fontSizeSetting' in info && typeof info.fontSizeSetting === 'number'
    ? info.fontSizeSetting
    : STANDARD_PX
}

const useLook = create<Look>(() => ({ choice: storedChoice(), wechatPx: wechatPx() }))

/** Remembers the user's choice over WeChat's setting. */
export const chooseLook = (choice: LookChoice): void => {
  Taro.setStorageSync(KEY, choice)
  useLook.setState({ choice })
}

/** Asks WeChat again; the user may have changed the font size while the mini-program was hidden. */
export const refreshLook = (): void => useLook.setState({ wechatPx: wechatPx() })

const isElder = ({ choice, wechatPx: px }: Look): boolean =>
  choice === 'follow' ? px >= ELDER_FROM_PX : choice === 'elder'

/** Whether elder mode is on. */
export const useElder = (): boolean => useLook(isElder)

/** How much larger than the mode's own sizes text is, 1…1.4: the user's WeChat setting is respected in both. */
export const useTextScale = (): number =>
  useLook((look) => {
    const base = isElder(look) ? ELDER_FROM_PX : STANDARD_PX
    return Math.min(LARGEST_SCALE, Math.max(1, look.wechatPx / base))
  })
