import type { OutputOf } from '../../../types/common/contract'
import type { listsContract } from '../../../types/lists.contract'

type Lists = typeof listsContract

/** What the staff pages show, row by row, as the room answers it. */
export type NeedRow = OutputOf<Lists, 'needs'>['rows'][number]
export type ResourceRow = OutputOf<Lists, 'resources'>['rows'][number]
export type ProjectRow = OutputOf<Lists, 'projects'>['rows'][number]
export type BoardRow = OutputOf<Lists, 'matchBoard'>['rows'][number]
export type SuggestionRow = BoardRow['suggestions'][number]
export type Preview = OutputOf<Lists, 'previewImport'>
export type EnrolmentRow = OutputOf<Lists, 'enrolments'>['rows'][number]
