import { createHmac, timingSafeEqual } from 'node:crypto'

/** Signs what may be done with one file until when, as the cloud's temporary URLs do. */
export interface UrlSigner {
  /** `expires` is in epoch milliseconds. */
  sign(use: 'get' | 'put', key: string, expires: number): string
  /** Whether a signature is genuine and still valid at `now`. */
  allows(use: 'get' | 'put', key: string, expires: number, signature: string, now: number): boolean
}

/** A signer with the secret `key`. */
export const openUrlSigner = (secret: string): UrlSigner => {
  const sign = (use: string, key: string, expires: number) =>
    createHmac('sha256', secret).update(`${use}\n${key}\n${expires}`).digest('hex')
  return {
    sign,
    allows: (use, key, expires, signature, now) => {
      const expected = Buffer.from(sign(use, key, expires))
      const given = Buffer.from(signature)
      return given.length === expected.length && timingSafeEqual(given, expected) && now < expires
    },
  }
}
