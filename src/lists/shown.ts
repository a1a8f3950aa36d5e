import type { OutputOf } from '../../types/common/contract'
import type { listsContract } from '../../types/lists.contract'

/** One edition as a page shows it. */
export type Edition = OutputOf<typeof listsContract, 'edition'>
/** One service in an edition, with the seats left now and the reader's own place. */
export type EditionRow = Edition['rows'][number]
/** One service with who is in its list. */
export type Service = OutputOf<typeof listsContract, 'project'>
export type MyEnrolment = OutputOf<typeof listsContract, 'myEnrolments'>['rows'][number]
export type MyNeed = OutputOf<typeof listsContract, 'myNeeds'>['rows'][number]
