import type { Step } from '../../../types/hall.words'
import { command as _ } from '../../_kit/cloud'
import type { MatterDocument, StoryLine } from '../../_kit/documents/matters'
import type { Transaction } from '../../_kit/transaction'

/** A matter of a centre, inside a transaction that will change it. */
export const matterForUpdate = async (
  transaction: Transaction,
  centreId: string,
  matterId: string,
): Promise<MatterDocument | undefined> => {
  const matter = await transaction.get('matters', matterId)
  return matter?.centreId === centreId ? matter : undefined
}

/** What a session or a problem changes about a matter. */
export interface MatterChange {
  readonly line: StoryLine
  /** Of `withSteps`. */
  readonly done?: readonly Step[]
  /** Takes the place of what was known of the same session. */
  readonly session?: MatterDocument['sessions'][number]
  /** Problems that came from it and are not struck off: one more, or one fewer. */
  readonly openProblems?: 1 | -1
}

/** Writes what a session or a problem changes about a matter that `matterForUpdate` read in the same transaction. */
export const changeMatter = async (
  transaction: Transaction,
  matter: MatterDocument,
  { line, done, session, openProblems }: MatterChange,
): Promise<void> => {
  const others = matter.sessions.filter(({ sessionId }) => sessionId !== session?.sessionId)
  await transaction.update('matters', matter._id, {
    story: _.push([line]),
    ...(line.by && { concerned: _.addToSet(line.by) }),
    changes: _.inc(1),
    ...(done && { done }),
    ...(session && { sessions: [...others, session] }),
    ...(openProblems && { openProblems: _.inc(openProblems) }),
  })
}
