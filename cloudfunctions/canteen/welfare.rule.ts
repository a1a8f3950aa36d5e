import { allows } from '../../types/common/roles'
import { asInstant, type Instant, momentText } from '../../types/common/time'
import type { CanteenDocument } from '../_kit/documents/canteen'
import type { ResidentDocument } from '../_kit/documents/community'
import type { RouteDocument, WelfareCheckDocument } from '../_kit/documents/delivery'
import { idOf, orderOf } from '../_kit/ids'
import type { NoticeToSend } from '../_kit/notices'
import type { Stop } from './route.rule'

type Tick = RouteDocument['ticks'][number]
type Note = WelfareCheckDocument['notes'][number]

const minute = 60_000
/** The named person is asked again after this long. */
const again = 10 * minute
/** Everybody who may answer is asked after this long, and every hour from then on. */
const everybody = 30 * minute
const hourly = 60 * minute

/** One alarm for each order, however often nobody answers. */
export const checkIdOf = (orderId: string): string => idOf('welfare', orderId)

/** Words of a tick as a note of the check; the same tick is noted once. */
export const noteOf = (tick: Pick<Tick, 'key' | 'at' | 'by' | 'byMasked'>, text: string): Note => {
  const { key, at, by, byMasked } = tick
  return { key, at, by, byMasked, text }
}

/** 没人应门: the alarm of a tick, for the person the canteen names. It counts from when nobody answered. */
export const newCheck = (
  route: Pick<RouteDocument, 'centreId' | 'canteenId'>,
  { dinerId, orderId, homeId, nameMasked, building, room }: Stop,
  tick: Tick,
  { welfareTo, welfareName }: Pick<CanteenDocument, 'welfareTo' | 'welfareName'>,
): WelfareCheckDocument => {
  const _id = checkIdOf(orderId)
  const { centreId, canteenId } = route
  return {
    _id,
    centreId,
    canteenId,
    dinerId,
    homeId,
    nameMasked,
    building,
    room,
    raisedAt: tick.at,
    by: tick.by,
    byMasked: tick.byMasked,
    to: welfareTo,
    toMasked: welfareName,
    state: 'open',
    notes: tick.note === '' ? [] : [noteOf(tick, tick.note)],
    finding: '',
    answeredIn: '',
    reminders: 0,
    remindAt: asInstant(tick.at + again),
    order: orderOf(tick.at, _id),
  }
}

/** Who is reminded of a check that is still open at a moment, and when it is time again. */
export const reminderAt = (
  { raisedAt }: Pick<WelfareCheckDocument, 'raisedAt'>,
  now: Instant,
): { readonly who: 'named' | 'everybody'; readonly next: Instant } => {
  const open = now - raisedAt
  if (open < everybody) return { who: 'named', next: asInstant(raisedAt + everybody) }
  const hours = Math.floor((open - everybody) / hourly) + 1
  return { who: 'everybody', next: asInstant(raisedAt + everybody + hours * hourly) }
}

/** Whether somebody may look after elders nobody has seen, at a centre. */
export const mayAnswer = ({ roles }: Pick<ResidentDocument, 'roles'>, centreId: string): boolean =>
  allows(roles, 'welfare.answer', centreId)

/**
 * Who is told of an alarm: the person the canteen names, as long as they may answer; everybody who may when it is
 * time, and at once where the named person has left. Where nobody may, the named person is better than no one.
 */
export const peopleToTell = (
  who: 'named' | 'everybody',
  to: string,
  answerers: readonly string[],
): readonly string[] => {
  if (answerers.length === 0) return [to]
  return who === 'named' && answerers.includes(to) ? [to] : answerers
}

type Told = Pick<
  WelfareCheckDocument,
  '_id' | 'centreId' | 'building' | 'room' | 'nameMasked' | 'raisedAt' | 'byMasked'
>

const whoText = ({ building, room, nameMasked }: Told): string => `${building} ${room} ${nameMasked}`

/** What people are told of an open check; `count` tells the alarm (0) and its reminders apart. */
export const checkNotices = (
  check: Told,
  people: readonly string[],
  count: number,
  now: Instant,
): readonly NoticeToSend[] => {
  const { _id, centreId, byMasked, raisedAt } = check
  const when = `${momentText(raisedAt, now)}送餐没人应门(${byMasked})`
  return people.map((to) => ({
    to,
    title: count === 0 ? '送餐没人应门,请马上联系老人' : '没人应门,还没有人写明情况',
    text: `${whoText(check)},${when}。请联系老人,写明情况。`,
    page: `/canteen/staff/welfare-page?centreId=${centreId}`,
    once: `welfare:${_id}:${count}`,
  }))
}

const findingText = { well: '平安', helped: '已经帮到', away: '外出了' } as const

/** To the courier who found nobody, once somebody wrote down how the elder is. */
export const answeredNotice = (
  check: Told & Pick<WelfareCheckDocument, 'by'>,
  finding: keyof typeof findingText,
): NoticeToSend => ({
  to: check.by,
  title: '没人应门的老人有回话了',
  text: `${whoText(check)}:${findingText[finding]}。谢谢您告诉我们。`,
  page: `/canteen/courier/route-page?centreId=${check.centreId}`,
  once: `welfare-answered:${check._id}`,
})
