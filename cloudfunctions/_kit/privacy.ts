import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Personal data are sealed with this key (32 bytes, base64) from the function's environment. */
const key = (): Buffer => {
  const bytes = Buffer.from(process.env.LINLI_DATA_KEY ?? '', 'base64')
  if (bytes.length !== 32) throw new Error('LINLI_DATA_KEY must be 32 bytes in base64')
  return bytes
}

/** Encrypts a text (AES-256-GCM, fresh nonce): base64 of nonce, tag and cipher. An empty text stays empty. */
export const seal = (text: string): string => {
  if (text === '') return ''
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** Decrypts what `seal` made; throws when it was altered or the key is another. */
export const unseal = (sealed: string): string => {
  if (sealed === '') return ''
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Keyed hash of a personal text, so that it can be looked up without being readable. */
export const blindHash = (text: string): string =>
  text === '' ? '' : createHmac('sha256', key()).update(text).digest('hex').slice(0, 32)
