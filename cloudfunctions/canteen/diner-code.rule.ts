import type { Instant } from '../../types/common/time'
import { claimedId, readSignedCode, signedCode, validUntil } from '../_kit/rotating-code.rule'

/** 绑定码: sent to a relative who may live elsewhere, so it is shown for ten minutes and holds for ten more. */
const binding = { prefix: 'LLF', purpose: 'diner', window: 600_000 }

/** The code a diner's family shows to another relative, and until when it is shown. */
export const dinerCodeAt = (
  seed: string,
  dinerId: string,
  now: Instant,
): { readonly code: string; readonly until: Instant } => ({
  code: signedCode(binding, seed, dinerId, now),
  until: validUntil(now, binding.window),
})

/** The diner a code says it is about, before its signature is looked at. */
export const claimedDiner = (code: string): string => claimedId(binding, code)

/** The diner a code binds to, while it holds. */
export const readDinerCode = (code: string, seed: string, now: Instant): string | undefined =>
  readSignedCode(binding, code, seed, now)
