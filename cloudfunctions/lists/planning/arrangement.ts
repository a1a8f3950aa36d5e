import { type Layout, type Opening, type Pattern, worthAt } from './layout.rule'

/** One change, so that it can be taken back. */
interface Change {
  readonly kind: 'held' | 'released' | 'seated' | 'unseated'
  readonly place: number
  /** Who was seated or unseated; −1 for a session as such. */
  readonly need: number
}

/** Who sits where while a plan is being made. */
export interface Arrangement {
  readonly layout: Layout
  /** Sum of what serving the seated needs is worth. */
  value: number
  /** Per need the opening it sits in, −1 when in none. */
  readonly seat: Int32Array
  /** Per opening the needs in it; undefined when no session is held. */
  readonly members: (number[] | undefined)[]
  /** Per pattern the openings in which a session is held. */
  readonly held: number[][]
  /** Per opening the seats that are free; −1 when no session is held. */
  readonly free: Int32Array
  /** Per pattern the most free seats any of its sessions has; −1 when none is held. */
  readonly room: Int32Array
  /** Per resource the sessions left. */
  readonly left: Int32Array
  /** Per clash whether a session is held in it. */
  readonly clashing: Uint8Array
  readonly changes: Change[]
  /** Room to appraise one session in. */
  readonly scratch: { readonly needs: Int32Array; readonly gains: Float64Array; readonly sizes: Int32Array }
}

/** The pattern and the opening at a place. */
export const openingAt = (layout: Layout, place: number): { opening: Opening; pattern: Pattern } => {
  const opening = layout.openings[place]
  const pattern = opening && layout.patterns[opening.pattern]
  if (!opening || !pattern) throw new Error(`no opening ${place}`)
  return { opening, pattern }
}

const tellRoom = ({ held, free, room }: Arrangement, pattern: number): void => {
  let most = -1
  for (const place of held[pattern] ?? []) most = Math.max(most, free[place] ?? -1)
  room[pattern] = most
}

/** Nothing arranged but the fixed sessions. */
export const emptyArrangement = (layout: Layout): Arrangement => {
  const { people, openings, patterns, left, clashes } = layout
  const most = Math.max(0, ...patterns.map(({ needs }) => needs.length))
  const arrangement: Arrangement = {
    layout,
    value: 0,
    seat: new Int32Array(people.length).fill(-1),
    members: openings.map(({ fixed }) => (fixed ? [] : undefined)),
    held: patterns.map(({ openings: own }) => own.filter((place) => openings[place]?.fixed)),
    free: Int32Array.from(openings, ({ fixed, pattern }) =>
      fixed ? (patterns[pattern]?.capacity ?? 0) : -1,
    ),
    room: new Int32Array(patterns.length).fill(-1),
    left: Int32Array.from(left),
    clashing: new Uint8Array(clashes.length),
    changes: [],
    scratch: { needs: new Int32Array(most), gains: new Float64Array(most), sizes: new Int32Array(most) },
  }
  patterns.forEach((_, pattern) => {
    tellRoom(arrangement, pattern)
  })
  return arrangement
}

/** Whether a session could be held here beside those that are. */
export const canHold = ({ layout, members, left, clashing }: Arrangement, place: number): boolean => {
  const { opening, pattern } = openingAt(layout, place)
  if (members[place] || opening.fixed || (left[pattern.resource] ?? 0) === 0) return false
  return opening.clashes.every((clash) => clashing[clash] === 0)
}

const drop = (list: number[] | undefined, one: number): void => {
  list?.splice(list.indexOf(one), 1)
}

/** Holds a session, still empty. */
export const hold = (arrangement: Arrangement, place: number): void => {
  const { opening, pattern } = openingAt(arrangement.layout, place)
  arrangement.members[place] = []
  arrangement.held[opening.pattern]?.push(place)
  arrangement.free[place] = pattern.capacity
  arrangement.left[pattern.resource] = (arrangement.left[pattern.resource] ?? 0) - 1
  for (const clash of opening.clashes) arrangement.clashing[clash] = 1
  tellRoom(arrangement, opening.pattern)
  arrangement.changes.push({ kind: 'held', place, need: -1 })
}

/** Seats a need in a session that has room and that it fits. */
export const seatNeed = (arrangement: Arrangement, need: number, place: number): void => {
  const { layout, members, seat, free } = arrangement
  const { opening } = openingAt(layout, place)
  members[place]?.push(need)
  seat[need] = place
  free[place] = (free[place] ?? 0) - (layout.people[need] ?? 0)
  arrangement.value += worthAt(layout, need, opening.pattern)
  tellRoom(arrangement, opening.pattern)
  arrangement.changes.push({ kind: 'seated', need, place })
}

/** Lets a seated need go. */
export const unseatNeed = (arrangement: Arrangement, need: number): void => {
  const { layout, members, seat, free } = arrangement
  const place = seat[need] ?? -1
  if (place < 0) return
  const { opening } = openingAt(layout, place)
  drop(members[place], need)
  seat[need] = -1
  free[place] = (free[place] ?? 0) + (layout.people[need] ?? 0)
  arrangement.value -= worthAt(layout, need, opening.pattern)
  tellRoom(arrangement, opening.pattern)
  arrangement.changes.push({ kind: 'unseated', need, place })
}

/** Gives a session up and lets its needs go; a fixed one stays, empty. */
export const release = (arrangement: Arrangement, place: number): void => {
  const { opening, pattern } = openingAt(arrangement.layout, place)
  for (const need of [...(arrangement.members[place] ?? [])]) unseatNeed(arrangement, need)
  if (opening.fixed) return
  arrangement.members[place] = undefined
  drop(arrangement.held[opening.pattern], place)
  arrangement.free[place] = -1
  arrangement.left[pattern.resource] = (arrangement.left[pattern.resource] ?? 0) + 1
  for (const clash of opening.clashes) arrangement.clashing[clash] = 0
  tellRoom(arrangement, opening.pattern)
  arrangement.changes.push({ kind: 'released', place, need: -1 })
}

/** Takes back every change since there were so many of them. */
export const takeBack = (arrangement: Arrangement, count: number): void => {
  const undone = arrangement.changes.splice(count).reverse()
  for (const change of undone) {
    if (change.kind === 'held') release(arrangement, change.place)
    else if (change.kind === 'released') hold(arrangement, change.place)
    else if (change.kind === 'seated') unseatNeed(arrangement, change.need)
    else seatNeed(arrangement, change.need, change.place)
  }
  arrangement.changes.length = count
}
