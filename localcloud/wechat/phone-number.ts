import { APP_ID } from '../functions/instance-environment'
import { WechatError } from './wechat-error'
import type { WechatStore } from './wechat-store'

/** A code may say when it was given out: `…-at<epoch ms>`. */
const CODE = /^local-phone-(\d{11})(?:-at(\d{13})|-[\w-]{1,40})?$/
const LIFE_MS = 5 * 60_000

/**
 * `phonenumber.getPhoneNumber` (手机号快速验证): `local-phone-13800000000`, with any `-suffix` to make another code of
 * the same number; each code opens once, one that ends in `-at<epoch ms>` within five minutes. Refuses with 40029.
 */
export const openPhoneCode = (
  args: Record<string, unknown>,
  store: WechatStore,
  now: number,
): Record<string, unknown> => {
  const code = String(args.code ?? '')
  const [, phone, givenAt] = CODE.exec(code) ?? []
  const isLate = givenAt !== undefined && now - Number(givenAt) > LIFE_MS
  if (phone === undefined || isLate || !store.spendPhoneCode(code))
    throw new WechatError(40029, 'invalid code')
  return {
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now / 1000), appid: APP_ID },
    },
  }
}
