/** What decides whether somebody can enrol in a service (报名) or only wait (候补). */
export interface OfferFacts {
  readonly state: 'draft' | 'published' | 'cancelled' | 'done'
  readonly startsAt: number
  readonly closesAt: number
  readonly cap: number
  readonly waitCap: number
  readonly taken: number
  readonly waiting: number
  readonly mine: { readonly state: 'seat' | 'waiting' | 'none'; readonly position: number }
}

/** What the reader can do with a service now. */
export type Offer =
  | { readonly kind: 'seat'; readonly left: number }
  | { readonly kind: 'wait'; readonly ahead: number }
  | { readonly kind: 'mine'; readonly state: 'seat' | 'waiting'; readonly position: number }
  | { readonly kind: 'none'; readonly why: string }

/**
 * Decides from what was read; the server decides again when the tap arrives. One's own place comes first, so that a
 * service that is over or cancelled still tells its people, through `roomOf` and the state.
 */
export const offerOf = (service: OfferFacts, now: number): Offer => {
  const { mine } = service
  if (service.state === 'cancelled') return { kind: 'none', why: '已经取消' }
  if (mine.state !== 'none') return { kind: 'mine', state: mine.state, position: mine.position }
  return roomOf(service, now)
}

/** What is open to one more person, for example a family member, whoever is in the list already. */
export const roomOf = (service: Omit<OfferFacts, 'mine'>, now: number): Offer => {
  if (service.state === 'cancelled') return { kind: 'none', why: '已经取消' }
  if (service.state !== 'published' || now >= service.startsAt) return { kind: 'none', why: '已经开始或结束' }
  if (now >= service.closesAt) return { kind: 'none', why: '报名已截止' }
  const left = service.cap - service.taken
  if (left > 0) return { kind: 'seat', left }
  if (service.waiting < service.waitCap) return { kind: 'wait', ahead: service.waiting }
  return { kind: 'none', why: '名额和候补都满了' }
}

/** How a service stands, in a few words: 「还剩 3 位」. */
export const offerWords = (offer: Offer): string => {
  if (offer.kind === 'seat') return `还剩 ${offer.left} 位`
  if (offer.kind === 'wait') return offer.ahead > 0 ? `已满,已有 ${offer.ahead} 位候补` : '已满,可以候补'
  if (offer.kind === 'mine') return placeWords(offer)
  return offer.why
}

/** One's own place: 「已报名 第 3 位」. */
export const placeWords = (mine: {
  readonly state: 'seat' | 'waiting' | 'none'
  readonly position: number
}) => (mine.state === 'seat' ? `已报名 第 ${mine.position} 位` : `候补 第 ${mine.position} 位`)

/** What happened and what happens next, after enrolling. `who` is empty for oneself. */
export const enrolledWords = (
  mine: { readonly state: 'seat' | 'waiting' | 'none'; readonly position: number },
  who: string,
): string => {
  const whose = who ? `已替${who}` : '已'
  return mine.state === 'seat'
    ? `${whose}报名,是第 ${mine.position} 位,请按时到`
    : `${whose}候补,排第 ${mine.position} 位,有人取消会自动递补并通知您`
}
