import { asInstant, type Instant } from '../../../types/common/time'
import type { Ask } from '../../_kit/ask'
import type { MatterDocument, StoryLine } from '../../_kit/documents/matters'
import { idOf, orderOf } from '../../_kit/ids'
import { type Refused, refuse } from '../../_kit/refusal'
import { storyLine } from './story.rule'

/** What a form says of a matter. */
export interface StatedMatter {
  readonly text: string
  readonly place: string
  readonly photos: readonly string[]
}

/** Whose matter it is: the resident's own, or of somebody it is entered for. */
export type Raiser = Pick<
  MatterDocument,
  'source' | 'anonymous' | 'by' | 'byMasked' | 'forNameSealed' | 'forPhoneSealed'
>

export const matterIdOf = (requestKey: string): string => idOf('matter', requestKey)

const sourceWords: Readonly<Record<MatterDocument['source'], string>> = {
  self: '提出来了',
  visit: '入户走访时说起,社区记下了',
  phone: '电话里说起,社区记下了',
  group: '群里说起,社区记下了',
  reception: '接访日说起,社区记下了',
}

/**
 * 议题: the row of a new matter. Its id is made of the request, so that a repeat makes the same row. The timer looks at
 * it at once, to tell the staff.
 */
export const newMatter = (
  centreId: string,
  { text, place, photos }: StatedMatter,
  raiser: Raiser,
  ask: Pick<Ask, 'caller' | 'now' | 'requestKey'>,
): MatterDocument => {
  const _id = matterIdOf(ask.requestKey)
  return {
    _id,
    centreId,
    ...{ text, place, photos },
    ...raiser,
    raisedAt: ask.now,
    state: 'raised',
    hiddenBecause: '',
    tier: '',
    procedure: null,
    done: [],
    officer: '',
    officerMasked: '',
    consulted: {},
    sessions: [],
    openProblems: 0,
    backers: [],
    concerned: [ask.caller.openid],
    story: [storyLine(ask, { kind: 'raised', text: sourceWords[raiser.source] })],
    answer: '',
    answerPhotos: [],
    dueAt: never,
    late: false,
    publicNoticeUntil: '',
    confirmBy: never,
    nextAt: ask.now,
    changes: 0,
    requestKey: ask.requestKey,
    order: orderOf(ask.now, _id),
  }
}

/** Nothing is due, nobody is waited for. */
export const never: Instant = asInstant(0)

/** States in which something can still come of a matter. */
export const openStates = ['raised', 'underWay', 'answered'] as const satisfies MatterDocument['state'][]

/** Open matters one resident may have. */
export const mostOpen = 10

/** Those who may say 「我也是」 to one matter. */
export const mostBackers = 500

/** Whether something can still come of a matter. */
export const isOpen = ({ state }: Pick<MatterDocument, 'state'>): boolean =>
  openStates.some((open) => open === state)

/** Whether a resident may read a matter: their own always; not what is hidden, nor what its raiser took back. */
export const mayRead = (
  { by, hiddenBecause, state }: Pick<MatterDocument, 'by' | 'hiddenBecause' | 'state'>,
  openid: string,
): boolean => by === openid || (hiddenBecause === '' && state !== 'withdrawn')

/** Why somebody was not added to those who say 「我也是」; undefined when they are among them already. */
export const whyNotBack = (
  matter: Pick<MatterDocument, 'by' | 'hiddenBecause' | 'state' | 'backers'>,
  openid: string,
): Refused<'HALL.OWN_MATTER' | 'HALL.MATTER_OVER' | 'HALL.BACKERS_FULL' | 'COMMON.BUSY'> | undefined => {
  if (!mayRead(matter, openid)) return refuse('COMMON.NOT_FOUND')
  if (matter.by === openid) return refuse('HALL.OWN_MATTER')
  if (matter.backers.includes(openid)) return undefined
  if (!isOpen(matter)) return refuse('HALL.MATTER_OVER')
  return refuse(matter.backers.length >= mostBackers ? 'HALL.BACKERS_FULL' : 'COMMON.BUSY')
}

/** What one request changes about a matter, with the line of its story that says so. */
export interface Move {
  readonly fields: Partial<Omit<MatterDocument, '_id' | 'centreId' | 'story' | 'changes' | 'backers'>>
  readonly line: StoryLine
  /** Others than who writes the line that stand in the matter from now on. */
  readonly concerns?: readonly string[]
}

/** Who asks, when, and with which request: what a line of a story is made of. */
export type Teller = Pick<Ask, 'caller' | 'now' | 'requestKey'>

/** 不提了: the raiser takes a matter back while it is open. */
export const withdrawing = (
  matter: Pick<MatterDocument, 'by' | 'state'>,
  ask: Teller,
): Move | Refused<'HALL.NOT_YOURS' | 'HALL.MATTER_OVER'> => {
  if (matter.by !== ask.caller.openid) return refuse('HALL.NOT_YOURS')
  if (!isOpen(matter)) return refuse('HALL.MATTER_OVER')
  return {
    fields: { state: 'withdrawn', confirmBy: never, nextAt: never },
    line: storyLine(ask, { kind: 'withdrawn', text: '提的人撤回了' }),
  }
}

/** 先不公开: other residents do not see it, or see it again. The reason is for the staff and who raised it. */
export const moderating = (hidden: boolean, reason: string, ask: Teller): Move => ({
  fields: { hiddenBecause: hidden ? reason : '' },
  line: storyLine(ask, {
    kind: hidden ? 'hidden' : 'shown',
    text: hidden ? `先不给别的居民看:${reason}` : `重新公开:${reason}`,
    internal: true,
  }),
})

/** Somebody of the staff looked at the name and phone of who raised it. */
export const looking = (reason: string, ask: Teller): Move => ({
  fields: {},
  line: storyLine(ask, { kind: 'contact', text: `看了提事人的姓名电话:${reason}`, internal: true }),
})
