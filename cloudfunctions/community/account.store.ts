import type { NoticeDocument, ResidentDocument } from '../_kit/documents/community'
import { table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import { leaveHousehold } from './household.store'

const mostNotices = 1000

/** Every notice to somebody, newest first. */
export const noticesTo = (openid: string): Promise<NoticeDocument[]> =>
  table('notices').find({ to: openid }, { order: [['order', 'desc']], limit: mostNotices })

/** Deletes every notice to somebody. */
export const dropNoticesTo = async (openid: string): Promise<void> => {
  await table('notices').remove({ to: openid })
}

/** Deletes somebody's row; a household they live in keeps everything else. */
export const deleteResident = async (transaction: Transaction, resident: ResidentDocument): Promise<void> => {
  await leaveHousehold(transaction, resident.centreId, resident._id)
  await transaction.remove('residents', resident._id)
}
