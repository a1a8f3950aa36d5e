import { command as _ } from '../_kit/cloud'
import type { HonourRollDocument, ReconciliationDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { table } from '../_kit/table'

/** A page of a centre's reconciliations, the newest day first. */
export const reconciliationPage = (
  centreId: string,
  after: string | undefined,
): Promise<ReconciliationDocument[]> =>
  table('reconciliations').find(
    { centreId, ...(after !== undefined && { order: _.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/** The honour roll of a period as the timer left it. */
export const rollOf = (centreId: string, period: string): Promise<HonourRollDocument | undefined> =>
  table('honourRolls').get(`${centreId}:${period}`)
