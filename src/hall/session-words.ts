import { asInstant, clockText, minutesOfDay, momentText } from '../../types/common/time'
import type { Tone } from '../ui/status-tag'
import type { SessionRow } from './session-shown'

interface Standing {
  readonly tone: Tone
  readonly word: string
}

/** What a session's state means to the staff. */
export const sessionStates: Readonly<Record<SessionRow['state'], Standing>> = {
  draft: { tone: 'warn', word: '草稿,没有发预告' },
  announced: { tone: 'own', word: '已发预告' },
  held: { tone: 'good', word: '已散会' },
  cancelled: { tone: 'late', word: '取消了' },
}

const said: Readonly<Record<'none' | 'yes' | 'no', Standing>> = {
  none: { tone: 'warn', word: '请您回一声' },
  yes: { tone: 'good', word: '您说了来' },
  no: { tone: 'calm', word: '您说了不来' },
}

/** How a session stands for one resident; those who are not asked see only that it is to come. */
export const standingOf = (
  { state, mine, endsAt, checkedIn = false }: SessionRow & { readonly checkedIn?: boolean },
  now: number,
): Standing => {
  if (state !== 'announced') return sessionStates[state]
  if (checkedIn) return { tone: 'good', word: '您已签到' }
  if (now >= endsAt) return { tone: 'calm', word: '等会议记录' }
  return mine ? said[mine] : { tone: 'calm', word: '没有请您那栋楼' }
}

/** 「明天(周六) 19:00 至 21:00」. */
export const sessionTime = (
  { startsAt, endsAt }: Pick<SessionRow, 'startsAt' | 'endsAt'>,
  now: number,
): string =>
  `${momentText(asInstant(startsAt), asInstant(now))} 至 ${clockText(minutesOfDay(asInstant(endsAt))).replace(/^0/, '')}`

/** Check-in opens an hour before a session. */
const early = 3_600_000

/** Whether somebody can check in at a session now. */
export const canCheckIn = (
  { state, startsAt }: Pick<SessionRow, 'state' | 'startsAt'>,
  now: number,
): boolean => state === 'announced' && now >= startsAt - early
