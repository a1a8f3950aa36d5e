import type { listsContract } from '../../types/lists.contract'
import { maskName } from '../_kit/mask.rule'
import { pageOf } from '../_kit/page.rule'
import { seal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { checkText } from '../_kit/text-check'
import { countOnce } from './count.store'
import { explainUnchanged, newNeed } from './need.rule'
import { changeOpenNeed, claimNeed, findNeed, findNeeds, findNeedsBy } from './need.store'
import { ownNeedView, staffNeedView } from './need.view'

type Lists = typeof listsContract

/** How WeChat's text check counts a need: words left for others to read. */
const forumScene = 3

export const stateNeed: Action<Lists, 'stateNeed'> = async ({ centreId, ...stated }, ask) => {
  const refused = await checkText(ask.caller.openid, stated.text, forumScene)
  if (refused) return refuse(refused)

  const { openid, resident } = ask.caller
  const sayer = {
    by: openid,
    personMasked: resident?.nameMasked ?? '',
    personSealed: resident?.nameSealed ?? '',
    addressSealed: seal(`${resident?.building ?? ''} ${resident?.room ?? ''}`.trim()),
  }
  const need = newNeed(centreId, stated, 'self', sayer, ask)

  await claimNeed(need)
  await countOnce(centreId, ask.requestKey, { open: 1 })

  return { data: { needId: need._id }, target: need._id }
}

export const enterNeed: Action<Lists, 'enterNeed'> = async (
  { centreId, source, person = '', building = '', room = '', ...stated },
  ask,
) => {
  const sayer = {
    by: '',
    personMasked: maskName(person),
    personSealed: seal(person),
    addressSealed: seal(`${building} ${room}`.trim()),
  }
  const need = newNeed(centreId, stated, source, sayer, ask)

  await claimNeed(need)
  await countOnce(centreId, ask.requestKey, { open: 1 })

  return { data: { needId: need._id }, target: need._id }
}

/** Takes an open need out of the open ones, once per request; `by` limits it to the resident's own. */
const decideOpenNeed = async (
  where: { readonly _id: string; readonly centreId: string; readonly by?: string },
  state: 'withdrawn' | 'gap',
  requestKey: string,
) => {
  const changed = await changeOpenNeed(where, { state, decidedIn: requestKey })
  if (!changed) {
    const need = await findNeed(where.centreId, where._id)
    const own = where.by === undefined || need?.by === where.by
    const why = explainUnchanged(own ? need : undefined, requestKey)
    if (why === 'missing') return refuse('COMMON.NOT_FOUND')
    if (why === 'decided') return refuse('LISTS.ALREADY_DECIDED')
  }
  await countOnce(where.centreId, requestKey, { open: -1, [state]: 1 })
  return { data: { needId: where._id }, target: where._id }
}

export const withdrawNeed: Action<Lists, 'withdrawNeed'> = ({ centreId, needId }, ask) =>
  decideOpenNeed({ _id: needId, centreId, by: ask.caller.openid }, 'withdrawn', ask.requestKey)

export const markGap: Action<Lists, 'markGap'> = ({ centreId, needId }, ask) =>
  decideOpenNeed({ _id: needId, centreId }, 'gap', ask.requestKey)

export const myNeeds: Action<Lists, 'myNeeds'> = async ({ centreId, after }, ask) => {
  const { rows, next } = pageOf(await findNeedsBy(ask.caller.openid, centreId, after))
  return { data: { rows: rows.map(ownNeedView), ...(next && { next }) } }
}

export const needs: Action<Lists, 'needs'> = async ({ centreId, state, after }) => {
  const { rows, next } = pageOf(await findNeeds(centreId, state, after))
  return { data: { rows: rows.map(staffNeedView), ...(next && { next }) } }
}
