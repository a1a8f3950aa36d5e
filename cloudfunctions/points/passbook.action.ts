import { shanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import { buildingName } from '../_kit/door.rule'
import { idOf } from '../_kit/ids'
import { pageOf } from '../_kit/page.rule'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { isOwn } from './log.rule'
import { passbookPage, setHiddenOf, setMaySpendOf } from './passbook.store'
import { statementView } from './passbook.view'
import { loadStatement } from './statement.store'

type Points = typeof pointsContract

/** The caller's household's passbook, this month or another. */
export const myPassbook: Action<Points, 'myPassbook'> = async (input, ask) => {
  const { resident, openid } = ask.caller
  const month = input.month ?? shanghaiDay(ask.now).slice(0, 7)
  const facts = resident && (await loadStatement(resident.centreId, resident.householdId, month))
  if (!facts) return refuse('POINTS.NO_PASSBOOK')
  const { mayNotSpend } = facts.book
  const members = facts.people.map(({ _id, nameMasked }) => ({
    // tells members of the same masked name apart, without saying who is who in WeChat
    memberId: idOf('member', facts.book._id, _id),
    name: nameMasked,
    me: _id === openid,
    maySpend: !mayNotSpend.includes(_id),
  }))
  return { data: { ...statementView(facts, month, ask.now), members } }
}

/** The passbooks of a community, all or of one building. */
export const passbooks: Action<Points, 'passbooks'> = async ({ centreId, building, after }) => {
  const named = building === undefined ? undefined : buildingName(building)
  const { rows, ...next } = pageOf(await passbookPage(centreId, named, after))
  return {
    data: {
      rows: rows.map(({ _id, building, room, balance, state }) => ({
        passbookId: _id,
        building,
        room,
        balance,
        state,
      })),
      ...next,
    },
  }
}

/** One household's passbook, for the staff. */
export const passbook: Action<Points, 'passbook'> = async ({ centreId, passbookId, ...input }, ask) => {
  const month = input.month ?? shanghaiDay(ask.now).slice(0, 7)
  const facts = await loadStatement(centreId, passbookId, month)
  if (!facts) return refuse('POINTS.NO_PASSBOOK')
  const { state, mayNotSpend } = facts.book
  const members = facts.people.map(({ _id, nameMasked }) => ({
    residentId: _id,
    name: nameMasked,
    maySpend: !mayNotSpend.includes(_id),
  }))
  return { data: { ...statementView(facts, month, ask.now), state, members } }
}

/** Says which member may redeem, as the household wants it. */
export const setMaySpend: Action<Points, 'setMaySpend'> = along(
  ({ passbookId, residentId }) => [
    { from: 'households', id: passbookId },
    { from: 'passbooks', id: passbookId },
    { from: 'residents', id: residentId },
  ],
  async ({ centreId, passbookId, residentId, maySpend }, ask) => {
    const { households: household, residents: member } = ask.rows
    if (household?.centreId !== centreId) return refuse('POINTS.NO_PASSBOOK')
    if (isOwn(ask.caller.resident, household)) return refuse('POINTS.OWN_HOUSEHOLD')
    if (member?.householdId !== passbookId) return refuse('COMMON.NOT_FOUND')
    await setMaySpendOf(household, ask.rows.passbooks !== undefined, residentId, maySpend)
    return { data: { passbookId }, target: `${passbookId} ${residentId}` }
  },
)

/** Says whether the caller's household is shown on the honour roll; hiding takes it off at once. */
export const setHidden: Action<Points, 'setHidden'> = along(
  () => [
    { from: 'households', id: { of: 'household' } },
    { from: 'passbooks', id: { of: 'household' } },
  ],
  async ({ hidden }, ask) => {
    const { households: household, passbooks: passbook } = ask.rows
    if (!household) return refuse('POINTS.NO_PASSBOOK')
    await setHiddenOf(household, passbook !== undefined, hidden)
    return { data: { hidden }, target: household._id }
  },
)
