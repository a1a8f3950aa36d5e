import type { CommonRefusal } from '../../types/common/refusals'
import { cloud } from './cloud'

/** Where a text will stand, as WeChat counts it: 1 profile, 2 comment, 3 forum, 4 social log. */
export type TextScene = 1 | 2 | 3 | 4

/**
 * Has WeChat judge what a resident writes (security.msgSecCheck v2: at most 2500 characters, the person must have
 * opened the mini-program within two hours, which a caller just did). Answers the refusal, or undefined when it may
 * stand. A text WeChat would have reviewed by people stands: the staff read every need anyway.
 */
export const checkText = async (
  openid: string,
  content: string,
  scene: TextScene,
): Promise<CommonRefusal | undefined> => {
  try {
    const checked = (await cloud.openapi.security?.msgSecCheck({ version: 2, openid, scene, content })) as {
      result?: { suggest?: string }
    }
    if (checked.result?.suggest === 'risky') return 'COMMON.TEXT_REFUSED'
    return checked.result?.suggest ? undefined : 'COMMON.TEXT_UNCHECKED'
  } catch {
    return 'COMMON.TEXT_UNCHECKED' // unreachable or over its quota: nothing unchecked is published
  }
}
