import type { HouseholdDocument, ResidentDocument } from '../_kit/documents/community'
import type { BookPage } from '../_kit/documents/ledger'
import type { Journal, PassbookDocument, PointsSettingsDocument } from '../_kit/documents/points'
import { list } from '../_kit/table'
import { atHousehold } from '../community/community.door'
import { emptyPassbook } from './passbook.store'
import { settingsAlong } from './settings.store'
import type { StatementFacts } from './statement.rule'

/** Ten years of months. */
const mostPages = 120

/** A household's passbook and who is in the household. */
export interface HouseholdFacts extends StatementFacts {
  readonly people: readonly ResidentDocument[]
  readonly settings: readonly PointsSettingsDocument[]
}

interface Found extends HouseholdDocument {
  readonly people: ResidentDocument[]
  readonly passbooks: PassbookDocument[]
  readonly pages: BookPage<Journal>[]
  readonly months: Pick<BookPage, 'month' | 'closing'>[]
  readonly settings: PointsSettingsDocument[]
}

/**
 * All a statement shows, in one request: household, members, passbook, the month when it was put away, and which
 * months there are. A household that never earned has an empty passbook; undefined when there is no such household.
 */
export const loadStatement = async (
  centreId: string,
  householdId: string,
  month: string,
): Promise<HouseholdFacts | undefined> => {
  const one = (id: string) => [{ $match: { _id: id } }]
  const [found] = await list<Found>(
    atHousehold(centreId, householdId)
      .lookup({ from: 'passbooks', pipeline: one(householdId), as: 'passbooks' })
      .lookup({ from: 'passbookPages', pipeline: one(`${householdId}:${month}`), as: 'pages' })
      .lookup({
        from: 'passbookPages',
        pipeline: [
          { $match: { bookId: householdId } },
          { $sort: { month: -1 } },
          { $limit: mostPages },
          { $project: { _id: 0, month: 1, closing: 1 } },
        ],
        as: 'months',
      })
      .lookup({
        from: 'pointsSettings',
        pipeline: [{ $match: settingsAlong(centreId).id.where }],
        as: 'settings',
      }),
  )
  if (!found) return undefined
  return {
    book: found.passbooks[0] ?? emptyPassbook(found),
    page: found.pages[0],
    pages: found.months,
    people: found.people,
    settings: found.settings,
  }
}
