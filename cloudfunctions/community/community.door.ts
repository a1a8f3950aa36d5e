/** What other rooms may ask the community: which household lives behind a door, who is in it, and moving people. */
export { centreNameOf } from './community.store'
export {
  atHousehold,
  doorForUpdate,
  householdById,
  householdForUpdate,
  leaveHousehold,
  membersAlong,
  membersOf,
  moveMembers,
} from './household.store'
export { holdersOf } from './resident.store'
