import type { Instant } from '../../types/common/time'
import { cloud } from './cloud'
import type { NoticeDocument } from './documents/community'
import { idOf, orderOf } from './ids'
import { insertMissing } from './missing'
import { table } from './table'
import type { Transaction } from './transaction'

/** 通知 to one person. `once` makes it unique: the same notice is never told twice. */
export interface NoticeToSend {
  readonly to: string
  readonly title: string
  readonly text: string
  readonly page: string
  readonly once: string
}

/** The outbox row of a notice. */
const noticeRow = (notice: NoticeToSend, at: Instant): NoticeDocument => {
  const _id = idOf('notice', notice.to, notice.once)
  const { to, title, text, page } = notice
  return { _id, to, title, text, page, at, order: orderOf(at, _id), read: false, sending: 'waiting' }
}

/** Puts notices in the outbox; those already told are left alone. One request when none was told before. */
export const tell = async (notices: readonly NoticeToSend[], at: Instant): Promise<void> => {
  const rows = notices.map((notice) => noticeRow(notice, at))
  await insertMissing('notices', [...new Map(rows.map((row) => [row._id, row])).values()])
}

/**
 * Puts notices in the outbox in the same transaction as what they tell of, so that both stand or neither. One
 * operation; none of them may have been told before.
 */
export const tellWithin = async (
  transaction: Transaction,
  notices: readonly NoticeToSend[],
  at: Instant,
): Promise<void> => {
  if (notices.length === 0) return
  await transaction.insertAll(
    'notices',
    notices.map((notice) => noticeRow(notice, at)),
  )
}

const thingLength = 20

/** A text as a `thing` field takes it: one line of at most 20 characters; WeChat refuses anything else (47003). */
const thing = (text: string): { readonly value: string } => {
  const letters = [...text.replace(/\s+/g, ' ')]
  return { value: letters.length <= thingLength ? letters.join('') : `${letters.slice(0, 19).join('')}…` }
}

/**
 * Tries to carry waiting notices out as subscription messages, oldest first, each at most once: a notice is taken
 * out of the outbox before it is sent, so that two timers never send it twice. Whoever gave no permission (43101)
 * sees it in the app only. Without a template id in the environment all of them stay in the app.
 */
export const sendWaitingNotices = async (): Promise<void> => {
  const templateId = process.env.LINLI_NOTICE_TEMPLATE
  if (!templateId) {
    await table('notices').update({ sending: 'waiting' }, { sending: 'inApp' })
    return
  }
  const waiting = await table('notices').find(
    { sending: 'waiting' },
    { order: [['order', 'asc']], limit: 50 },
  )
  for (const notice of waiting) {
    const taken = await table('notices').update({ _id: notice._id, sending: 'waiting' }, { sending: 'inApp' })
    if (taken === 0 || !(await send(notice, templateId))) continue
    await table('notices').update({ _id: notice._id }, { sending: 'sent' })
  }
}

const send = async (notice: NoticeDocument, templateId: string): Promise<boolean> => {
  const data = { thing1: thing(notice.title), thing2: thing(notice.text) }
  const page = notice.page.replace(/^\//, '') // WeChat knows pages without the slash they are opened with
  try {
    await cloud.openapi.subscribeMessage?.send({ touser: notice.to, page, templateId, data })
    return true
  } catch {
    return false // no permission left, or the page is not published yet: it stays in the app
  }
}
