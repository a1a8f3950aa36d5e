import { useState } from 'react'
import { cloud } from '../cloud/cloud'
import type { Refusal } from '../cloud/refusal'
import { community, lists } from '../cloud/rooms'
import { useRead } from '../cloud/use-read'
import { useWrite } from '../cloud/use-write'
import { joinPath } from '../community/paths'
import type { Standing } from '../community/use-centre'
import { open } from '../pages/open'
import { say } from '../ui/say'
import { enrolledWords } from './offer.rule'

export interface Enrolling {
  /** Enrols the user, or a family member by name; a stranger is asked to join first and then enrolled. */
  readonly enrol: (projectId: string, forName?: string) => Promise<boolean>
  /** The project a tap is under way for. */
  readonly busyId: string | undefined
  /** Why the last tap was refused, and for which project. */
  readonly refused: { readonly projectId: string; readonly refusal: Refusal } | undefined
}

/** Enrolling (报名) from a list or from the page of one service. */
export function useEnrol(centreId: string, standing: Standing): Enrolling {
  const { send, busy, refusal } = useWrite(lists.enrol)
  const [tapped, setTapped] = useState<string>()
  const noticeTemplate = useRead(community.me, {}).data?.noticeTemplate
  const enrol = async (projectId: string, forName?: string): Promise<boolean> => {
    if (standing === 'stranger') {
      open(joinPath(centreId, forName === undefined ? projectId : undefined))
      return false
    }
    setTapped(projectId)
    if (noticeTemplate) cloud.askToNotify(noticeTemplate)
    const mine = await send({ centreId, projectId, ...(forName !== undefined && { forName }) })
    if (mine) say(enrolledWords(mine, forName ?? ''))
    return mine !== undefined
  }
  return {
    enrol,
    busyId: busy ? tapped : undefined,
    refused: refusal && tapped ? { projectId: tapped, refusal } : undefined,
  }
}
