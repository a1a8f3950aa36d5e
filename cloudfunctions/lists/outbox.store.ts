import type { Instant } from '../../types/common/time'
import { type NoticeToSend, noticeRow } from '../_kit/notices'
import { insertMissing } from './missing.store'

/** Puts many notices in the outbox at once; those already told are left alone. */
export const tellAll = async (notices: readonly NoticeToSend[], at: Instant): Promise<void> => {
  await insertMissing(
    'notices',
    notices.map((notice) => noticeRow(notice, at)),
  )
}
