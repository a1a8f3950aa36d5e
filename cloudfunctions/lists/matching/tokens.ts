import { cut } from 'jieba-wasm'

/** Words that say nothing about what is wanted; single characters are dropped anyway. */
const stopWords = new Set(
  `我们 你们 他们 自己 这个 那个 什么 怎么 没有 有没有 可以 不能 还是 就是 但是 因为 所以 如果 一个 一下 一点 时候 现在 以后 之前
  哪里 这里 那里 居民 社区 服务 免费 提供 活动 街道 小区 需要 希望 能不能 想要 有人 有点 可能 每天 每周 大家 不要 知道 觉得 出来 起来`.split(
    /\s+/,
  ),
)

/** Cuts a text into the words that may carry meaning (jieba, two characters or more, lower case). */
export const wordsOf = (text: string): string[] =>
  cut(text.normalize('NFKC').toLowerCase(), true).filter(
    (word) => word.length > 1 && !stopWords.has(word) && /[\p{Script=Han}a-z]/u.test(word),
  )
