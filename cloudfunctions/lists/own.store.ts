import type { Instant } from '../../types/common/time'
import { command } from '../_kit/cloud'
import { type OwnRow, rowsWithOwn } from '../_kit/own'
import { table } from '../_kit/table'

const mostRows = 1000

/** What the lists keep of a resident: needs they stated and places they took. Two requests. */
export const ownInLists = async (openid: string): Promise<OwnRow[]> => {
  const needs = await table('needs').find({ by: openid }, { order: [['order', 'desc']], limit: mostRows })
  const projects = await rowsWithOwn('projects', openid, ['title'])
  return [
    ...needs.map(({ at, text }) => ({ what: '说过的需求', at, text })),
    ...projects.flatMap(({ title, own }) =>
      own.map(({ at, nameMasked }) => ({ what: '报名', at, text: `${title} ${nameMasked}` })),
    ),
  ]
}

/** Whether somebody stands in the list of a service that is not over. One request. */
export const isExpectedInLists = async (openid: string, now: Instant): Promise<boolean> => {
  const where = { 'entries.who': openid, state: 'published', endsAt: command.gt(now) }
  return (await table('projects').find(where, { limit: 1, fields: { _id: true } })).length > 0
}

/**
 * Forgets who somebody was: lists of services that are over keep the masked name under an alias, needs stay without
 * name and address. Again is harmless.
 */
export const forgetInLists = async (openid: string, alias: string): Promise<void> => {
  await table('needs').update({ by: openid }, { by: '', personSealed: '', addressSealed: '' })
  const fields = { 'entries.who': true, 'entries.key': true }
  for (const { _id, entries } of await table('projects').find(
    { 'entries.who': openid },
    { limit: mostRows, fields },
  )) {
    for (const [at, { who, key }] of entries.entries()) {
      if (who !== openid) continue
      await table('projects').update(
        { _id, [`entries.${at}.key`]: key },
        {
          [`entries.${at}.who`]: alias,
          [`entries.${at}.key`]: key.replace(openid, alias),
          [`entries.${at}.nameSealed`]: '',
          [`entries.${at}.forSealed`]: '',
        },
      )
    }
  }
}
