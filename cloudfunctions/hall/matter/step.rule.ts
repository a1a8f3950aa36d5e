import { addDays, dayText, type Instant, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import type { BallotDocument } from '../../_kit/documents/ballots'
import type { MatterDocument } from '../../_kit/documents/matters'
import { idOf } from '../../_kit/ids'
import { type Refused, refuse } from '../../_kit/refusal'
import { endOf } from './deadline.rule'
import type { Move, Teller } from './matter.rule'
import { nextStep } from './procedure.rule'
import { whyNotStep } from './sorting.rule'
import { storyLine } from './story.rule'

/** Where somebody's opinion stands: a key without dots. */
export const opinionKey = (openid: string): string => idOf('opinion', openid)

/** Somebody who may be asked. */
export interface Colleague {
  readonly who: string
  readonly nameMasked: string
}

type OverOrNot = Refused<'HALL.MATTER_OVER' | 'HALL.NOT_THIS_STEP'>

/** 征求意见: some colleagues are asked to write what they think. Those asked before keep what they wrote. */
export const asking = (
  matter: Pick<MatterDocument, 'state' | 'procedure' | 'done' | 'consulted'>,
  people: readonly Colleague[],
  ask: Teller,
): Move | OverOrNot => {
  const refused = whyNotStep(matter, 'consult')
  if (refused) return refused
  const asked = people.map(({ who, nameMasked }) => [
    opinionKey(who),
    { who, nameMasked, opinion: '', at: 0 as Instant },
  ])
  return {
    fields: { consulted: { ...Object.fromEntries(asked), ...matter.consulted } },
    line: storyLine(ask, {
      kind: 'asked',
      text: `请 ${people.map(({ nameMasked }) => nameMasked).join('、')} 写意见`,
      internal: true,
    }),
    concerns: people.map(({ who }) => who),
  }
}

/** How many were asked and have not said anything yet. */
export const waitingFor = ({ consulted }: Pick<MatterDocument, 'consulted'>): number =>
  Object.values(consulted).filter(({ opinion }) => opinion === '').length

/** Somebody who was asked writes what they think, or writes it anew; when nobody is left to, 征求意见 is done. */
export const opining = (
  matter: Pick<MatterDocument, 'state' | 'procedure' | 'done' | 'consulted'>,
  opinion: string,
  ask: Teller,
): Move | OverOrNot | Refused<'HALL.NOT_ASKED'> => {
  const key = opinionKey(ask.caller.openid)
  const own = matter.consulted[key]
  if (!own) return refuse('HALL.NOT_ASKED')
  const refused = whyNotStep(matter, 'consult')
  if (refused) return refused
  const consulted = { ...matter.consulted, [key]: { ...own, opinion, at: ask.now } }
  const isDone = waitingFor({ consulted }) === 0
  return {
    fields: { consulted, ...(isDone && { done: [...matter.done, 'consult'] }) },
    line: storyLine(ask, { kind: isDone ? 'consult' : 'opinion', text: `意见:${opinion}`, internal: true }),
  }
}

/** Whether a ballot decided a matter: it was counted, and passed. */
const decides = (ballot: BallotDocument | undefined, matterId: string): boolean =>
  ballot?.matterId === matterId && ballot.state === 'counted' && ballot.result?.passed === true

/** Until when 公示 runs that begins now; empty when a centre asks for none. */
const noticeUntil = (days: number, now: Instant): ShanghaiDay | '' =>
  days === 0 ? '' : addDays(shanghaiDay(now), days)

const stepWords = { conclude: '形成意见', resolve: '形成决议' } as const

/** A step somebody of the staff takes by writing what came of it. */
export interface StepTaken {
  readonly step: 'conclude' | 'resolve' | 'publicNotice'
  readonly text: string
  /** Of the ballot a resolution stands on; empty when it stands on what a session resolved. */
  readonly ballotId: string
  readonly ballot: BallotDocument | undefined
}

/** 办一步: the next step is taken, and none but the next. A resolution needs a ballot that passed, or a session's. */
export const takingStep = (
  matter: MatterDocument,
  { step, text, ballotId, ballot }: StepTaken,
  ask: Teller,
): Move | OverOrNot | Refused<'HALL.BALLOT_NOT_PASSED'> => {
  const refused = whyNotStep(matter, step)
  if (refused) return refused
  const done = [...matter.done, step]
  if (step === 'publicNotice') {
    const until = noticeUntil(matter.procedure?.publicNoticeDays ?? 0, ask.now)
    const words = until === '' ? '公示' : `公示到${dayText(until)}`
    return {
      fields: { done, publicNoticeUntil: until },
      line: storyLine(ask, { kind: step, text: `${words}:${text}` }),
    }
  }
  const isResolved =
    ballotId === ''
      ? matter.sessions.some(({ outcome }) => outcome === 'resolved')
      : decides(ballot, matter._id)
  if (step === 'resolve' && !isResolved) return refuse('HALL.BALLOT_NOT_PASSED')
  return {
    fields: { done },
    line: storyLine(ask, { kind: step, text: `${stepWords[step]}:${text}`, about: ballotId }),
  }
}

/** Whether 公示 still runs at a moment. */
export const isNoticeRunning = (
  { publicNoticeUntil }: Pick<MatterDocument, 'publicNoticeUntil'>,
  now: Instant,
): boolean => publicNoticeUntil !== '' && now <= endOf(publicNoticeUntil)

/** What to do next on a matter: its next step while somebody works on it. */
export const stepToTake = (
  matter: Pick<MatterDocument, 'state' | 'procedure' | 'done'>,
): ReturnType<typeof nextStep> => (matter.state === 'underWay' ? nextStep(matter) : '')
