const LENGTH = 24
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new request id: one per tap, the same for every repetition of that tap. */
export const newRequestId = (): string =>
  Array.from({ length: LENGTH }, () => letters[Math.floor(Math.random() * letters.length)]).join('')
