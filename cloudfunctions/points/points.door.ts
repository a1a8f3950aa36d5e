/** What other rooms may ask of the points: to credit a household once. */
export { creditHousehold } from './crediting.store'
