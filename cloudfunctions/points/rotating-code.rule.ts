import { createHmac, timingSafeEqual } from 'node:crypto'
import { asInstant, type Instant } from '../../types/common/time'

const hmac = (seed: string, parts: readonly (string | number)[]): Buffer =>
  createHmac('sha256', seed).update(JSON.stringify(parts)).digest()

/** Number of the time window (milliseconds long) a moment lies in. */
const windowOf = (now: Instant, length: number): number => Math.floor(now / length)

/** The moment the window ends in which a code was shown. */
export const validUntil = (now: Instant, length: number): Instant =>
  asInstant((windowOf(now, length) + 1) * length)

const equal = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether a code is the one of this window or the one before, so that a code read at its last second still counts. */
const holdsNow = (
  given: string,
  now: Instant,
  length: number,
  codeAt: (window: number) => string,
): boolean => {
  const window = windowOf(now, length)
  const [current, previous] = [equal(given, codeAt(window)), equal(given, codeAt(window - 1))]
  return current || previous
}

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

const signature = (seed: string, passbookId: string, window: number): string =>
  hmac(seed, ['household', passbookId, window]).subarray(0, 12).toString('hex')

/** 积分码: the text of a household's QR code: `LL1.<passbook>.<signature>`, good for a minute. */
export const householdCode = (seed: string, passbookId: string, now: Instant): string =>
  `LL1.${passbookId}.${signature(seed, passbookId, windowOf(now, householdWindow))}`

/** The passbook a household's code names, when it was signed in this minute or the one before. */
export const readHouseholdCode = (text: string, seed: string, now: Instant): string | undefined => {
  // what does not match leaves an empty signature, which never holds
  const [, passbookId = '', given = ''] = /^LL1\.([\w:-]{1,80})\.([0-9a-f]{24})$/.exec(text.trim()) ?? []
  const isGood = holdsNow(given, now, householdWindow, (window) => signature(seed, passbookId, window))
  return isGood ? passbookId : undefined
}
