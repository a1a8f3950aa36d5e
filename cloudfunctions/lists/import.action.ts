import type { listsContract } from '../../types/lists.contract'
import { downloadFile } from '../_kit/files'
import { idOf } from '../_kit/ids'
import { seal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { countOnce } from './count.store'
import {
  cutIntoParts,
  dropDuplicates,
  importedNeed,
  importedResource,
  type NumberedRow,
  needRow,
  resourceRow,
  sampleOf,
} from './import.rule'
import { closePart, findImported, keepParts, loadPart, loadProblems, writePart } from './import.store'
import { needColumns, resourceColumns } from './sheet/columns.rule'
import { mostBytes, type ReadFile, readFile } from './sheet/read-file'
import { checkSheet } from './sheet/rows.rule'

type Lists = typeof listsContract

const mostRows = 10_000
/** What the answer shows; the rest is kept with the import. */
const mostSamples = 20
const mostProblems = 50

const checkRows = (kind: 'need' | 'resource', centreId: string, { rows, numberedFrom }: ReadFile) => {
  if (kind === 'need') {
    const sheet = checkSheet(rows, numberedFrom, needColumns, needRow)
    return (
      sheet && {
        ...sheet,
        good: sheet.good.map(
          ({ row, facts }): NumberedRow => ({
            row,
            imported: importedNeed(centreId, facts, seal),
          }),
        ),
      }
    )
  }
  const sheet = checkSheet(rows, numberedFrom, resourceColumns, resourceRow)
  return (
    sheet && {
      ...sheet,
      good: sheet.good.map(
        ({ row, facts }): NumberedRow => ({
          row,
          imported: importedResource(centreId, facts, seal),
        }),
      ),
    }
  )
}

export const previewImport: Action<Lists, 'previewImport'> = async (
  { centreId, kind, fileId, fileName },
  ask,
) => {
  const bytes = await downloadFile(fileId)
  if (!bytes) return refuse('LISTS.NO_FILE')
  if (bytes.length > mostBytes) return refuse('LISTS.TOO_BIG')
  const file = await readFile(bytes, fileName)
  if (!file) return refuse('LISTS.UNREADABLE_FILE')
  if (file.rows.length > mostRows + 1) return refuse('LISTS.TOO_BIG')

  const sheet = checkRows(kind, centreId, file)
  if (!sheet) return refuse('LISTS.WRONG_COLUMNS')
  const here = await findImported(
    kind,
    sheet.good.map(({ imported }) => imported.document._id),
  )
  const rows = dropDuplicates(sheet.good, here)
  const importId = idOf('import', ask.requestKey)
  const parts = cutIntoParts({ centreId, importId, at: ask.now }, rows, sheet.problems)

  await keepParts(parts)

  return {
    data: {
      importId,
      good: rows.length,
      bad: sheet.bad,
      duplicates: sheet.good.length - rows.length,
      parts: parts.length,
      sample: rows.slice(0, mostSamples).map(sampleOf),
      problems: sheet.problems.slice(0, mostProblems),
    },
    target: importId,
  }
}

export const importProblems: Action<Lists, 'importProblems'> = async ({ centreId, importId, part }) => {
  const found = await loadProblems(centreId, importId, part)
  if (!found) return refuse('LISTS.IMPORT_GONE')
  return { data: { problems: [...found.problems], parts: found.parts } }
}

export const commitImport: Action<Lists, 'commitImport'> = async ({ centreId, importId, part }, ask) => {
  const found = await loadPart(centreId, importId, part)
  if (!found) return refuse('LISTS.IMPORT_GONE')
  const target = found._id
  if (found.added !== undefined) {
    return { data: { added: found.added, alreadyHere: found.alreadyHere ?? 0 }, target }
  }

  const added = await writePart(found, ask.now)
  const alreadyHere = found.rows.length - added
  if (found.rows[0]?.kind === 'need' && added > 0) await countOnce(centreId, found._id, { open: added })
  await closePart(found._id, added, alreadyHere)

  return { data: { added, alreadyHere }, target }
}
