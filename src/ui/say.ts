import Taro from '@tarojs/taro'

const READING_MS = 3000

/** What happened and what happens next, long enough to read. */
export const say = (words: string): void =>
  void Taro.showToast({ title: words, icon: 'none', duration: READING_MS })

/** Asks before something that cannot be undone; `yes` says what will happen. Answers whether the user agreed. */
export const ask = async (title: string, words: string, yes: string): Promise<boolean> => {
  const { confirm } = await Taro.showModal({
    title,
    content: words,
    confirmText: yes,
    cancelText: '先不了',
    confirmColor: '#C8102E',
  })
  return confirm
}
