import type { Ask } from '../_kit/ask'
import { type Handling, noticeUntilOf } from './log.rule'
import { settingsOf } from './settings.rule'

/** Who handles a log and when; it is shown for as long as the settings say that came along. */
export const handlingOf = (ask: Ask): Handling => ({
  now: ask.now,
  by: ask.caller.openid,
  byMasked: ask.caller.resident?.nameMasked ?? '',
  requestKey: ask.requestKey,
  noticeUntil: noticeUntilOf(ask.now, settingsOf(ask.lists.pointsSettings).noticeDays),
})
