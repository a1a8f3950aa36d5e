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

export interface Priced {
  readonly itemId: string
  readonly price: number
}

/** What the operations of a batch choose from: the town as it was when the batch began. */
export interface Scene {
  readonly now: number
  readonly books: readonly Documents['passbooks'][]
  readonly living: readonly Documents['residents'][]
  readonly away: readonly string[]
  readonly held: readonly Documents['redemptions'][]
  /** What is on the shelf, at its price. */
  readonly shelf: readonly Priced[]
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
  /** Passbooks it is about. */
  readonly passbookIds: readonly string[]
  /** The thing on the shelf it is about. */
  readonly itemId?: string
}

/** Doors people move between. */
export const doors = 120
/** How many people are about in a batch. */
const castSize = 30

type Touched = Pick<Operation, 'writes' | 'passbookIds' | 'itemId'>

const points = <A extends ActionName<Points>>(
  action: A,
  by: string,
  input: InputOf<Points, A>,
  touched: Touched,
): Operation => ({ name: action, by, room: 'points', action, input, ...touched })

/** Chooses operations, seeded. */
export const chooser = (random: () => number, earningItemId: string) => {
  const below = (count: number): number => Math.floor(random() * count)
  const one = <Thing>(list: readonly Thing[]): Thing | undefined => list[below(list.length)]
  const door = () => ({ building: '5', room: String(1 + below(doors)) })

  const kinds: readonly (readonly [weight: number, choose: (scene: Scene) => Operation | undefined])[] = [
    [
      40,
      ({ living, now }) => {
        const passbookId = one(living)?.householdId
        if (passbookId === undefined) return undefined
        const log = { centreId, passbookId, itemId: earningItemId, units: 1 + below(30), happenedAt: now }
        return points('logPoints', volunteer, log, { writes: 3, passbookIds: [passbookId] })
      },
    ],
    [
      25,
      ({ living, shelf }) => {
        const [person, thing] = [one(living), one(shelf)]
        if (!person || !thing) return undefined
        const touched = { writes: 3, passbookIds: [person.householdId], itemId: thing.itemId }
        return points('redeem', person._id, { centreId, ...thing, quantity: 1 + below(3) }, touched)
      },
    ],
    [
      10,
      ({ held }) => {
        const redemption = one(held)
        if (!redemption) return undefined
        const { _id: redemptionId, by, passbookId, itemId } = redemption
        const touched = { writes: 4, passbookIds: [passbookId], itemId }
        return points('cancelRedemption', by, { centreId, redemptionId }, touched)
      },
    ],
    [
      10,
      ({ held }) => {
        const redemption = one(held)
        if (!redemption) return undefined
        const { _id: redemptionId, passbookId, itemId } = redemption
        const touched = { writes: 3, passbookIds: [passbookId], itemId }
        return points('fulfil', volunteer, { centreId, redemptionId }, touched)
      },
    ],
    [
      9,
      ({ books }) => {
        const book = one(books)
        const journal = book && one(book.journals)
        if (!book || !journal) return undefined
        const input = { centreId, passbookId: book._id, journalId: journal.id, reason: '记错了户' }
        return points('reverseJournal', secretary, input, { writes: 3, passbookIds: [book._id] })
      },
    ],
    [
      2,
      ({ living }) => {
        const [from, into] = [one(living), one(living)]
        if (!from || !into) return undefined
        const passbookIds = [from.householdId, into.householdId]
        const input = { centreId, fromId: from.householdId, intoId: into.householdId, reason: '同住' }
        return points('mergePassbooks', staff, input, { writes: 16, passbookIds })
      },
    ],
    [
      2,
      ({ living }) => {
        const person = one(living)
        if (!person) return undefined
        const { _id, householdId: passbookId } = person
        const moved = { residentIds: [_id], points: below(60), reason: '分家' }
        const input = { centreId, passbookId, ...door(), ...moved }
        return points('splitPassbook', staff, input, { writes: 12, passbookIds: [passbookId] })
      },
    ],
    [
      1,
      ({ living }) => {
        const person = one(living)
        if (!person) return undefined
        const input = { centreId, residentId: person._id, reason: '搬走' }
        return points('moveOut', staff, input, { writes: 6, passbookIds: [person.householdId] })
      },
    ],
    [
      2,
      ({ away }) => {
        const by = one(away)
        const input = { centreId, name: '张大妈', ...door() }
        return by === undefined
          ? undefined
          : { name: 'join', by, room: 'community', action: 'join', input, writes: 2, passbookIds: [] }
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

/** Lets those in who wait for it. */
const letIn = async ({ rows, town }: LedgerTown): Promise<void> => {
  const waiting = await rows('residents', { centreId, membership: 'pending', building: '5栋' })
  for (const { _id: residentId } of waiting) {
    const input = { centreId, residentId, decision: 'approve' as const }
    await town.done(communityContract, 'decideApplication', input, staff)
  }
}

/**
 * The town as it is now, and who of `people` is about: some that follow each other, so that few passbooks are busy at a
 * time and all of them grow.
 */
export const sceneOf = async (
  town: LedgerTown,
  people: readonly string[],
  below: (count: number) => number,
  about: Pick<Scene, 'books' | 'shelf'>,
): Promise<Scene> => {
  await letIn(town)
  const [residents, held, now] = await Promise.all([
    town.rows('residents', { centreId, membership: 'approved', building: '5栋' }),
    town.rows('redemptions', { centreId, state: 'held' }),
    town.now(),
  ])
  const atHome = new Map(residents.map((resident) => [resident._id, resident]))
  const from = below(people.length)
  const cast = Array.from({ length: castSize }, (_, n) => people[(from + n) % people.length] ?? '')
  const living = cast.flatMap((openid) => atHome.get(openid) ?? [])
  return { ...about, now, living, away: people.filter((openid) => !atHome.has(openid)), held }
}
