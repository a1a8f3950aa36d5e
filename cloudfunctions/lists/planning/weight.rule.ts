import type { PlannableNeed, Urgency } from './month'

/** What each person of a need counts, before anything else. */
const everybody = 10
/** What urgency adds per person. */
const urgencyAdds: Readonly<Record<Urgency, number>> = { 0: 0, 1: 6, 2: 15 }
/** Each full week of waiting adds one per person, up to ten weeks. */
const longestWait = 10
/** Each care tag adds three per person, up to three tags. */
const perCareTag = 3
const mostCareTags = 3

/** Of a hundred, what a service is worth however faintly it fits; the rest grows with the strength of the match. */
const faintest = 60

/**
 * What serving a need weighs (权重): people × (10 + urgency 0/6/15 + full weeks waited, at most 10 + 3 per care tag, at
 * most 3 tags). One person in distress with two tags outweighs three who are only curious; ten weeks of waiting weigh as
 * much as one more person.
 */
export const weightOf = ({ people, urgency, waitedDays, careTags }: PlannableNeed): number =>
  people *
  (everybody +
    urgencyAdds[urgency] +
    Math.min(longestWait, Math.max(0, Math.floor(waitedDays / 7))) +
    perCareTag * Math.min(mostCareTags, Math.max(0, careTags)))

/** What it is worth to serve that weight by a match of this strength (0…1): 60 to 100 per unit of weight. */
export const worthOf = (weight: number, strength: number): number =>
  weight * (faintest + Math.round((100 - faintest) * Math.min(1, Math.max(0, strength))))
