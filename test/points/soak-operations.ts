import type { Documents } from '../../cloudfunctions/_kit/collections'
import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import type { pointsContract } from '../../types/points.contract'
import { centreId, type LedgerTown, secretary, staff, volunteer } from './ledger-town'

type Points = typeof pointsContract

/** Numbers that look random and are the same for the same seed (mulberry32): 0 ≤ n < 1. */
export const seeded = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What the operations of a batch choose from: the town as it was when the batch began. */
export interface Scene {
  readonly now: number
  readonly books: readonly Documents['passbooks'][]
  readonly living: readonly Documents['residents'][]
  readonly away: readonly string[]
  readonly held: readonly Documents['redemptions'][]
  readonly shelf: readonly Pick<Documents['shelfItems'], '_id' | 'price'>[]
}

/** One call to make. */
export interface Operation {
  readonly name: string
  readonly by: string
  readonly room: 'points' | 'community'
  readonly action: string
  readonly input: object
  /** The most writes it makes, to choose where it is killed. */
  readonly writes: number
}

const mostRooms = 24

const points = <A extends ActionName<Points>>(
  action: A,
  by: string,
  input: InputOf<Points, A>,
  writes: number,
): Operation => ({ name: action, by, room: 'points', action, input, writes })

/** Chooses operations, seeded. */
export const chooser = (random: () => number, earningItemId: string) => {
  const below = (count: number): number => Math.floor(random() * count)
  const one = <Thing>(list: readonly Thing[]): Thing | undefined => list[below(list.length)]
  const door = () => ({ building: '5', room: String(1 + below(mostRooms)) })

  const kinds: readonly (readonly [weight: number, choose: (scene: Scene) => Operation | undefined])[] = [
    [
      40,
      ({ living, now }) => {
        const person = one(living)
        const log = { itemId: earningItemId, units: 1 + below(30), happenedAt: now }
        return (
          person && points('logPoints', volunteer, { centreId, passbookId: person.householdId, ...log }, 3)
        )
      },
    ],
    [
      25,
      ({ living, shelf }) => {
        const [person, item] = [one(living), one(shelf)]
        if (!person || !item) return undefined
        const { _id: itemId, price } = item
        return points('redeem', person._id, { centreId, itemId, quantity: 1 + below(3), price }, 3)
      },
    ],
    [
      10,
      ({ held }) => {
        const redemption = one(held)
        return (
          redemption &&
          points('cancelRedemption', redemption.by, { centreId, redemptionId: redemption._id }, 4)
        )
      },
    ],
    [
      10,
      ({ held }) => {
        const redemption = one(held)
        return redemption && points('fulfil', volunteer, { centreId, redemptionId: redemption._id }, 3)
      },
    ],
    [
      9,
      ({ books }) => {
        const book = one(books)
        const journal = book && one(book.journals)
        if (!book || !journal) return undefined
        const input = { centreId, passbookId: book._id, journalId: journal.id, reason: '记错了户' }
        return points('reverseJournal', secretary, input, 3)
      },
    ],
    [
      2,
      ({ living }) => {
        const [from, into] = [one(living), one(living)]
        if (!from || !into) return undefined
        const input = { centreId, fromId: from.householdId, intoId: into.householdId, reason: '同住' }
        return points('mergePassbooks', staff, input, 16)
      },
    ],
    [
      2,
      ({ living }) => {
        const person = one(living)
        if (!person) return undefined
        const moved = { residentIds: [person._id], points: below(60), reason: '分家' }
        return points(
          'splitPassbook',
          staff,
          { centreId, passbookId: person.householdId, ...door(), ...moved },
          12,
        )
      },
    ],
    [
      1,
      ({ living }) => {
        const person = one(living)
        return person && points('moveOut', staff, { centreId, residentId: person._id, reason: '搬走' }, 6)
      },
    ],
    [
      2,
      ({ away }) => {
        const openid = one(away)
        const input = { centreId, name: '张大妈', ...door() }
        return openid === undefined
          ? undefined
          : { name: 'join', by: openid, room: 'community', action: 'join', input, writes: 2 }
      },
    ],
  ]
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0)

  return {
    random,
    below,
    next: (scene: Scene): Operation | undefined => {
      let at = random() * total
      for (const [weight, choose] of kinds) {
        if (at < weight) return choose(scene)
        at -= weight
      }
      return undefined
    },
  }
}

/** The town as it is now; those who wait to be let in are let in first. */
export const sceneOf = async (
  town: LedgerTown,
  people: readonly string[],
  itemIds: readonly string[],
): Promise<Scene> => {
  const waiting = await town.rows('residents', { membership: 'pending', building: '5栋' })
  for (const { _id: residentId } of waiting) {
    const input = { centreId, residentId, decision: 'approve' as const }
    await town.town.done(communityContract, 'decideApplication', input, staff)
  }
  const [books, residents, held, items, now] = await Promise.all([
    town.rows('passbooks'),
    town.rows('residents', { membership: 'approved', building: '5栋' }),
    town.rows('redemptions', { state: 'held' }),
    town.rows('shelfItems'),
    town.now(),
  ])
  const living = residents.filter(({ _id }) => people.includes(_id))
  const home = new Set(living.map(({ _id }) => _id))
  const shelf = items.filter(({ _id }) => itemIds.includes(_id))
  return { now, books, living, away: people.filter((openid) => !home.has(openid)), held, shelf }
}
