import type { hallContract } from '../../../types/hall.contract'
import { pageOf } from '../../_kit/page.rule'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { ballotIdOf, isOpenMatter, newBallot, rulesOf, whyNotChange, whyNotOpen } from './ballot.rule'
import {
  ballotAlong,
  ballotById,
  ballotPage,
  cancel,
  changeRules,
  claimBallot,
  openDraft,
} from './ballot.store'
import { ballotView } from './ballot.view'
import { isSameResult, outcomeOf } from './outcome.rule'
import { isAreaMissing } from './roll.store'
import { tallyOf } from './vote.store'

type Hall = typeof hallContract

export const ballots: Action<Hall, 'ballots'> = async ({ centreId, after }) => {
  const { rows, next } = pageOf(await ballotPage(centreId, 'opened', after))
  return { data: { rows: rows.map(ballotView), ...(next && { next }) } }
}

export const ballotsOfStaff: Action<Hall, 'ballotsOfStaff'> = async ({ centreId, after }) => {
  const { rows, next } = pageOf(await ballotPage(centreId, 'all', after))
  return { data: { rows: rows.map(ballotView), ...(next && { next }) } }
}

export const ballotOfStaff: Action<Hall, 'ballotOfStaff'> = along(
  ({ centreId, ballotId }) => [ballotAlong(centreId, ballotId)],
  async (_input, { rows }) =>
    rows.ballots ? { data: ballotView(rows.ballots) } : refuse('COMMON.NOT_FOUND'),
)

/** Writes a draft, or other rules for one that nobody has voted in; whoever votes names the version they saw. */
export const saveBallot: Action<Hall, 'saveBallot'> = along(
  ({ centreId, ballotId, matterId }, requestKey) => [
    ballotAlong(centreId, ballotId ?? ballotIdOf(requestKey)),
    ...(matterId === undefined
      ? []
      : [
          {
            from: 'matters' as const,
            id: { where: { _id: matterId, centreId }, limit: 1, fields: ['state'] },
          },
        ]),
  ],
  async (input, ask) => {
    const { centreId, ballotId, matterId, rulesVersion } = input
    const { ballots: known, matters: matter } = ask.rows
    const answer = (id: string, version: number) => ({
      data: { ballotId: id, rulesVersion: version },
      target: id,
    })
    if (known?.requestKey === ask.requestKey) return answer(known._id, known.rulesVersion)
    if (ballotId !== undefined && !known) return refuse('COMMON.NOT_FOUND')
    const rules = rulesOf(input, ask.now)
    if (isRefused(rules)) return rules
    if (known) {
      const refused = whyNotChange(known, rules, rulesVersion)
      if (refused) return refused
    }
    if (matterId !== undefined && !isOpenMatter(matter)) return refuse('HALL.UNKNOWN_MATTER')

    if (!known) {
      const ballot = newBallot(rules, { centreId, requestKey: ask.requestKey, now: ask.now })
      await claimBallot(ballot) // false where the same request runs twice: it is there
      return answer(ballot._id, ballot.rulesVersion)
    }
    if (await changeRules(known, rules, ask.requestKey)) return answer(known._id, rulesVersion + 1)
    const now = await ballotById(centreId, known._id)
    if (now?.requestKey === ask.requestKey) return answer(now._id, now.rulesVersion)
    return (now && whyNotChange(now, rules, rulesVersion)) ?? refuse('COMMON.CHANGED')
  },
)

/** Freezes the roll and lets people vote from the hour the rules say. */
export const openBallot: Action<Hall, 'openBallot'> = along(
  ({ centreId, ballotId }) => [ballotAlong(centreId, ballotId)],
  async ({ centreId, ballotId, rulesVersion }, ask) => {
    const ballot = ask.rows.ballots
    if (!ballot) return refuse('COMMON.NOT_FOUND')
    const answer = { data: { roll: ballot.roll }, target: ballotId }
    if (ballot.openedIn === ask.requestKey) return answer
    const areaMissing = ballot.unit === 'area' && (await isAreaMissing(ballot))
    const refused = whyNotOpen(ballot, rulesVersion, areaMissing, ask.now)
    if (refused) return refused

    if (await openDraft(ballot, ask.requestKey)) return answer
    const now = await ballotById(centreId, ballotId)
    if (now?.openedIn === ask.requestKey) return answer
    return (now && whyNotOpen(now, rulesVersion, false, ask.now)) ?? refuse('COMMON.CHANGED')
  },
)

export const cancelBallot: Action<Hall, 'cancelBallot'> = along(
  ({ centreId, ballotId }) => [ballotAlong(centreId, ballotId)],
  async ({ centreId, ballotId, reason }, ask) => {
    const ballot = ask.rows.ballots
    if (!ballot) return refuse('COMMON.NOT_FOUND')
    const isOver = ballot.state === 'counted' || ballot.state === 'cancelled'
    const isDone = !isOver && (await cancel(ballotId, reason, ask.requestKey))
    const now = isDone ? undefined : await ballotById(centreId, ballotId)
    if (!isDone && now?.cancelledIn !== ask.requestKey) return refuse('HALL.BALLOT_CLOSED')
    return { data: { ballotId }, target: ballotId }
  },
)

/** 重数: counts all votes again, with one request for each 1000 of them, and holds it against what was published. */
export const recountBallot: Action<Hall, 'recountBallot'> = along(
  ({ centreId, ballotId }) => [ballotAlong(centreId, ballotId)],
  async (_input, { rows: { ballots: ballot } }) => {
    if (!ballot) return refuse('COMMON.NOT_FOUND')
    if (!ballot.result) return refuse('HALL.NOT_COUNTED')
    const counted = outcomeOf(ballot, ballot.roll, await tallyOf(ballot))
    const same = isSameResult(counted, ballot.result)
    return { data: { result: { ...counted, tests: [...counted.tests] }, same } }
  },
)
