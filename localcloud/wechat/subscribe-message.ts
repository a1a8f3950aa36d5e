import { WechatError } from './wechat-error'
import type { WechatStore } from './wechat-store'

const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?'
const DAY = '\\d{4}(?:年\\d{1,2}月\\d{1,2}日|-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2}|\\.\\d{1,2}\\.\\d{1,2})'
const TIME = `(?:(?:${DAY} ?)?${CLOCK}|${DAY})`
const DATE = `${DAY}(?: ?${CLOCK})?`

/** What a value of each field kind may look like; the kind is the field's name without its number. */
const FIELD_RULES: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n]{1,20}$/u,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: new RegExp(`^${TIME}(?:~${TIME})?$`),
  date: new RegExp(`^${DATE}(?:~${DATE})?$`),
  amount: /^[¥$]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{L}\p{N}]{1,8}$/u,
  name: /^(?=.{1,20}$)([\p{Script=Han}·]{1,10}|[A-Za-z .·]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

const ruleOf = (field: string): RegExp | undefined => FIELD_RULES[field.replace(/_?\d+$/, '')]

const checkedData = (data: unknown): Record<string, { value: string }> => {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) {
    throw new WechatError(47003, 'argument invalid! data is empty')
  }
  return Object.fromEntries(
    Object.entries(data).map(([field, entry]) => {
      const value = String((entry as { value?: unknown } | null)?.value ?? '')
      if (!ruleOf(field)?.test(value))
        throw new WechatError(47003, `argument invalid! data.${field}.value invalid`)
      return [field, { value }]
    }),
  )
}

/**
 * `subscribeMessage.send` (订阅消息): one message for each time the person accepted this template. Refuses with
 * 40003, 40037, 41030, 47003 (a field breaks its kind's rule), 43101 (nothing left to send).
 */
export const sendSubscribeMessage = (
  args: Record<string, unknown>,
  store: WechatStore,
  pageExists: (page: string) => boolean,
  now: number,
): Record<string, unknown> => {
  const { touser, template_id: templateId, page = '', data } = args
  if (typeof touser !== 'string' || touser === '') throw new WechatError(40003, 'invalid openid')
  if (typeof templateId !== 'string' || templateId === '') throw new WechatError(40037, 'invalid template_id')
  const [path = ''] = String(page).split('?')
  if (path !== '' && !pageExists(path)) throw new WechatError(41030, 'invalid page')
  const message = { at: now, openid: touser, templateId, page: String(page), data: checkedData(data) }
  if (store.granted(touser, templateId) < 1) throw new WechatError(43101, 'user refuse to accept the msg')
  store.send(message)
  return {}
}
