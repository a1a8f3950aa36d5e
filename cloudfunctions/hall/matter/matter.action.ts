import type { hallContract } from '../../../types/hall.contract'
import { pageOf } from '../../_kit/page.rule'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { colleaguesAlong, colleaguesOf } from './colleague.store'
import { mayRead, openStates } from './matter.rule'
import { type ListedMatter, matterAlong, matterPage, mattersBy } from './matter.store'
import { residentRow, residentStory, staffRow, staffStory } from './matter.view'

type Hall = typeof hallContract
type MatterRow = ReturnType<typeof staffRow>

const paged = (fetched: readonly ListedMatter[], view: (matter: ListedMatter) => MatterRow) => {
  const { rows, next } = pageOf(fetched)
  return { data: { rows: rows.map(view), ...(next && { next }) } }
}

/** What residents of the centre raised; not what is hidden, was taken back or not taken on. */
export const matters: Action<Hall, 'matters'> = async ({ centreId, show, after }, ask) => {
  const { openid } = ask.caller
  const states = show === 'open' ? openStates : (['closed'] as const)
  const found = await matterPage(centreId, states, openid, { after, hidden: false })
  return paged(found, (matter) => residentRow(matter, openid))
}

export const myMatters: Action<Hall, 'myMatters'> = async ({ centreId, after }, ask) => {
  const { openid } = ask.caller
  return paged(await mattersBy(openid, centreId, after), (matter) => residentRow(matter, openid))
}

export const matter: Action<Hall, 'matter'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async (_input, { rows, caller: { openid } }) =>
    rows.matters && mayRead(rows.matters, openid)
      ? { data: residentStory(rows.matters, openid) }
      : refuse('COMMON.NOT_FOUND'),
)

export const mattersOfStaff: Action<Hall, 'mattersOfStaff'> = async ({ centreId, state, after }, ask) => {
  const { openid } = ask.caller
  const found = await matterPage(centreId, [state], openid, { after, hidden: true })
  return paged(found, (row) => staffRow(row, openid))
}

export const matterOfStaff: Action<Hall, 'matterOfStaff'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async (_input, { rows, caller: { openid } }) =>
    rows.matters ? { data: staffStory(rows.matters, openid) } : refuse('COMMON.NOT_FOUND'),
)

/** Whom a matter may be given to, or an opinion asked of. */
export const hallPeople: Action<Hall, 'hallPeople'> = along(
  ({ centreId }) => [colleaguesAlong(centreId)],
  async ({ centreId }, ask) => {
    const people = colleaguesOf(ask.lists.residents, centreId)
    return { data: { rows: people.map(({ who, nameMasked: name, role }) => ({ who, name, role })) } }
  },
)
