import type { Instant } from '../../types/common/time'
import { command } from '../_kit/cloud'
import type { ImportDocument, NeedDocument, ResourceDocument } from '../_kit/documents/lists'
import { orderOf } from '../_kit/ids'
import { findIds, insertMissing } from '../_kit/missing'
import { list, table } from '../_kit/table'
import { partId, partSize } from './import.rule'

type Kind = 'need' | 'resource'
const collectionOf = { need: 'needs', resource: 'resources' } as const

/** Which of these rows are in the lists already. One request. */
export const findImported = (kind: Kind, ids: readonly string[]): Promise<Set<string>> =>
  findIds(collectionOf[kind], ids)

/** The cloud takes at most 5 MB in one request; numbers grow on the wire, so stay well below. */
const mostBytes = 1_500_000

/** Keeps the parts of an import, several in one request as far as they fit. */
export const keepParts = async (parts: readonly ImportDocument[]): Promise<void> => {
  let batch: ImportDocument[] = []
  let bytes = 0
  for (const part of parts) {
    const size = Buffer.byteLength(JSON.stringify(part))
    if (batch.length > 0 && bytes + size > mostBytes) {
      await insertMissing('imports', batch)
      batch = []
      bytes = 0
    }
    batch.push(part)
    bytes += size
  }
  await insertMissing('imports', batch)
}

/** One part of an import at a centre. */
export const loadPart = async (
  centreId: string,
  importId: string,
  part: number,
): Promise<ImportDocument | undefined> => {
  const [found] = await table('imports').find({ _id: partId(importId, part), centreId }, { limit: 1 })
  return found
}

/** The problems of one part, without its rows. */
export const loadProblems = async (
  centreId: string,
  importId: string,
  part: number,
): Promise<Pick<ImportDocument, 'problems' | 'parts'> | undefined> => {
  const [found] = await table('imports').find(
    { _id: partId(importId, part), centreId },
    { limit: 1, fields: { problems: true, parts: true } },
  )
  return found
}

const insertRows = (
  part: ImportDocument,
  there: ReadonlyMap<string, unknown>,
  now: Instant,
): Promise<boolean> => {
  const needs: NeedDocument[] = []
  const resources: ResourceDocument[] = []
  part.rows.forEach((row, index) => {
    const { _id } = row.document
    if (there.has(_id)) return
    // the order of the sheet stays the order of the list
    const order = orderOf(now - part.part * partSize - index, _id)
    if (row.kind === 'need') needs.push({ ...row.document, part: part._id, at: now, order })
    else resources.push({ ...row.document, part: part._id, at: now, order })
  })
  return needs.length > 0 ? insertMissing('needs', needs) : insertMissing('resources', resources)
}

const findOwners = async (kind: Kind, ids: readonly string[]): Promise<Map<string, string | undefined>> => {
  const found = await list<{ _id: string; part?: string }>(
    table(collectionOf[kind])
      .aggregate()
      .match({ _id: command.in([...ids]) })
      .project({ _id: 1, part: 1 })
      .limit(ids.length),
  )
  return new Map(found.map(({ _id, part }) => [_id, part]))
}

/**
 * Writes the rows of a part that are not here yet and answers how many are this part's own. A row belongs to the part
 * that inserted it first, whoever else tries: so a part that is written twice, or died half-way, counts the same.
 */
export const writePart = async (part: ImportDocument, now: Instant): Promise<number> => {
  const [first] = part.rows
  if (!first) return 0
  const ids = part.rows.map(({ document }) => document._id)
  const before = await findOwners(first.kind, ids)
  const own = (owners: ReadonlyMap<string, string | undefined>): number =>
    [...owners.values()].filter((owner) => owner === part._id).length
  if (before.size === ids.length) return own(before)
  const undisturbed = await insertRows(part, before, now)
  return undisturbed ? own(before) + ids.length - before.size : own(await findOwners(first.kind, ids))
}

/** Closes a part: its rows are in the lists, the copies are dropped. */
export const closePart = async (id: string, added: number, alreadyHere: number): Promise<void> => {
  await table('imports').update({ _id: id }, { rows: [], added, alreadyHere })
}

/** Deletes what was kept of imports begun before a moment. */
export const clearImports = async (before: Instant): Promise<void> => {
  await table('imports').remove({ at: command.lt(before) })
}
