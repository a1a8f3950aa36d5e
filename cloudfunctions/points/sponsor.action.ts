import type { pointsContract } from '../../types/points.contract'
import { idOf, orderOf } from '../_kit/ids'
import { maskContact } from '../_kit/mask.rule'
import { pageOf } from '../_kit/page.rule'
import { seal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { storyLine, thanksText } from './sponsor.rule'
import { changeSponsor, claimSponsor, findSponsors, itemsGivenBy } from './sponsor.store'

type Points = typeof pointsContract

export const sponsors: Action<Points, 'sponsors'> = async ({ centreId, after }) => {
  const { rows, next } = pageOf(await findSponsors(centreId, after))
  return {
    data: {
      rows: rows.map(({ _id, name, contactMasked }) => ({ sponsorId: _id, name, contact: contactMasked })),
      ...(next && { next }),
    },
  }
}

/** An absent contact stays as it is; an empty one is taken away. */
export const saveSponsor: Action<Points, 'saveSponsor'> = along(
  ({ sponsorId }) => (sponsorId === undefined ? [] : [{ from: 'sponsors', id: sponsorId }]),
  async ({ centreId, sponsorId, name, contact }, ask) => {
    const sealed = (text: string) => ({ contactSealed: seal(text), contactMasked: maskContact(text) })
    if (sponsorId === undefined) {
      const _id = idOf('sponsor', ask.requestKey)
      await claimSponsor({ _id, centreId, name, ...sealed(contact ?? ''), order: orderOf(ask.now, _id) })
      return { data: { sponsorId: _id }, target: _id }
    }
    if (ask.rows.sponsors?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    await changeSponsor(centreId, sponsorId, { name, ...(contact !== undefined && sealed(contact)) })
    return { data: { sponsorId }, target: sponsorId }
  },
)

export const sponsorStory: Action<Points, 'sponsorStory'> = along(
  ({ centreId, sponsorId }) => [
    { from: 'sponsors', id: sponsorId },
    { from: 'centres', id: centreId },
  ],
  async ({ centreId, sponsorId }, { rows: { sponsors: sponsor, centres: centre } }) => {
    if (sponsor?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const items = await itemsGivenBy(centreId, sponsorId)
    const lines = items.map((item) => storyLine(item, sponsorId))
    return {
      data: { name: sponsor.name, rows: lines, thanks: thanksText(sponsor.name, centre?.name ?? '', lines) },
    }
  },
)
