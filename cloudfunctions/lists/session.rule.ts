import {
  addDays,
  type Instant,
  instantOf,
  minutesOfDay,
  parseHours,
  type ShanghaiDay,
  shanghaiDay,
  weekdayOf,
} from '../../types/common/time'
import type { NeedDocument, ProjectDocument, ResourceDocument } from '../_kit/documents/lists'
import { orderOf } from '../_kit/ids'

/** When a project takes place and how many may come. */
export type Session = Pick<ProjectDocument, 'startsAt' | 'endsAt' | 'closesAt' | 'cap' | 'waitCap'>

type Wishes = Pick<NeedDocument, 'weekdays' | 'hours' | 'headcount'>
type Offer = Pick<ResourceDocument, 'weekdays' | 'hours' | 'capacityPerSession'>

/** People need this many days to hear of it. */
const noticeDays = 3
/** Two stretches of a day must share this many minutes to be of use. */
const leastOverlap = 30
/** Enrolment closes at this minute of the evening before. */
const closingMinute = 20 * 60
const shortestWaitlist = 5
const longestWaitlist = 200

const wholeDay = { from: 0, to: 1440 }

const overlap = (one: { from: number; to: number }, other: { from: number; to: number }) => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
})

const longEnough = ({ from, to }: { from: number; to: number }): boolean => to - from >= leastOverlap

/** The first day from `from` on that falls on one of the weekdays. */
const firstDay = (from: ShanghaiDay, weekdays: readonly number[]): ShanghaiDay => {
  const wait = [0, 1, 2, 3, 4, 5, 6].find((days) => weekdays.includes(weekdayOf(addDays(from, days))))
  return addDays(from, wait ?? 0)
}

/**
 * Proposes a session: the next day at least three days ahead on which both are free, in the hours they share; where
 * they share none the resource's own times stand, for staff chose it all the same. Enrolment closes at 20:00 on the
 * evening before; half as many as the seats, at least 5, may wait.
 */
export const proposeSession = (need: Wishes, offer: Offer, now: Instant): Session => {
  const shared = offer.weekdays.filter((day) => !need.weekdays || need.weekdays.includes(day))
  const earliest = addDays(shanghaiDay(now), noticeDays)
  const day = firstDay(earliest, shared.length > 0 ? shared : offer.weekdays)
  const offered = parseHours(offer.hours) ?? wholeDay
  const common = overlap(offered, parseHours(need.hours ?? '') ?? wholeDay)
  const { from, to } = longEnough(common) ? common : offered
  return {
    startsAt: instantOf(day, from),
    endsAt: instantOf(day, to),
    closesAt: instantOf(addDays(day, -1), closingMinute),
    cap: offer.capacityPerSession,
    waitCap: Math.min(longestWaitlist, Math.max(shortestWaitlist, Math.floor(offer.capacityPerSession / 2))),
  }
}

/** Whether a need may join a project: still a draft, room for its people, on a day and at an hour that suit. */
export const fitsDraft = (
  need: Wishes,
  project: Pick<ProjectDocument, 'state' | 'headcount' | 'cap' | 'startsAt' | 'endsAt'>,
): boolean => {
  if (project.state !== 'draft' || project.headcount + need.headcount > project.cap) return false
  if (need.weekdays && !need.weekdays.includes(weekdayOf(shanghaiDay(project.startsAt)))) return false
  const from = minutesOfDay(project.startsAt)
  const session = { from, to: from + (project.endsAt - project.startsAt) / 60_000 }
  return longEnough(overlap(session, parseHours(need.hours ?? '') ?? wholeDay))
}

/** The row of a new draft project (服务项目) that answers one need with one resource. */
export const newProject = (
  _id: string,
  need: NeedDocument,
  resource: ResourceDocument,
  now: Instant,
): ProjectDocument => {
  const session = proposeSession(need, resource, now)
  return {
    _id,
    centreId: need.centreId,
    resourceId: resource._id,
    unit: resource.unit,
    title: resource.title,
    description: resource.description,
    audience: resource.audience,
    homeVisit: resource.homeVisit,
    place: resource.homeVisit ? '上门' : resource.unit,
    needIds: [need._id],
    headcount: need.headcount,
    state: 'draft',
    ...session,
    open: session.cap + session.waitCap,
    entries: [],
    moves: [],
    editionId: '',
    order: orderOf(session.startsAt, _id),
  }
}
