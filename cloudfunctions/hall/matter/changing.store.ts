import type { Ask } from '../../_kit/ask'
import type { MatterDocument } from '../../_kit/documents/matters'
import { isRefused, type Refused, refuse } from '../../_kit/refusal'
import type { Move } from './matter.rule'
import { matterById, moved, writeMove } from './matter.store'

/** Others may change the matter in between; each try sees it anew. */
const tries = 5

/** Whether this very request wrote its line into a matter's story. */
const isThere = (matter: MatterDocument, { requestKey }: Ask): boolean =>
  matter.story.some(({ key }) => key === requestKey)

/**
 * Decides about a matter that came along and writes what is decided, as one conditional update: when somebody was
 * faster it is decided anew on what they left. A repeat finds its own line and changes nothing. Answers the matter as
 * it is then. 1 request, 2 more for each who was faster.
 */
export const change = async <Code extends string>(
  ask: Ask,
  decide: (matter: MatterDocument) => Move | Refused<Code>,
): Promise<MatterDocument | Refused<Code>> => {
  let matter = ask.rows.matters
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (!matter) return refuse('COMMON.NOT_FOUND')
    if (isThere(matter, ask)) return matter
    const move = decide(matter)
    if (isRefused(move)) return move
    if (await writeMove(matter, move)) return moved(matter, move)
    matter = await matterById(matter.centreId, matter._id)
  }
  return refuse('COMMON.BUSY')
}

/** The same for what was decided by looking at a page: a matter that was changed since is not decided about. */
export const changeAsSeen = <Code extends string>(
  ask: Ask,
  seen: number,
  decide: (matter: MatterDocument) => Move | Refused<Code>,
): Promise<MatterDocument | Refused<Code>> =>
  change(ask, (matter) => (matter.changes === seen ? decide(matter) : refuse('COMMON.CHANGED')))
