import type { hallContract } from '../../../types/hall.contract'
import { maskName } from '../../_kit/mask.rule'
import { tell } from '../../_kit/notices'
import { seal } from '../../_kit/privacy'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { checkText } from '../../_kit/text-check'
import { change } from './changing.store'
import { matterIdOf, mostOpen, newMatter, whyNotBack, withdrawing } from './matter.rule'
import { addBacker, claimMatter, countOpenOf, matterAlong, matterById, newestOpen } from './matter.store'
import { residentRow } from './matter.view'
import { officerNotices } from './matter-told.rule'
import { similarTo } from './similar.rule'

type Hall = typeof hallContract

/** How WeChat's text check counts a matter: words left for others to read. */
const forumScene = 3

/** Open matters of the centre that may be the same thing, shown before somebody raises one more. */
export const similarMatters: Action<Hall, 'similarMatters'> = async ({ centreId, ...said }, ask) => {
  const { openid } = ask.caller
  const rows = similarTo(said, await newestOpen(centreId, openid))
  return { data: { rows: rows.map((row) => residentRow(row, openid)) } }
}

export const raiseMatter: Action<Hall, 'raiseMatter'> = async ({ centreId, anonymous, ...stated }, ask) => {
  const { openid, resident } = ask.caller
  const matterId = matterIdOf(ask.requestKey)
  if ((await countOpenOf(openid, matterId, mostOpen)) >= mostOpen) return refuse('HALL.TOO_MANY_OPEN')
  const refused = await checkText(openid, `${stated.text} ${stated.place}`.trim(), forumScene)
  if (refused) return refuse(refused)

  const byMasked = resident?.nameMasked ?? ''
  const raiser = { anonymous, by: openid, byMasked, forNameSealed: '', forPhoneSealed: '' }
  await claimMatter(newMatter(centreId, stated, { source: 'self', ...raiser }, ask))

  return { data: { matterId }, target: matterId }
}

/** Written down for somebody who said it at their door, on the phone or in the group; they have no account. */
export const enterMatter: Action<Hall, 'enterMatter'> = async (
  { centreId, source, name, phone = '', ...stated },
  ask,
) => {
  const sealed = { forNameSealed: seal(name), forPhoneSealed: seal(phone) }
  const raiser = { source, anonymous: false, by: '', byMasked: maskName(name), ...sealed }
  const matter = newMatter(centreId, stated, raiser, ask)
  await claimMatter(matter)
  return { data: { matterId: matter._id }, target: matter._id }
}

/** 「我也是」, once each. */
export const backMatter: Action<Hall, 'backMatter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async ({ centreId, matterId }, ask) => {
    const { openid } = ask.caller
    const seen = ask.rows.matters
    if (!seen) return refuse('COMMON.NOT_FOUND')
    if (await addBacker(seen, openid)) {
      return { data: { backing: seen.backers.length + 1 }, target: matterId }
    }
    const matter = (await matterById(centreId, matterId)) ?? seen
    return whyNotBack(matter, openid) ?? { data: { backing: matter.backers.length }, target: matterId }
  },
)

export const withdrawMatter: Action<Hall, 'withdrawMatter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async ({ matterId }, ask) => {
    const matter = await change(ask, (seen) => withdrawing(seen, ask))
    if (isRefused(matter)) return matter
    await tell(officerNotices(matter, '提的人撤回了一件议题', ask.requestKey), ask.now)
    return { data: { matterId }, target: matterId }
  },
)
