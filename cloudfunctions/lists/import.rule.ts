import { z } from 'zod'
import {
  audienceField,
  categoriesField,
  hoursField,
  place,
  shanghaiDayField,
  weekdaysField,
  whole,
  words,
} from '../../types/common/fields'
import { weekdayText } from '../../types/common/time'
import type { ImportDocument, ImportedRow } from '../_kit/documents/lists'
import { idOf } from '../_kit/ids'
import { maskContact, maskName } from '../_kit/mask.rule'
import { resourceFields } from './resource.rule'
import type { RowProblem } from './sheet/sheet'

const upTo = (max: number) => z.string().max(max, `最多 ${max} 个字`)
const degrees = { lng: place.shape.lng.optional(), lat: place.shape.lat.optional() }

/** What a row of a need sheet must say. */
export const needRow = z.object({
  text: words(300),
  source: z.enum(['self', 'survey', 'visit', 'group', 'hotline', 'hall']),
  person: upTo(20),
  building: upTo(20),
  room: upTo(20),
  beneficiary: audienceField,
  weekdays: weekdaysField.optional(),
  hours: hoursField.optional(),
  headcount: whole(1, 500),
  mobilityImpaired: z.boolean(),
  location: place.optional(),
  ...degrees,
})
export type NeedRow = z.output<typeof needRow>

/** What a row of a resource sheet must say. */
export const resourceRow = z.object({
  unit: words(40),
  title: words(40),
  description: words(500),
  categories: categoriesField,
  audience: audienceField,
  weekdays: weekdaysField,
  hours: hoursField,
  capacityPerSession: whole(1, 500),
  sessionsPerMonth: whole(1, 200),
  homeVisit: z.boolean(),
  contact: upTo(40),
  phone: upTo(20),
  agreement: upTo(100).optional(),
  reviewDay: shanghaiDayField.optional(),
  location: place.optional(),
  ...degrees,
})
export type ResourceRow = z.output<typeof resourceRow>

/** Seals a personal text; handed in, because a rule holds no key. */
type Seal = (text: string) => string

/** The same words written another way are the same: width, spaces, case and punctuation do not count. */
const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '')

const locationOf = ({ location, lng, lat }: Pick<NeedRow, 'location' | 'lng' | 'lat'>) => {
  const found = location ?? (lng !== undefined && lat !== undefined ? { lng, lat } : undefined)
  return found && { location: found }
}

/** The need a row stands for. Its id is made of who asks for what, so that the same row never comes in twice. */
export const importedNeed = (centreId: string, row: NeedRow, seal: Seal): ImportedRow => ({
  kind: 'need',
  document: {
    _id: idOf('imported need', centreId, ...[row.person, row.building, row.room, row.text].map(normal)),
    centreId,
    text: row.text,
    source: row.source,
    by: '',
    personMasked: maskName(row.person),
    personSealed: seal(row.person),
    addressSealed: seal(`${row.building} ${row.room}`.trim()),
    beneficiary: row.beneficiary,
    ...(row.weekdays && { weekdays: row.weekdays }),
    ...(row.hours && { hours: row.hours }),
    headcount: row.headcount,
    mobilityImpaired: row.mobilityImpaired,
    ...locationOf(row),
    state: 'open',
    rejected: [],
    decidedIn: '',
  },
})

/** The resource a row stands for. Its id is made of unit and title. */
export const importedResource = (centreId: string, row: ResourceRow, seal: Seal): ImportedRow => {
  const contact = `${row.contact} ${row.phone}`.trim()
  return {
    kind: 'resource',
    document: {
      _id: idOf('imported resource', centreId, normal(row.unit), normal(row.title)),
      centreId,
      ...resourceFields(row),
      ...locationOf(row),
      contactSealed: seal(contact),
      contactMasked: maskContact(contact),
      paused: false,
    },
  }
}

/** A row that passed, with its number in the sheet. */
export interface NumberedRow {
  readonly row: number
  readonly imported: ImportedRow
}

/** Leaves out rows that are here already and rows that repeat an earlier one of the same sheet. */
export const dropDuplicates = (
  rows: readonly NumberedRow[],
  here: ReadonlySet<string>,
): readonly NumberedRow[] => {
  const seen = new Set(here)
  return rows.filter(({ imported: { document } }) => {
    const isNew = !seen.has(document._id)
    seen.add(document._id)
    return isNew
  })
}

/** Rows in one part of an import, and problems unless there are very many. */
export const partSize = 500
/** Parts of one import at most: 10,000 rows make 20, their problems may make more. */
const mostParts = 100

/** Cuts an import into at most a hundred parts, of at most 500 rows each; there is always one. */
export const cutIntoParts = (
  facts: Pick<ImportDocument, 'centreId' | 'importId' | 'at'>,
  rows: readonly NumberedRow[],
  problems: readonly RowProblem[],
): ImportDocument[] => {
  const problemsEach = Math.max(partSize, Math.ceil(problems.length / mostParts))
  const parts = Math.max(1, Math.ceil(rows.length / partSize), Math.ceil(problems.length / problemsEach))
  return Array.from({ length: parts }, (_, part) => ({
    _id: partId(facts.importId, part),
    ...facts,
    part,
    parts,
    rows: rows.slice(part * partSize, (part + 1) * partSize).map(({ imported }) => imported),
    problems: problems.slice(part * problemsEach, (part + 1) * problemsEach),
  }))
}

/** Id of one part of an import. */
export const partId = (importId: string, part: number): string => `${importId}:${part}`

/** One row as the preview shows it. */
export const sampleOf = ({ row, imported }: NumberedRow): { row: number; title: string; detail: string } => {
  const { kind, document } = imported
  const when = [(document.weekdays ?? []).map(weekdayText).join('、'), document.hours ?? '']
  const said = (parts: string[]): string => parts.filter((part) => part !== '').join(' · ')
  return kind === 'need'
    ? {
        row,
        title: document.text,
        detail: said([document.beneficiary.join('、'), ...when, `${document.headcount}人`]),
      }
    : {
        row,
        title: `${document.unit} ${document.title}`,
        detail: said([document.audience.join('、'), ...when, `每次${document.capacityPerSession}人`]),
      }
}
