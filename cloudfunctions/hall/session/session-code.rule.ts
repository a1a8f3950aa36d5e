import type { Instant } from '../../../types/common/time'
import { hmac, holdsNow, windowOf } from '../../_kit/rotating-code.rule'

/** A session's code changes every minute. */
export const sessionWindow = 60_000

const digits = (seed: string, sessionId: string, window: number): string =>
  String(hmac(seed, ['session', sessionId, window]).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** 到会签到码: six digits that hold for a minute at one session. */
export const sessionDigits = (seed: string, sessionId: string, now: Instant): string =>
  digits(seed, sessionId, windowOf(now, sessionWindow))

/** Whether six digits are the session's code of now or of the minute before. */
export const isSessionDigits = (given: string, seed: string, sessionId: string, now: Instant): boolean =>
  holdsNow(given, now, sessionWindow, (window) => digits(seed, sessionId, window))
