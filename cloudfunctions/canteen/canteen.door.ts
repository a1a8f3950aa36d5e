/** What other rooms may ask of the canteen: what is kept of a person, what they are still needed for, forgetting them. */
export { forgetInCanteen } from './forgetting.store'
export { isExpectedInCanteen, isNeededInCanteen, ownInCanteen } from './own.store'
