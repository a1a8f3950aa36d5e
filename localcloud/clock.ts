/** The local cloud's time: real time plus an offset that tests may set. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  offsetMs(): number
  /** Sets the clock to an instant; null returns to real time. */
  set(now: number | null): void
  advance(ms: number): void
}

/** A clock that starts at real time. */
export const openClock = (): Clock => {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    set: (now) => {
      offset = now === null ? 0 : now - Date.now()
    },
    advance: (ms) => {
      offset += ms
    },
  }
}
