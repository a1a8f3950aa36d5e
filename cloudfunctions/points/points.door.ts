/** What other rooms may ask of the points: to credit a household once, what is kept of a person, forgetting them. */
export { creditHousehold } from './crediting.store'
export { forgetInPoints, isExpectedInPoints, ownInPoints } from './own.store'
