import { APP_ID } from '../functions/instance-environment'
import { WechatError } from './wechat-error'
import type { WechatStore } from './wechat-store'

const CODE = /^local-phone-(\d{11})(-[\w-]{1,40})?$/

/**
 * `phonenumber.getPhoneNumber` (手机号快速验证): `local-phone-13800000000`, with any `-suffix` to make another code of
 * the same number; each code opens once. Refuses with 40029.
 */
export const openPhoneCode = (
  args: Record<string, unknown>,
  store: WechatStore,
  now: number,
): Record<string, unknown> => {
  const code = String(args.code ?? '')
  const phone = CODE.exec(code)?.[1]
  if (phone === undefined || !store.spendPhoneCode(code)) throw new WechatError(40029, 'invalid code')
  return {
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now / 1000), appid: APP_ID },
    },
  }
}
