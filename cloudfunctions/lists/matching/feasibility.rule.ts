import { audienceFits, audienceIsAimed, readAge, readAgeLimit } from './audience.rule'
import type { MatchableNeed, MatchableResource, Place } from './matchable'
import { cannotLeaveHome, reachesByTelephone } from './mobility.rule'
import { onlyInHolidays, readHours, readTimeWords, type Slot } from './time-words.rule'

/** What is read once from a need before it is held against many resources. */
export interface NeedLimits {
  beneficiary: readonly string[]
  /** Empty when no limit was stated. */
  slots: readonly Slot[]
  mobilityImpaired: boolean
  headcount: number
  age?: number
  inTerm: boolean
  place?: Place
}

/** What is read once from a resource. */
export interface ResourceLimits {
  audience: readonly string[]
  slot: Slot
  homeVisit: boolean
  byTelephone: boolean
  capacity: number
  ages?: { least: number; most: number }
  childCare: boolean
  onlyInHolidays: boolean
  place?: Place
}

/** How the two fit, limit by limit (可行性). */
export interface Feasibility {
  audience: 'aimed' | 'open' | 'closed'
  ageFits: boolean
  time: 'fits' | 'unstated' | 'wrong-days' | 'wrong-hours' | 'leaves-gap' | 'holidays-only'
  mobility: 'no-matter' | 'comes' | 'telephone' | 'cannot'
  headcountFits: boolean
  meters?: number
}

/** Two stretches of a day must share this many minutes to be of use. */
const leastOverlap = 30

const wholeWeek = [1, 2, 3, 4, 5, 6, 7]

/** Reads a need's limits from its fields; times and mobility also from its words where the fields are silent. */
export const limitsOfNeed = (need: MatchableNeed): NeedLimits => {
  const stated = need.weekdays !== undefined || need.hours !== undefined
  const slots = stated
    ? [{ weekdays: need.weekdays ?? wholeWeek, ...readHours(need.hours) }]
    : readTimeWords(need.text)
  const age = readAge(need.text)
  return {
    beneficiary: need.beneficiary,
    slots: slots ?? [],
    mobilityImpaired: need.mobilityImpaired || cannotLeaveHome(need.text),
    headcount: need.headcount,
    inTerm: /放学|上学|课后/.test(need.text) && !onlyInHolidays(need.text),
    ...(age === undefined ? {} : { age }),
    ...(need.location ? { place: need.location } : {}),
  }
}

/** Reads a resource's limits from its fields and its description. */
export const limitsOfResource = (resource: MatchableResource): ResourceLimits => {
  const words = `${resource.title}。${resource.description}`
  const ages = readAgeLimit(resource.description)
  return {
    audience: resource.audience,
    slot: { weekdays: resource.weekdays, ...readHours(resource.hours) },
    homeVisit: resource.homeVisit,
    byTelephone: reachesByTelephone(words),
    capacity: resource.capacityPerSession,
    childCare: resource.categories.includes('儿童托管'),
    onlyInHolidays: onlyInHolidays(words),
    ...(ages ? { ages } : {}),
    ...(resource.location ? { place: resource.location } : {}),
  }
}

const metersBetween = (a: Place, b: Place): number => {
  const north = (a.lat - b.lat) * 111_320
  const east = (a.lng - b.lng) * 111_320 * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}

const judgeTime = (need: NeedLimits, resource: ResourceLimits): Feasibility['time'] => {
  if (resource.onlyInHolidays && need.inTerm) return 'holidays-only'
  if (need.slots.length === 0) return 'unstated'
  const offer = resource.slot
  const sameDay = need.slots.filter((slot) => slot.weekdays.some((day) => offer.weekdays.includes(day)))
  if (sameDay.length === 0) return 'wrong-days'
  const shared = (slot: Slot): number => Math.min(slot.to, offer.to) - Math.max(slot.from, offer.from)
  const best = sameDay.find((slot) => shared(slot) >= leastOverlap)
  if (!best) return 'wrong-hours'
  const halfDay = best.to - best.from <= 6 * 60
  const covered = offer.from <= best.from && offer.to >= best.to
  return resource.childCare && halfDay && !covered ? 'leaves-gap' : 'fits'
}

const judgeMobility = (need: NeedLimits, resource: ResourceLimits): Feasibility['mobility'] => {
  if (!need.mobilityImpaired) return 'no-matter'
  if (resource.homeVisit) return 'comes'
  return resource.byTelephone ? 'telephone' : 'cannot'
}

/** Holds one need against one resource, limit by limit; says nothing about whether the service is the right one. */
export const judgeFeasibility = (need: NeedLimits, resource: ResourceLimits): Feasibility => {
  const { ages, place } = resource
  return {
    audience: !audienceFits(need.beneficiary, resource.audience)
      ? 'closed'
      : audienceIsAimed(need.beneficiary, resource.audience)
        ? 'aimed'
        : 'open',
    ageFits: !ages || need.age === undefined || (need.age >= ages.least && need.age <= ages.most),
    time: judgeTime(need, resource),
    mobility: judgeMobility(need, resource),
    headcountFits: need.headcount <= resource.capacity,
    ...(need.place && place ? { meters: metersBetween(need.place, place) } : {}),
  }
}

/** Grades a feasibility: one broken limit makes it `cannot`; too small or by telephone only, `partly`. */
export const gradeFeasibility = (judged: Feasibility): 'fits' | 'partly' | 'cannot' => {
  const timeFits = judged.time === 'fits' || judged.time === 'unstated'
  if (judged.audience === 'closed' || !judged.ageFits || !timeFits || judged.mobility === 'cannot')
    return 'cannot'
  return judged.mobility === 'telephone' || !judged.headcountFits ? 'partly' : 'fits'
}
