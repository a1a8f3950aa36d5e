import type { hallContract } from '../../../types/hall.contract'
import type { Ask } from '../../_kit/ask'
import { tell } from '../../_kit/notices'
import { unseal } from '../../_kit/privacy'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { calendarsAlong, calendarsOf } from '../calendar/calendar.store'
import { change } from './changing.store'
import { colleaguesAlong, colleaguesOf, contactOf } from './colleague.store'
import { looking, moderating } from './matter.rule'
import { matterAlong } from './matter.store'
import { onTheWayNotices, sortedNotices } from './matter-told.rule'
import { rulesFor } from './procedure.rule'
import { hallSettingsAlong } from './settings.store'
import { movingUp, refusing, sorting, type Terms } from './sorting.rule'
import { stepToTake } from './step.rule'

type Hall = typeof hallContract

/** Look-ups of what a term is counted by. */
export const termsAlong = (centreId: string) => [hallSettingsAlong(centreId), calendarsAlong(centreId)]

/** What a term is counted by, of the rows that came along. */
export const termsOf = ({ lists, now }: Ask): Terms => ({
  rules: rulesFor(lists.hallSettings),
  calendars: calendarsOf(lists.calendars ?? [], now),
})

export const triageMatter: Action<Hall, 'triageMatter'> = along(
  ({ centreId, matterId }) => [
    matterAlong(centreId, matterId),
    colleaguesAlong(centreId),
    ...termsAlong(centreId),
  ],
  async ({ centreId, matterId, tier, officer }, ask) => {
    const person = colleaguesOf(ask.lists.residents, centreId).find(({ who }) => who === officer)
    if (!person) return refuse('HALL.WRONG_PERSON')
    const given = { tier, officer, officerMasked: person.nameMasked }

    const matter = await change(ask, (seen) => sorting(seen, given, termsOf(ask), ask))
    if (isRefused(matter)) return matter

    await tell(sortedNotices(matter, ask.caller.openid), ask.now)
    return { data: { dueAt: matter.dueAt }, target: matterId }
  },
)

export const moveUpMatter: Action<Hall, 'moveUpMatter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId), ...termsAlong(centreId)],
  async ({ matterId, tier, reason }, ask) => {
    const matter = await change(ask, (seen) => movingUp(seen, { tier, reason }, termsOf(ask), ask))
    if (isRefused(matter)) return matter
    await tell(onTheWayNotices(matter, `:换了更细的办法来办,因为${reason}。`, ask.requestKey), ask.now)
    return { data: { tier, next: stepToTake(matter) }, target: matterId }
  },
)

export const refuseMatter: Action<Hall, 'refuseMatter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async ({ matterId, reason }, ask) => {
    const matter = await change(ask, (seen) => refusing(seen, reason, ask))
    if (isRefused(matter)) return matter
    await tell(onTheWayNotices(matter, `没有受理:${reason}`, ask.requestKey), ask.now)
    return { data: { matterId }, target: matterId }
  },
)

export const moderateMatter: Action<Hall, 'moderateMatter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async ({ matterId, hidden, reason }, ask) => {
    const matter = await change<never>(ask, () => moderating(hidden, reason, ask))
    if (isRefused(matter)) return matter
    const words = hidden ? `先不给别的居民看:${reason}` : '重新公开了。'
    await tell(onTheWayNotices(matter, words, ask.requestKey), ask.now)
    return { data: { hidden }, target: matterId }
  },
)

/** Name and phone of who raised it; the story keeps who looked and why, not what was seen. */
export const raiserContact: Action<Hall, 'raiserContact'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async ({ matterId, reason }, ask) => {
    const matter = await change<never>(ask, () => looking(reason, ask))
    if (isRefused(matter)) return matter
    const { by, forNameSealed: nameSealed, forPhoneSealed: phoneSealed } = matter
    const contact = by === '' ? { nameSealed, phoneSealed } : await contactOf(by)
    if (!contact) return refuse('COMMON.NOT_FOUND')
    return {
      data: { name: unseal(contact.nameSealed), phone: unseal(contact.phoneSealed) },
      target: matterId,
    }
  },
)
