import { randomUUID } from 'node:crypto'
import { WechatError } from './wechat-error'

const CONTENT_LIMIT = 2500
const RECENT_MS = 2 * 3_600_000

// Invented: enough to see a text refused; WeChat's own list is not known to anybody.
const RISKY: readonly [word: string, label: number][] = [
  ['刷单返利', 20006],
  ['代开发票', 20006],
  ['赌博', 20008],
  ['色情', 20002],
  ['加微信领红包', 10001],
]
const DOUBTFUL: readonly string[] = ['最低价', '包治百病']
const PASS_LABEL = 100

const verdict = (content: string): { suggest: 'pass' | 'review' | 'risky'; label: number } => {
  const risky = RISKY.find(([word]) => content.includes(word))
  if (risky) return { suggest: 'risky', label: risky[1] }
  if (DOUBTFUL.some((word) => content.includes(word))) return { suggest: 'review', label: 10001 }
  return { suggest: 'pass', label: PASS_LABEL }
}

/**
 * `security.msgSecCheck` version 2 (内容安全). A risky text is an answer, not an error; errors are 40003 for an
 * openid that is missing, 61010 for one not seen for two hours, 45002 for a long text, 47001 for the rest.
 */
export const checkText = (
  args: Record<string, unknown>,
  lastSeen: (openid: string) => number | undefined,
  now: number,
): Record<string, unknown> => {
  const { version, openid, scene, content } = args
  if (version !== 2) throw new WechatError(47001, 'data format error: version must be 2')
  if (typeof openid !== 'string' || openid === '') throw new WechatError(40003, 'invalid openid')
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) {
    throw new WechatError(47001, 'data format error: scene must be 1 to 4')
  }
  if (typeof content !== 'string' || content === '') {
    throw new WechatError(47001, 'data format error: content is empty')
  }
  if (content.length > CONTENT_LIMIT) throw new WechatError(45002, 'content size out of limit')
  const seen = lastSeen(openid)
  if (seen === undefined || now - seen > RECENT_MS) throw new WechatError(61010, 'code is expired')
  const result = verdict(content)
  return {
    result,
    detail: [
      { strategy: 'content_model', errcode: 0, suggest: result.suggest, label: result.label, prob: 90 },
    ],
    trace_id: randomUUID(),
  }
}
