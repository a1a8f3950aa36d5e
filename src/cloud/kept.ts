import Taro from '@tarojs/taro'

/** Last good answers, kept on the phone so that a page opens with something when there is no network. */
const PREFIX = 'linli.kept.'
const INDEX = 'linli.kept'
const MOST = 40
const BIGGEST = 60_000

interface Kept {
  readonly at: number
  readonly data: unknown
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'data' in value

const readIndex = (): string[] => {
  const index: unknown = Taro.getStorageSync(INDEX)
  return Array.isArray(index) ? index.map(String) : []
}

/** The last good answer under a key with the time it came (epoch ms); undefined when there is none. */
export const readKept = (key: string): Kept | undefined => {
  const value: unknown = Taro.getStorageSync(PREFIX + key)
  return isKept(value) ? value : undefined
}

/** Forgets every answer that was kept. */
export const forgetKept = (): void => {
  for (const key of readIndex()) Taro.removeStorageSync(PREFIX + key)
  Taro.removeStorageSync(INDEX)
}

/** Keeps an answer; large ones are not kept, and the oldest give way. Storage being full is no error. */
export const keep = (key: string, data: unknown, at: number): void => {
  try {
    if (JSON.stringify(data).length > BIGGEST) return
    const index = [...readIndex().filter((known) => known !== key), key]
    for (const old of index.splice(0, Math.max(0, index.length - MOST))) Taro.removeStorageSync(PREFIX + old)
    Taro.setStorageSync(PREFIX + key, { at, data })
    Taro.setStorageSync(INDEX, index)
  } catch {
    // The page works without what is kept.
  }
}
