import type { hallContract } from '../../../types/hall.contract'
import { tell } from '../../_kit/notices'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { change, changeAsSeen } from './changing.store'
import { colleaguesAlong, colleaguesOf } from './colleague.store'
import { matterAlong } from './matter.store'
import { askedNotices, officerNotices } from './matter-told.rule'
import { asking, opining, stepToTake, takingStep, waitingFor } from './step.rule'

type Hall = typeof hallContract

export const askOpinions: Action<Hall, 'askOpinions'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId), colleaguesAlong(centreId)],
  async ({ centreId, matterId, people }, ask) => {
    const asked = new Set(people)
    const colleagues = colleaguesOf(ask.lists.residents, centreId).filter(({ who }) => asked.has(who))
    if (colleagues.length < asked.size) return refuse('HALL.WRONG_PERSON')

    const matter = await change(ask, (seen) => asking(seen, colleagues, ask))
    if (isRefused(matter)) return matter

    await tell(askedNotices(matter, ask.requestKey), ask.now)
    return { data: { asked: Object.keys(matter.consulted).length }, target: matterId }
  },
)

export const giveOpinion: Action<Hall, 'giveOpinion'> = along(
  ({ centreId, matterId }) => [matterAlong(centreId, matterId)],
  async ({ matterId, opinion }, ask) => {
    const matter = await change(ask, (seen) => opining(seen, opinion, ask))
    if (isRefused(matter)) return matter
    const waiting = waitingFor(matter)
    if (waiting === 0) await tell(officerNotices(matter, '意见都写好了', ask.requestKey), ask.now)
    return { data: { waiting }, target: matterId }
  },
)

export const takeStep: Action<Hall, 'takeStep'> = along(
  ({ centreId, matterId, ballotId = '' }) => [
    matterAlong(centreId, matterId),
    { from: 'ballots', id: { where: { _id: ballotId, centreId }, limit: 1 } },
  ],
  async ({ matterId, step, text, ballotId = '', seen }, ask) => {
    const taken = { step, text, ballotId, ballot: ask.rows.ballots }
    const matter = await changeAsSeen(ask, seen, (known) => takingStep(known, taken, ask))
    if (isRefused(matter)) return matter
    return { data: { next: stepToTake(matter) }, target: matterId }
  },
)
