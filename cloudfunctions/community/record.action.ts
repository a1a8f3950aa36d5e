import type { communityContract } from '../../types/community.contract'
import { pageOf } from '../_kit/page.rule'
import type { Action } from '../_kit/serve'
import { auditPage, markNoticesRead, noticePage } from './community.store'

type Community = typeof communityContract

const shownOfId = 4

/** Who did what at a centre. People of the same masked name are told apart by the end of their openid. */
export const auditLog: Action<Community, 'auditLog'> = async ({ centreId, after }) => {
  const { rows, ...next } = pageOf(await auditPage(centreId, after))
  return {
    data: {
      rows: rows.map(({ at, who, whoMasked, action, target }) => ({
        at,
        who: `${whoMasked || '未登记'} ${who.slice(-shownOfId)}`,
        action,
        target,
      })),
      ...next,
    },
  }
}

/** The caller's own notices. */
export const notices: Action<Community, 'notices'> = async ({ after }, ask) => {
  const { rows, ...next } = pageOf(await noticePage(ask.caller.openid, after))
  return {
    data: {
      rows: rows.map(({ _id, title, text, at, page, read }) => ({ id: _id, title, text, at, page, read })),
      ...next,
    },
  }
}

/** Marks the caller's notices as read. */
export const readNotices: Action<Community, 'readNotices'> = async (_input, ask) => ({
  data: { read: await markNoticesRead(ask.caller.openid, ask.now) },
})
