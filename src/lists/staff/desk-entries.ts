import { allows, type Role } from '../../../types/common/roles'
import { canteenEntries } from './desk/canteen'
import type { DeskEntry } from './desk/entry'
import { hallEntries } from './desk/hall'
import { listsEntries } from './desk/lists'
import { peopleEntries } from './desk/people'
import { pointsEntries } from './desk/points'

export interface HeldRole {
  readonly centreId: string
  readonly role: Role
}

/** In the order of the desk. */
const groups: readonly { readonly group: string; readonly entries: readonly DeskEntry[] }[] = [
  { group: '三张清单', entries: listsEntries },
  { group: '议事厅', entries: hallEntries },
  { group: '长者食堂', entries: canteenEntries },
  { group: '积分和超市', entries: pointsEntries },
  { group: '住户和同事', entries: peopleEntries },
]

/** How deep a centre stands in the tree: 1 district … 4 station. */
export const depthOf = (centreId: string): number => centreId.split('.').length

/** The pages somebody with these roles may open at a centre, in the order of the work, by group. */
export const entriesFor = (
  roles: readonly HeldRole[],
  centreId: string,
): readonly { readonly group: string; readonly entries: readonly DeskEntry[] }[] => {
  const mayOpen = ({ may, depths }: DeskEntry): boolean =>
    depths.includes(depthOf(centreId)) && allows(roles, may, centreId)
  return groups
    .map(({ group, entries }) => ({ group, entries: entries.filter(mayOpen) }))
    .filter(({ entries }) => entries.length > 0)
}
