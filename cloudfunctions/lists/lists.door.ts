/** What other rooms may ask the lists: what is kept of a person, and forgetting them. */
export { forgetInLists, isExpectedInLists, ownInLists } from './own.store'
