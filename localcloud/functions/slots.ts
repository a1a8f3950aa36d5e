/** A fixed number of places, given out first come, first served. */
export interface Slots {
  take(): Promise<void>
  give(): void
}

/** `count` places; further takers wait in line. */
export const openSlots = (count: number): Slots => {
  let free = count
  const waiting: (() => void)[] = []
  return {
    take: () => {
      if (free > 0) {
        free -= 1
        return Promise.resolve()
      }
      return new Promise((resolve) => waiting.push(resolve))
    },
    give: () => {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}
