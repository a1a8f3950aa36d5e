import type { Instant } from '../../types/common/time'
import { hmac, holdsNow, readSignedCode, signedCode, windowOf } from '../_kit/rotating-code.rule'

/** A shift's code changes every half minute. */
export const shiftWindow = 30_000

const digits = (seed: string, shiftId: string, window: number): string =>
  String(hmac(seed, ['shift', shiftId, window]).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** 签到码: six digits that hold for half a minute at one shift. */
export const shiftDigits = (seed: string, shiftId: string, now: Instant): string =>
  digits(seed, shiftId, windowOf(now, shiftWindow))

/** Whether six digits are the shift's code of now or of the half minute before. */
export const isShiftDigits = (given: string, seed: string, shiftId: string, now: Instant): boolean =>
  holdsNow(given, now, shiftWindow, (window) => digits(seed, shiftId, window))

/** A household's code changes every minute. */
export const householdWindow = 60_000

const household = { prefix: 'LL1', purpose: 'household', window: householdWindow }

/** 积分码: the text of a household's QR code: `LL1.<passbook>.<signature>`, good for a minute. */
export const householdCode = (seed: string, passbookId: string, now: Instant): string =>
  signedCode(household, seed, passbookId, now)

/** The passbook a household's code names, when it was signed in this minute or the one before. */
export const readHouseholdCode = (text: string, seed: string, now: Instant): string | undefined =>
  readSignedCode(household, text, seed, now)
