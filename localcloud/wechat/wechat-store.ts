import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'

/** A subscription message that was delivered. */
export interface SentMessage {
  at: number
  openid: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

type Event =
  | { type: 'granted'; openid: string; templateId: string }
  | { type: 'sent'; message: SentMessage }
  | { type: 'phoneCodeUsed'; code: string }

/** What WeChat's servers remember between calls: granted messages, delivered ones, used phone codes. */
export interface WechatStore {
  /** Notes one `accept` of a template: one more message may be sent. */
  grant(openid: string, templateId: string): void
  granted(openid: string, templateId: string): number
  /** Delivers a message and takes one grant of its template. */
  send(message: SentMessage): void
  outbox(openid?: string): SentMessage[]
  /** Answers false when the code was used before. */
  spendPhoneCode(code: string): boolean
}

/** Opens the journal `file`; a last line torn by a crash was never acknowledged and is dropped. */
export const openWechatStore = (file: string): WechatStore => {
  const quota = new Map<string, number>()
  const messages: SentMessage[] = []
  const usedCodes = new Set<string>()
  const quotaKey = (openid: string, templateId: string) => `${openid}\n${templateId}`
  const change = (key: string, by: number) => quota.set(key, (quota.get(key) ?? 0) + by)

  const apply = (event: Event): void => {
    if (event.type === 'granted') change(quotaKey(event.openid, event.templateId), 1)
    else if (event.type === 'phoneCodeUsed') usedCodes.add(event.code)
    else {
      messages.push(event.message)
      change(quotaKey(event.message.openid, event.message.templateId), -1)
    }
  }
  const note = (event: Event): void => {
    appendFileSync(file, `${JSON.stringify(event)}\n`)
    apply(event)
  }

  if (existsSync(file)) {
    const kept = readFileSync(file)
    const whole = kept.subarray(0, kept.lastIndexOf('\n') + 1)
    if (whole.length < kept.length) truncateSync(file, whole.length)
    for (const line of whole.toString('utf8').split('\n')) if (line !== '') apply(JSON.parse(line))
  }

  return {
    grant: (openid, templateId) => note({ type: 'granted', openid, templateId }),
    granted: (openid, templateId) => quota.get(quotaKey(openid, templateId)) ?? 0,
    send: (message) => note({ type: 'sent', message }),
    outbox: (openid) => messages.filter((message) => openid === undefined || message.openid === openid),
    spendPhoneCode: (code) => {
      if (usedCodes.has(code)) return false
      note({ type: 'phoneCodeUsed', code })
      return true
    },
  }
}
