import type { InputOf } from '../../../types/common/contract'
import { asInstant, type Instant, instantOf, shanghaiDay } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import type { PartyRole } from '../../../types/hall.words'
import type { SessionOfStaff } from '../session-shown'

type Saved = InputOf<typeof hallContract, 'saveSession'>

/** An item as it is being planned; `id` tells rows apart while they are edited. */
export interface ItemDraft {
  readonly id: number
  readonly itemId?: string | undefined
  readonly matterId: string
  readonly title: string
  readonly minutes: number
}

/** Somebody asked by name. */
export interface PartyDraft {
  readonly id: number
  readonly key?: string | undefined
  readonly role: PartyRole
  readonly title: string
  readonly name: string
}

/** A session as it is being planned. */
export interface SessionDraft {
  readonly title: string
  readonly startsAt: Instant
  /** Length. */
  readonly minutes: number
  readonly place: string
  readonly quorum: number
  readonly open: boolean
  /** As typed: 「5栋 6栋」. */
  readonly buildings: string
  readonly items: readonly ItemDraft[]
  readonly parties: readonly PartyDraft[]
}

const minute = 60_000
const dayLength = 86_400_000

/** Matter a new session is made for: what stands on the agenda first. */
export interface AboutMatter {
  readonly matterId: string
  readonly text: string
}

const mostTitle = 40

/** A new session: in four days at seven in the evening, two hours, about a matter or nothing yet. */
export const emptyDraft = (now: number, about?: AboutMatter): SessionDraft => ({
  title: about ? `协商:${about.text}`.slice(0, mostTitle) : '',
  startsAt: instantOf(shanghaiDay(asInstant(now + 4 * dayLength)), 19 * 60),
  minutes: 120,
  place: '',
  quorum: 5,
  open: false,
  buildings: '',
  items: [
    { id: 0, matterId: about?.matterId ?? '', title: about?.text.slice(0, mostTitle) ?? '', minutes: 60 },
  ],
  parties: [],
})

/** A session there is, to be edited. */
export const draftOf = (session: SessionOfStaff): SessionDraft => ({
  title: session.title,
  startsAt: asInstant(session.startsAt),
  minutes: Math.round((session.endsAt - session.startsAt) / minute),
  place: session.place,
  quorum: session.quorum,
  open: session.open,
  buildings: session.buildings.join(' '),
  items: session.agenda.map(({ itemId, matterId, title, minutes }, id) => ({
    ...{ id, itemId, matterId, title, minutes },
  })),
  parties: session.parties
    .filter(({ source }) => source === 'invited')
    .map(({ key, role, title, name }, id) => ({ id, key, role, title, name })),
})

/** An id no row of a list has. */
const freeId = (rows: readonly { readonly id: number }[]): number =>
  Math.max(-1, ...rows.map(({ id }) => id)) + 1

export const withItem = (items: readonly ItemDraft[]): readonly ItemDraft[] => [
  ...items,
  { id: freeId(items), matterId: '', title: '', minutes: 30 },
]

export const withParty = (parties: readonly PartyDraft[]): readonly PartyDraft[] => [
  ...parties,
  { id: freeId(parties), role: 'owner', title: '', name: '' },
]

/** What is saved of a draft; undefined while something is missing. */
export const savedOf = (draft: SessionDraft): Omit<Saved, 'centreId' | 'sessionId' | 'seen'> | undefined => {
  const { title, startsAt, minutes, place, quorum, open, buildings, items, parties } = draft
  const isWhole =
    title.trim() !== '' &&
    place.trim() !== '' &&
    items.length > 0 &&
    items.every((item) => item.title.trim() !== '') &&
    parties.every((party) => party.title.trim() !== '')
  if (!isWhole) return undefined
  return {
    ...{
      title: title.trim(),
      startsAt,
      endsAt: startsAt + minutes * minute,
      place: place.trim(),
      quorum,
      open,
    },
    buildings: buildings.split(/[\s,,、]+/).filter((building) => building !== ''),
    agenda: items.map(({ itemId, matterId, ...item }) => ({
      ...{ title: item.title.trim(), minutes: item.minutes },
      ...(itemId !== undefined && { itemId }),
      ...(matterId !== '' && { matterId }),
    })),
    parties: parties.map(({ key, role, ...party }) => ({
      ...{ role, title: party.title.trim(), name: party.name.trim() },
      ...(key !== undefined && { key }),
    })),
  }
}
