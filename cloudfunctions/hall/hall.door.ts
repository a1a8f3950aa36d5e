/** What other rooms may ask the hall: what is kept of a person, whether they are still waited for, forgetting them. */
export { forgetInHall, isExpectedInHall, ownInHall } from './own.store'
