import { createHash } from 'node:crypto'

const hash = (parts: readonly string[], length: number): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, length)

/** Names one request of one caller for ever; the audit row's `_id`. */
export const requestKeyOf = (openid: string, room: string, action: string, requestId: string): string =>
  hash([openid, room, action, requestId], 40)

/** An id made of what must be unique: inserting the same thing twice is a duplicate, which is the refusal. */
export const idOf = (...parts: string[]): string => hash(parts, 24)

/** Sorts rows by moment, then id, as one string: pages need a single range on it. */
export const orderOf = (at: number, id: string): string => `${at.toString(36).padStart(9, '0')}:${id}`
