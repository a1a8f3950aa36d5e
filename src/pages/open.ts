import Taro from '@tarojs/taro'
import { say } from '../ui/say'

const CLOSING_MS = 400

const tabs = [
  '/pages/home/home-page',
  '/pages/lists/lists-page',
  '/pages/hall/hall-page',
  '/pages/points/points-page',
  '/pages/me/me-page',
]
export const homePath = '/pages/home/home-page'
export const listsPath = '/pages/lists/lists-page'

/** Opens a page with its query; a page of the tab bar is switched to. A leading slash may be missing. */
export const open = (page: string): void => {
  const url = page.startsWith('/') ? page : `/${page}`
  if (tabs.includes(url.split('?')[0] ?? '')) void Taro.switchTab({ url })
  else void Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url })) // WeChat keeps ten pages at most
}

/** Goes back to where the user came from; to `otherwise` when the page was opened by itself, as from a link. */
export const leave = (otherwise: string): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else if (tabs.includes(otherwise)) void Taro.switchTab({ url: otherwise })
  else void Taro.redirectTo({ url: otherwise })
}

/** Goes back as `leave` does and then says what was done, because a page takes its words with it when it closes. */
export const leaveSaying = (words: string, otherwise: string): void => {
  leave(otherwise)
  setTimeout(() => say(words), CLOSING_MS)
}
