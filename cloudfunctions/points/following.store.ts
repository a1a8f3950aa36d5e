import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { householdById } from '../community/community.door'
import { emptyPassbook, openPassbook, passbookById, post } from './passbook.store'
import { passbooksOfAll } from './shift.store'

/** A passbook as far as posting to it goes. */
export type Postable = Omit<PassbookDocument, 'journals'>

/** A household that merged, and the one it merged into, may have merged in turn. */
const mostMerges = 4

/** Opens the passbook of a household that has none; undefined when there is no such household. Two requests. */
export const passbookBegun = async (homeId: string, householdId: string): Promise<Postable | undefined> => {
  const household = await householdById(homeId, householdId)
  if (!household) return undefined
  const opened = emptyPassbook(household)
  await openPassbook(opened)
  return opened
}

/**
 * What became of a posting: the journal stands in a passbook, from now or from before; the passbook has no room for
 * lines until the night; or there is none that could take it.
 */
export type Followed = { readonly passbook: Postable; readonly journal: Journal } | 'later' | 'nobody'

/**
 * Posts a journal once: to a passbook or, where its household merged, to the one it merged into, and so on. The
 * journal is made for each passbook anew and keeps its id; undefined when nothing is to be posted there.
 */
export const postFollowing = async (
  start: Postable | undefined,
  journalFor: (passbook: Postable) => Promise<Journal | undefined>,
): Promise<Followed> => {
  let passbook = start
  for (let merged = 0; passbook && merged <= mostMerges; merged += 1) {
    const journal = await journalFor(passbook)
    if (!journal) return 'nobody'
    if (await post(passbook.centreId, passbook._id, journal)) return { passbook, journal }
    const standing = await passbookById(passbook.centreId, passbook._id)
    const posted = standing?.journals.find(({ id }) => id === journal.id)
    if (standing && posted) return { passbook: standing, journal: posted }
    if (standing?.state === 'open') return 'later'
    const [successor]: Postable[] = standing?.successor ? await passbooksOfAll([standing.successor]) : []
    passbook = successor
  }
  return 'nobody'
}
