import { command as _ } from '../../_kit/cloud'
import type { MatterDocument } from '../../_kit/documents/matters'
import type { OwnRow } from '../../_kit/own'
import { table } from '../../_kit/table'
import { matterUnder } from './matter-forgetting.rule'
import { opinionKey } from './step.rule'

const mostRows = 1000

/** What the hall keeps of somebody's matters: raised, cared about, and what they wrote in others'. Two requests. */
export const ownMatters = async (openid: string): Promise<OwnRow[]> => {
  const rows = await table('matters').find(_.or([{ by: openid }, { concerned: openid }]), {
    order: [['order', 'desc']],
    limit: mostRows,
  })
  const backed = await table('matters').find(
    { backers: openid },
    { order: [['order', 'desc']], limit: mostRows, fields: { text: true, raisedAt: true } },
  )
  return [...rows.flatMap((matter) => linesOf(matter, openid)), ...backed.map(cared)]
}

const cared = ({ raisedAt: at, text }: Pick<MatterDocument, 'raisedAt' | 'text'>): OwnRow => ({
  what: '我也关心的事',
  at,
  text,
})

const linesOf = (matter: MatterDocument, openid: string): OwnRow[] => [
  ...(matter.by === openid
    ? [{ what: '提过的事', at: matter.raisedAt, text: `${matter.place} ${matter.text}`.trim() }]
    : []),
  ...matter.story.filter(({ by }) => by === openid).map(({ at, text }) => ({ what: '议题里写的', at, text })),
]

/** Whether somebody answers for a matter that is not answered, or was asked for an opinion. One request. */
export const isExpectedInMatters = async (openid: string): Promise<boolean> => {
  const unsaid = { concerned: openid, state: 'underWay', [`consulted.${opinionKey(openid)}.opinion`]: '' }
  const where = _.or([{ officer: openid, state: 'underWay' }, unsaid])
  return (await table('matters').find(where, { limit: 1, fields: { _id: true } })).length > 0
}

/** Rows changed by others meanwhile are seen anew this often. */
const passes = 5

/**
 * Forgets who somebody was: what they raised and wrote stays under the alias and 「已注销」, and so does their 「我也是」.
 * Harmless when repeated. Answers whether nothing is left.
 */
export const forgetMatters = async (openid: string, alias: string): Promise<boolean> => {
  const stands = _.or([{ by: openid }, { concerned: openid }, { backers: openid }])
  for (let pass = 0; pass < passes; pass += 1) {
    const rows = await table('matters').find(stands, { limit: mostRows })
    if (rows.length === 0) return true
    for (const matter of rows) await rename(matter, openid, alias)
  }
  return false
}

const rename = async (matter: MatterDocument, openid: string, alias: string): Promise<void> => {
  const { _id, centreId, changes, backers } = matter
  const { consulted, ...fields } = matterUnder(matter, openid, alias)
  // those who say 「我也是」 do not count as a change, so the list is watched by its length and the place in it
  const at = backers.indexOf(openid)
  await table('matters').update(
    { _id, centreId, changes, ...(at >= 0 && { [`backers.${at}`]: openid }) },
    {
      ...fields,
      consulted: _.set(consulted),
      changes: changes + 1,
      ...(at >= 0 && { [`backers.${at}`]: alias }),
    },
  )
}
