import { useEffect } from 'react'
import type { OutputOf } from '../../types/common/contract'
import type { communityContract } from '../../types/community.contract'
import { goTo, useHere } from '../cloud/here.store'
import { community } from '../cloud/rooms'
import { type Reading, useRead } from '../cloud/use-read'

export type Me = OutputOf<typeof communityContract, 'me'>

/** How the user stands to the centre a page is about. */
export type Standing = 'unknown' | 'stranger' | 'joined' | 'elsewhere'

export interface Centred {
  readonly me: Reading<Me>
  /** The centre the page is about; undefined until one is known or chosen. */
  readonly centreId: string | undefined
  /** `elsewhere`: an approved resident of another community, who cannot join this one. */
  readonly standing: Standing
}

const standingOf = (me: Me | undefined, centreId: string | undefined): Standing => {
  if (!me) return 'unknown'
  const home = me.centre?.id
  const asked = me.membership === 'pending' || me.membership === 'approved'
  if (!home || !centreId || !asked) return 'stranger'
  const related = home === centreId || home.startsWith(`${centreId}.`) || centreId.startsWith(`${home}.`)
  if (related) return 'joined'
  return me.membership === 'approved' ? 'elsewhere' : 'stranger'
}

/**
 * Which centre (社区) a page is about and how the user stands to it: the one of the shared link, else one's own,
 * else the one chosen on this phone. One's own centre is remembered, and for a stranger the one of the link, so that
 * the next visit begins there.
 */
export function useCentre(shared?: string): Centred {
  const me = useRead(community.me, {})
  const here = useHere()
  const own = me.data?.centre
  const lookUp = me.data && !own && shared !== undefined && shared !== here?.centreId ? shared : undefined
  const looked = useRead(community.centre, lookUp === undefined ? undefined : { centreId: lookUp }).data
  const found = own ?? looked
  useEffect(() => {
    if (!found) return
    const { id, name, phone } = found
    if (id !== here?.centreId || name !== here.name || phone !== here.phone)
      goTo({ centreId: id, name, phone })
  }, [found, here])
  const centreId = shared ?? own?.id ?? here?.centreId
  return { me, centreId, standing: standingOf(me.data, centreId) }
}
