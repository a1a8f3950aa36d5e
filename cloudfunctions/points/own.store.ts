import { type Instant, shanghaiDay } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import { type OwnRow, rowsWithOwn } from '../_kit/own'
import { table } from '../_kit/table'

const mostRows = 1000

/** What the points room keeps of a resident besides the household's passbook: shifts and redemptions. Two requests. */
export const ownInPoints = async (openid: string, passbookId: string): Promise<OwnRow[]> => {
  const shifts = await rowsWithOwn('shifts', openid, ['title', 'startsAt'])
  const redemptions = await table('redemptions').find(
    { passbookId, by: openid },
    { order: [['order', 'desc']], limit: mostRows },
  )
  return [
    ...shifts.flatMap(({ title, startsAt: at, own }) =>
      own.map(({ minutes }) => ({ what: '志愿班次', at, text: `${title} ${minutes} 分钟` })),
    ),
    ...redemptions.map(({ at, title, quantity, points }) => ({
      what: '兑换',
      at,
      text: `${title} ${quantity} 件,${points} 分,${shanghaiDay(at)}`,
    })),
  ]
}

/** Whether somebody is on a shift that is not over. One request. */
export const isExpectedInPoints = async (openid: string, now: Instant): Promise<boolean> => {
  const where = { 'entries.who': openid, state: 'open', endsAt: _.gt(now) }
  return (await table('shifts').find(where, { limit: 1, fields: { _id: true } })).length > 0
}

/**
 * Forgets who somebody was: shifts, redemptions and objections keep the masked name under an alias, the passbook keeps
 * its history. Answers whether nothing is left; a shift whose points are still being posted is forgotten afterwards.
 */
export const forgetInPoints = async (
  openid: string,
  { householdId, centreId }: { readonly householdId: string; readonly centreId: string },
  alias: string,
): Promise<boolean> => {
  await table('passbooks').update({ _id: householdId }, { mayNotSpend: _.pull(openid) })
  await table('redemptions').update({ passbookId: householdId, by: openid }, { by: alias })
  await table('objections').update({ centreId, by: openid }, { by: alias })
  const fields = { 'entries.who': true, settled: true }
  const shifts = await table('shifts').find({ 'entries.who': openid }, { limit: mostRows, fields })
  for (const { _id, entries, settled } of shifts) {
    const at = entries.findIndex(({ who }) => who === openid)
    // the journal of a shift is named by who was on it: until it is posted the name must not change
    if (settled) {
      const own = `entries.${at}.who`
      await table('shifts').update({ _id, settled: true, [own]: openid }, { [own]: alias })
    }
  }
  return (await table('shifts').find({ 'entries.who': openid }, { limit: 1, fields })).length === 0
}
