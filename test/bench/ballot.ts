import { performance } from 'node:perf_hooks'
import { asInstant } from '../../types/common/time'
import { centreId, hour, nine, rollRow } from '../hall/ballot-rows'
import { type Home, openVoting, secretary, tallied, type Voting } from '../hall/voting'
import { type Figure, rounded } from './figures'

const households = 500
/** Phones that ask at the same moment. */
const abreast = 50
const bench = 'ballot'

const cast = (hall: Voting, ballotId: string, { home, openid }: Home, at: number) => {
  const choice = at % 2 === 0 ? ('for' as const) : ('against' as const)
  const rollId = rollRow(ballotId, [home])._id
  return hall.ask('castVote', { centreId, ballotId, rollId, choice, rulesVersion: 1 }, openid)
}

/** All of them vote, some at the same moment; answers their answers in order. */
const castAll = async (hall: Voting, ballotId: string, homes: readonly Home[]) => {
  const answers: Awaited<ReturnType<typeof cast>>[] = []
  for (let from = 0; from < homes.length; from += abreast) {
    const crowd = homes.slice(from, from + abreast)
    answers.push(...(await Promise.all(crowd.map((home, at) => cast(hall, ballotId, home, at)))))
  }
  return answers
}

/** 500 households vote, 50 at once and tap twice; what was counted beside what the votes say, and what a vote costs. */
export const ballot = async (): Promise<Figure[]> => {
  const hall = await openVoting()
  try {
    const homes = await hall.homes(households)
    const ballotId = await hall.ballotOf(homes)
    const began = performance.now()
    const first = await castAll(hall, ballotId, homes)
    const seconds = (performance.now() - began) / 1000
    const second = await castAll(hall, ballotId, homes)
    const turnout = (await hall.ballotRow(ballotId)).cast
    await hall.clock({ now: asInstant(nine + 3 * hour + 31_000) })
    const { result } = await hall.counted(ballotId)
    const recount = await hall.ask('recountBallot', { centreId, ballotId }, secretary)
    const figure = (what: string, value: number, beside: number | string): Figure => ({
      ...{ bench, what, figure: value, beside },
    })
    return [
      figure('votes that count', tallied(first).ok ?? 0, households),
      figure('second votes refused', tallied(second)['HALL.ALREADY_VOTED'] ?? 0, households),
      figure('turnout shown', turnout.votes, households),
      figure('votes in the result', result?.cast.votes ?? 0, households),
      figure('result is the recount', recount.reply.ok && recount.reply.data.same ? 1 : 0, 1),
      figure('database requests of a vote', Math.max(...first.map(({ cost }) => cost.dbRequests)), '≤ 4'),
      figure('seconds for all of them', rounded(seconds, 1), 'this machine'),
    ]
  } finally {
    await hall.stop()
  }
}
