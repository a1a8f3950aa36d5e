import type { Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { Party, SessionDocument } from '../../_kit/documents/sessions'
import type { OwnRow } from '../../_kit/own'
import { table } from '../../_kit/table'
import { partyKey } from './session-attending.rule'

const mostRows = 1000
const rsvpText = { none: '', yes: '说来', no: '说不来' } as const

type Listed = Pick<SessionDocument, '_id' | 'title' | 'startsAt' | 'parties'>

/** Sessions somebody is on the list of, newest first. One request. */
const sessionsOf = (openid: string): Promise<Listed[]> =>
  table('sessions').find(
    { people: openid },
    {
      order: [['order', 'desc']],
      limit: mostRows,
      fields: { title: true, startsAt: true, parties: true },
    },
  )

const textOf = (title: string, { title: seat, rsvp, presentAt }: Party): string =>
  [title, seat, rsvpText[rsvp], presentAt > 0 ? '到会' : ''].filter((word) => word !== '').join(' ')

/** What is kept of somebody on the lists of sessions. One request. */
export const ownSession = async (openid: string): Promise<OwnRow[]> =>
  (await sessionsOf(openid)).flatMap(({ _id, title, startsAt: at, parties }) => {
    const own = parties[partyKey(_id, openid)]
    return own ? [{ what: '议事会', at, text: textOf(title, own) }] : []
  })

/** Whether somebody said that they come to a session that is not over. One request. */
export const isExpectedInSession = async (openid: string, now: Instant): Promise<boolean> => {
  const coming = await table('sessions').find(
    { people: openid, state: 'announced', endsAt: _.gt(now) },
    { limit: mostRows, fields: { parties: true } },
  )
  return coming.some(({ _id, parties }) => parties[partyKey(_id, openid)]?.rsvp === 'yes')
}

/**
 * Forgets who somebody was on the lists of sessions: the row moves to the key of the alias, so that seats and counts
 * stay and nothing of the openid does. Harmless when repeated; false while a row changed meanwhile, then once more.
 */
export const forgetSession = async (openid: string, alias: string): Promise<boolean> => {
  let isDone = true
  for (const { _id, parties } of await sessionsOf(openid)) {
    const key = partyKey(_id, openid)
    const own = parties[key]
    const seen = own && { [`parties.${key}.rsvp`]: own.rsvp, [`parties.${key}.presentAt`]: own.presentAt }
    const row = own && { ...own, who: alias, nameSealed: '', nameMasked: '已注销', title: '' }
    const moved = await table('sessions').update(
      { _id, people: openid, ...seen },
      {
        people: _.pull(openid),
        [`wrong.${key}`]: _.remove(),
        ...(row && { [`parties.${key}`]: _.remove(), [`parties.${partyKey(_id, alias)}`]: _.set(row) }),
      },
    )
    isDone &&= moved > 0
  }
  return isDone
}
