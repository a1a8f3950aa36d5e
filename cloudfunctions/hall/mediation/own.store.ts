import type { Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { OwnRow } from '../../_kit/own'
import { unseal } from '../../_kit/privacy'
import { table } from '../../_kit/table'
import { inTransaction } from '../../_kit/transaction'
import { handedBack, partyKeyOf } from './mediation.rule'
import { changeMediation, mediationForUpdate, openOnesOf } from './mediation.store'

const mostRows = 1000
const gone = '已注销'

/** What mediations keep of a person: what they said where they asked, and what they agreed to. One request. */
export const ownMediation = async (openid: string): Promise<OwnRow[]> => {
  const all = await table('mediations').find(
    { people: openid },
    { order: [['order', 'desc']], limit: mostRows },
  )
  return all.map(({ _id, askedAt: at, parties, textSealed, otherSealed, agreement }) => {
    const isAsking = parties[partyKeyOf(_id, openid)]?.role === 'asking'
    const asked = isAsking ? `${unseal(textSealed)}(${unseal(otherSealed)})` : '应邀参加'
    const agreed = agreement ? `;协议:${unseal(agreement.textSealed)}` : ''
    return { what: '调解', at, text: `${asked}${agreed}` }
  })
}

/** Whether somebody is a party of a mediation that is not over. One request. */
export const isExpectedInMediation = async (openid: string): Promise<boolean> =>
  (await openOnesOf(openid)).length > 0

const handAllBack = async (openid: string, now: Instant): Promise<void> => {
  const cases = await table('mediations').find(
    { mediator: openid, state: 'underWay' },
    { limit: mostRows, fields: { _id: true, centreId: true } },
  )
  for (const { _id, centreId } of cases) {
    await inTransaction(async (transaction) => {
      const found = await mediationForUpdate(transaction, centreId, _id)
      const commit = found?.mediator === openid && found.state === 'underWay'
      if (commit) await changeMediation(transaction, found, { ...handedBack, news: [] }, now)
      return { commit, result: undefined }
    })
  }
}

/**
 * Forgets who somebody was: a party stays under an alias and what was agreed stands; what they had to mediate goes
 * back to those who can. Harmless when done again.
 */
export const forgetMediation = async (openid: string, alias: string, now: Instant): Promise<void> => {
  const all = await table('mediations').find({ people: openid }, { limit: mostRows, fields: { _id: true } })
  for (const { _id } of all) {
    const party = `parties.${partyKeyOf(_id, openid)}`
    await table('mediations').update(
      { _id },
      { [`${party}.who`]: alias, [`${party}.nameMasked`]: gone, people: _.pull(openid) },
    )
  }
  await handAllBack(openid, now)
  const noLonger = { mediator: alias, mediatorMasked: gone, remindOn: '' }
  await table('mediations').update({ mediator: openid }, noLonger)
}
