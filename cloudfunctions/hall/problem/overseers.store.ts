import { holdersOf } from '../../community/community.door'
import type { Overseers } from './problem-told.rule'

const parentOf = (centreId: string): string => centreId.split('.').slice(0, -1).join('.')

/** Those who oversee a centre's problems nearest to it: by a role at the centre itself, else by one above. */
const nearest = async (centreId: string): Promise<readonly string[]> => {
  const all = await holdersOf(centreId, 'problem.oversee')
  const parent = parentOf(centreId)
  const above = parent === '' ? [] : await holdersOf(parent, 'problem.oversee')
  const own = all.filter((who) => !above.includes(who))
  return own.length > 0 ? own : all
}

/** 书记: who looks at what was done where nobody in particular raised it. Two requests. */
export const secretaryOf = nearest

/** Everybody who is told as a problem of a centre climbs. Five requests. */
export const overseersOf = async (centreId: string): Promise<Overseers> => ({
  staff: await holdersOf(centreId, 'problem.manage'),
  secretary: await nearest(centreId),
  street: await nearest(parentOf(centreId) || centreId),
})
