import { createHmac, timingSafeEqual } from 'node:crypto'
import { asInstant, type Instant } from '../../types/common/time'

/** What a code is made of with a secret. */
export const hmac = (seed: string, parts: readonly (string | number)[]): Buffer =>
  createHmac('sha256', seed).update(JSON.stringify(parts)).digest()

/** Number of the time window (milliseconds long) a moment lies in. */
export const windowOf = (now: Instant, length: number): number => Math.floor(now / length)

/** The moment the window ends in which a code was shown. */
export const validUntil = (now: Instant, length: number): Instant =>
  asInstant((windowOf(now, length) + 1) * length)

const equal = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether a code is the one of this window or the one before, so that a code read at its last second still counts. */
export const holdsNow = (
  given: string,
  now: Instant,
  length: number,
  codeAt: (window: number) => string,
): boolean => {
  const window = windowOf(now, length)
  const [current, previous] = [equal(given, codeAt(window)), equal(given, codeAt(window - 1))]
  return current || previous
}

/** A kind of code that names a row: how it begins, what it is signed for, and how long (milliseconds) one is shown. */
export interface CodeKind {
  readonly prefix: string
  readonly purpose: string
  readonly window: number
}

const signature = (seed: string, purpose: string, id: string, window: number): string =>
  hmac(seed, [purpose, id, window]).subarray(0, 12).toString('hex')

/** The text of a code that names a row: `<prefix>.<id>.<signature>`. */
export const signedCode = ({ prefix, purpose, window }: CodeKind, seed: string, id: string, now: Instant) =>
  `${prefix}.${id}.${signature(seed, purpose, id, windowOf(now, window))}`

/** The row a code claims to name, before anybody looked at its signature; empty when it is no such code. */
export const claimedId = ({ prefix }: CodeKind, text: string): string => {
  const [begins, id = '', signed, ...more] = text.trim().split('.')
  return begins === prefix && signed !== undefined && more.length === 0 && /^[\w:-]{1,80}$/.test(id) ? id : ''
}

/** The row a code names, when it was signed in this window or the one before. */
export const readSignedCode = (
  kind: CodeKind,
  text: string,
  seed: string,
  now: Instant,
): string | undefined => {
  const { purpose, window } = kind
  const id = claimedId(kind, text)
  const given = text.trim().split('.')[2] ?? ''
  const isGood = holdsNow(given, now, window, (number) => signature(seed, purpose, id, number))
  return id !== '' && isGood ? id : undefined
}
