import Taro, { useRouter } from '@tarojs/taro'
import { type ComponentType, useEffect } from 'react'
import { deskPath } from '../lists/paths'
import { useDeskCentre } from './desk.store'

/** What every staff page knows: the centre it works for. */
export interface AtWork {
  readonly centreId: string
}

/**
 * A staff page for the centre named in its link, else for the one the desk (工作台) remembers. With neither it leads to
 * the desk, where a centre is chosen.
 */
export const atWork = (Shown: ComponentType<AtWork>) =>
  function StaffPage() {
    const remembered = useDeskCentre()
    const centreId = useRouter().params.centreId || remembered
    useEffect(() => {
      if (!centreId) void Taro.redirectTo({ url: deskPath })
    }, [centreId])
    return centreId ? <Shown centreId={centreId} /> : null
  }
