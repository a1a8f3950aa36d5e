/** What other rooms may ask the community: which household lives behind a door, who is in it, and moving people. */
export { centreNameOf } from './community.store'
export { buildingName, type Door, doorOf } from './door.rule'
export {
  atHousehold,
  doorForUpdate,
  householdBehind,
  householdById,
  householdForUpdate,
  leaveHousehold,
  type Member,
  membersOf,
  moveMembers,
} from './household.store'
