import { openDelivery } from '../canteen/delivering'
import { askCanteen, fillCanteen } from './canteen-story'
import type { Figure } from './figures'

/** Every size gets days of its own, so that nothing stands in its way. */
const apart = 7

/** Database requests of the canteen's everyday questions, and documents they look at, as it grows. */
export const canteen = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  const noon = await openDelivery()
  try {
    let filled = 0
    for (const [at, times] of [1, 10, 100].entries()) {
      await fillCanteen(noon, filled, times)
      filled = times
      for (const [what, { reply, cost }] of Object.entries(await askCanteen(noon, at * apart, times))) {
        if (!reply.ok) throw new Error(`${what}: ${reply.code}`)
        const isWrite = what.endsWith('(writes)')
        figures.push({
          bench: `canteen ${times}×`,
          what,
          figure: `${cost.dbRequests} requests, examined ${cost.examined}`,
          // two days are one posting and one conditional update each
          beside: !isWrite ? '≤ 2 requests' : what.includes('two days') ? '≤ 5 requests' : '≤ 4 requests',
        })
      }
    }
  } finally {
    await noon.stop()
  }
  return figures
}
