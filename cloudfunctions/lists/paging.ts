import { command } from '../_kit/cloud'
import { pageSize } from '../_kit/page.rule'

/** What to fetch for a page: one row more tells whether there is another page. */
export const fetchSize = pageSize + 1

/** Condition for the rows after a cursor in a list whose greatest order comes first. */
export const olderThan = (after: string | undefined) =>
  after === undefined ? {} : { order: command.lt(after) }

/** Condition for the rows after a cursor in a list whose smallest order comes first. */
export const laterThan = (after: string | undefined) =>
  after === undefined ? {} : { order: command.gt(after) }
